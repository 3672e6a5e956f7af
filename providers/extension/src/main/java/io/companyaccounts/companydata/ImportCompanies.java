// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.companydata.CompanyData.OrganizationData;
import io.companyaccounts.companydata.ReadCompanyData.Reading;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.MembershipRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Brings organizations of the realm of the session's context to what a file says, in the session's
 * transaction. That is marked to be rolled back if anything was refused, and after a dry run, which
 * does everything and takes it back: so it finds all that the real run would find.
 */
public final class ImportCompanies {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Actor actor;
  private final MembershipProvider members;
  private final OrganizationProvider organizations;

  /**
   * @param actor the system, with a trace that names who asked for it
   */
  public ImportCompanies(KeycloakSession session, Actor actor) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.actor = actor;
    this.members = session.getProvider(MembershipProvider.class);
    this.organizations = session.getProvider(OrganizationProvider.class);
  }

  public ImportResult importData(byte[] json, boolean dryRun) {
    Reading reading = ReadCompanyData.read(json);
    ItemErrors errors = reading.errors();
    List<Target> targets = targets(reading.data(), errors);
    List<ImportedOrganization> imported = errors.isEmpty() ? apply(targets, errors) : List.of();
    if (dryRun || !errors.isEmpty()) {
      session.getTransactionManager().setRollbackOnly();
    }
    return errors.isEmpty()
        ? new ImportResult.Imported(dryRun, imported)
        : new ImportResult.Refused(errors.first(), errors.total());
  }

  /** An organization and what it shall become. */
  private record Target(OrganizationModel organization, OrganizationPlan plan) {}

  private List<Target> targets(CompanyData data, ItemErrors errors) {
    List<Target> targets = new ArrayList<>();
    for (OrganizationData organization : data.organizations()) {
      @Nullable OrganizationModel model = organizations.getByAlias(organization.alias());
      if (model == null) {
        errors.add(
            organization.path() + ".alias",
            "unknown_organization",
            "The realm has no organization of this alias.");
      } else {
        targets.add(new Target(model, plan(organization, model, errors)));
      }
    }
    return targets;
  }

  private OrganizationPlan plan(
      OrganizationData data, OrganizationModel organization, ItemErrors errors) {
    MembershipRules rules =
        new MembershipRules(
            members.roles(organization),
            members.permissions(),
            members.rankRule(organization),
            Instant.ofEpochMilli(Time.currentTimeMillis()));
    People people = new People(session, realm, members, organization);
    return new PlanOrganization(data, rules, actor, people, errors).plan();
  }

  /** In one order for everybody, since each organization is locked when it is changed. */
  private List<ImportedOrganization> apply(List<Target> targets, ItemErrors errors) {
    List<ImportedOrganization> imported = new ArrayList<>();
    targets.stream()
        .sorted(Comparator.comparing(target -> target.organization().getId()))
        .forEach(
            target -> {
              OrganizationModel organization = target.organization();
              ImportedOrganization done =
                  new ApplyOrganization(members, actor, organization, target.plan(), errors)
                      .apply();
              if (done.changes() > 0) {
                imported.add(done);
                record(organization, done);
              }
            });
    imported.sort(Comparator.comparing(ImportedOrganization::alias));
    return imported;
  }

  private void record(OrganizationModel organization, ImportedOrganization done) {
    new ActivityLog(session)
        .record(
            Activity.in(realm, organization.getId(), ActivityKind.DATA_IMPORTED, actor.trace())
                .detail(ActivityDetail.COUNT, Integer.toString(done.changes())));
  }
}

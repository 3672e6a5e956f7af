// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.Candidate.Occasion;
import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.EmailPolicy;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.emaildomain.WatchAddress;
import io.companyaccounts.emaildomain.WatchAddress.Step;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberAddress;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.platform.JobRequest;
import io.companyaccounts.platform.Jobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Looks at the addresses of members who sign in or get a token: they may have changed behind
 * Keycloak's back, in a directory or a database. Looking costs no statement beyond the one that all
 * features share.
 */
public final class AddressWatch {

  private final KeycloakSession session;
  private final MembershipProvider members;

  public AddressWatch(KeycloakSession session) {
    this.session = session;
    this.members = session.getProvider(MembershipProvider.class);
  }

  /**
   * Something to be done about a member.
   *
   * @param organization whose rule the address does not pass, or passes again
   */
  public record Finding(OrganizationModel organization, Step step) {

    public boolean shutsOut() {
      return step instanceof Step.ShutOut;
    }
  }

  /** What is to be done about a person, nothing in nearly every case. Changes nothing. */
  public List<Finding> look(UserModel user) {
    if (!realm().isOrganizationsEnabled()) {
      return List.of();
    }
    OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
    List<Finding> findings = new ArrayList<>();
    for (MemberAddress kept : members.addresses(user)) {
      OrganizationModel organization = organizations.getById(kept.organizationId());
      CompanyAddresses company = CompanyAddresses.of(session, organization);
      EmailPolicy policy = company.policy(RuleText.read(kept.rule()));
      Step step = step(company, policy, user, kept);
      if (!(step instanceof Step.Nothing)) {
        findings.add(new Finding(organization, step));
      }
    }
    return findings;
  }

  /** Asks nobody else if the pack itself decides: then everything needed was read already. */
  private Step step(
      CompanyAddresses company, EmailPolicy policy, UserModel user, MemberAddress kept) {
    EmailDomainProvider addresses = session.getProvider(EmailDomainProvider.class);
    Candidate present = EmailDomainProvider.candidate(user, Occasion.PRESENT);
    Verdict verdict =
        addresses instanceof DefaultEmailDomainProvider
            ? company.check(policy, present)
            : addresses.check(company.organization(), present);
    return WatchAddress.watch(verdict, kept, policy.settings(), now());
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }

  /**
   * Does what is to be done, after looking again under the lock of the organization.
   *
   * @return whether the person is shut out now
   */
  public boolean act(OrganizationModel organization, UserModel user) {
    if (!realm().isOrganizationsEnabled()) {
      return false;
    }
    members.lock(organization);
    MemberAddress kept =
        members.addresses(user).stream()
            .filter(each -> each.organizationId().equals(organization.getId()))
            .findFirst()
            .orElse(null);
    if (kept == null) {
      return false;
    }
    CompanyAddresses company = CompanyAddresses.of(session, organization);
    company.forget();
    Step step = step(company, company.policy(), user, kept);
    if (step instanceof Step.Forget) {
      forget(organization, user);
    } else if (step instanceof Step.Tell tell) {
      tell(organization, user, tell.until());
    }
    return step instanceof Step.ShutOut && shutOut(organization, user);
  }

  private void forget(OrganizationModel organization, UserModel user) {
    if (members.noteMisfit(organization, user.getId(), null, null)) {
      session
          .getProvider(Jobs.class)
          .cancel(
              realm().getId(), MisfitJobFactory.KIND, MisfitJobFactory.subject(organization, user));
      record(organization, user, ActivityKind.ADDRESS_FITS, null);
    }
  }

  /** Gives somebody time, or only says so; for whoever decides it by hand, too. */
  void tell(OrganizationModel organization, UserModel user, @Nullable Instant until) {
    if (!members.noteMisfit(organization, user.getId(), now(), until)) {
      return;
    }
    if (until != null) {
      session
          .getProvider(Jobs.class)
          .schedule(
              JobRequest.of(
                      realm(),
                      MisfitJobFactory.KIND,
                      MisfitJobFactory.subject(organization, user),
                      until)
                  .data(MisfitJobFactory.data(organization, user)));
    }
    record(organization, user, ActivityKind.ADDRESS_MISFIT, until);
    new MisfitEmail(session, organization).send(user, until == null ? "Noted" : "Grace", until);
  }

  private boolean shutOut(OrganizationModel organization, UserModel user) {
    Verdict.Refused reason = reason(organization, user).orElse(null);
    Outcome<Member> outcome =
        members.block(
            Actor.system(),
            organization,
            user.getId(),
            reason == null ? null : reason.reason().code());
    if (outcome instanceof Outcome.Refused<Member>) {
      tell(organization, user, null);
      return false;
    }
    new MisfitEmail(session, organization).send(user, "Out", null);
    return true;
  }

  /** Why the address of a person is not accepted; empty if it is. */
  public Optional<Verdict.Refused> reason(OrganizationModel organization, UserModel user) {
    Verdict verdict =
        session
            .getProvider(EmailDomainProvider.class)
            .check(organization, EmailDomainProvider.candidate(user, Occasion.PRESENT));
    boolean external =
        members
            .standing(organization, user.getId())
            .filter(standing -> standing.notes().external())
            .isPresent();
    return verdict.admits(external) ? Optional.empty() : Optional.of(verdict.asRefusal());
  }

  private void record(
      OrganizationModel organization, UserModel user, ActivityKind kind, @Nullable Instant until) {
    new ActivityLog(session)
        .record(
            Activity.in(realm(), organization.getId(), kind, ActivityActor.system())
                .member(user.getId())
                .detail(ActivityDetail.UNTIL, until == null ? null : until.toString()));
  }

  private RealmModel realm() {
    return session.getContext().getRealm();
  }
}

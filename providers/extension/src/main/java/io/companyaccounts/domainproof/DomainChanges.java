// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.domainproof.CheckDomain.Known;
import io.companyaccounts.domainproof.CheckDomain.Result;
import io.companyaccounts.domainproof.DomainProof.State;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.platform.JobRequest;
import io.companyaccounts.platform.Jobs;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Changes domains of one organization under its lock: decides, stores, records, tells. */
final class DomainChanges {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final JpaDomainProofs rows;
  private final Actor actor;
  private final OrganizationModel organization;
  private final DomainProofSettings settings;

  DomainChanges(
      KeycloakSession session, JpaDomainProofs rows, Actor actor, OrganizationModel organization) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.rows = rows;
    this.actor = actor;
    this.organization = organization;
    this.settings = JpaDomainProofProvider.settings(realm);
  }

  Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }

  /**
   * Asks first and locks then. Has somebody else noted an answer or made a new code meanwhile, that
   * one counts: ours may be older.
   */
  Outcome<DomainProofEntity> check(String domain) {
    int before = rows.revision(organization.getId(), domain);
    TxtRecords.Answer answer =
        session.getProvider(TxtRecords.class).lookup(DomainRecord.nameFor(domain));
    Map<String, Boolean> stored = locked();
    if (!isThere(stored, domain)) {
      return Outcome.refused(DomainProofRefusal.DOMAIN_UNKNOWN);
    }
    DomainProofEntity row = row(domain);
    if (row.revision != before) {
      return Outcome.done(row);
    }
    Instant now = now();
    Result result =
        new CheckDomain(settings)
            .check(new Known(row.state, row.record(), instant(row.missingSince)), answer, now);
    if (result instanceof Result.Unavailable) {
      return Outcome.refused(DomainProofRefusal.DNS_UNAVAILABLE);
    }
    row.checkedAt = now.toEpochMilli();
    note(row, result);
    store(row, stored);
    return Outcome.done(row);
  }

  private void note(DomainProofEntity row, Result result) {
    if (result instanceof Result.Proven) {
      proven(row);
    } else if (result instanceof Result.Missing missing) {
      missing(row, missing.countsUntil());
    } else if (result instanceof Result.Lost) {
      lost(row);
    }
  }

  private void proven(DomainProofEntity row) {
    row.state = State.PROVEN;
    row.missingSince = null;
    if (row.provenAt == null) {
      row.provenAt = row.checkedAt;
    }
    log(activity(ActivityKind.DOMAIN_PROVEN, row));
  }

  private void missing(DomainProofEntity row, Instant countsUntil) {
    row.state = State.MISSING;
    row.missingSince = row.checkedAt;
    log(
        activity(ActivityKind.DOMAIN_MISSING, row)
            .detail(ActivityDetail.UNTIL, countsUntil.toString()));
    email().missing(row.record(), countsUntil);
  }

  private void lost(DomainProofEntity row) {
    row.state = State.LOST;
    row.missingSince = null;
    row.provenAt = null;
    log(activity(ActivityKind.DOMAIN_LOST, row));
    email().lost(row.record());
  }

  /** Ends a proof, if there is one, together with the looking after it. */
  Outcome<DomainProofEntity> renew(String domain, boolean force) {
    Map<String, Boolean> stored = locked();
    if (!isThere(stored, domain)) {
      return Outcome.refused(DomainProofRefusal.DOMAIN_UNKNOWN);
    }
    DomainProofEntity row = row(domain);
    if (row.state.counts() && !force) {
      return Outcome.refused(DomainProofRefusal.STILL_PROVEN);
    }
    row.code = DomainRecord.random(domain).code();
    row.state = State.UNPROVEN;
    row.checkedAt = null;
    row.provenAt = null;
    row.missingSince = null;
    jobs().cancel(realm.getId(), DomainProofJobFactory.KIND, row.id);
    log(activity(ActivityKind.DOMAIN_CODE_RENEWED, row));
    store(row, stored);
    return Outcome.done(row);
  }

  /** Has the domain looked at again, if there is something to look after. */
  void scheduleNext(DomainProofEntity row) {
    next(row)
        .map(due -> JobRequest.of(realm, DomainProofJobFactory.KIND, row.id, due))
        .ifPresent(jobs()::schedule);
  }

  /** When to look again; empty if the domain does not count. */
  Optional<Instant> next(DomainProofEntity row) {
    @Nullable Instant missingSince = instant(row.missingSince);
    return row.state.counts()
        ? Optional.of(
            settings.nextCheck(
                now(), row.id, missingSince == null ? null : settings.countsUntil(missingSince)))
        : Optional.empty();
  }

  /** Locks the organization; gives the domains it has at this moment, with Keycloak's flag. */
  private Map<String, Boolean> locked() {
    session.getProvider(MembershipProvider.class).lock(organization);
    return rows.stored(organization.getId());
  }

  private DomainProofEntity row(String domain) {
    return rows.forChange(organization.getId(), domain)
        .orElseGet(
            () ->
                new DomainProofEntity(
                    KeycloakModelUtils.generateId(),
                    organization.getId(),
                    JpaDomainProofProvider.firstRecord(session, organization.getId(), domain)));
  }

  private void store(DomainProofEntity row, Map<String, Boolean> stored) {
    if (row.revision == 0) {
      rows.add(row);
    }
    row.revision++;
    rows.keep(organization.getId(), inDns(stored.keySet()));
    mirror(row, stored);
  }

  /**
   * Sets Keycloak's flag to what the row says, for the console. Setting domains replaces them all,
   * so it is left to the next check if somebody has changed them since this session read them.
   */
  private void mirror(DomainProofEntity row, Map<String, Boolean> stored) {
    boolean proven = row.state.counts();
    Set<OrganizationDomainModel> domains =
        stored.entrySet().stream()
            .map(
                each ->
                    new OrganizationDomainModel(
                        each.getKey(), is(each.getKey(), row.domain) ? proven : each.getValue()))
            .collect(Collectors.toSet());
    boolean differs =
        stored.entrySet().stream()
            .anyMatch(each -> is(each.getKey(), row.domain) && each.getValue() != proven);
    if (differs && domains.equals(organization.getDomains().collect(Collectors.toSet()))) {
      organization.setDomains(domains);
    }
  }

  private static Set<String> inDns(Collection<String> nativeNames) {
    return nativeNames.stream()
        .map(DomainRecord::domainOf)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private static boolean isThere(Map<String, Boolean> stored, String domain) {
    return stored.keySet().stream().anyMatch(name -> is(name, domain));
  }

  private static boolean is(String nativeName, String domain) {
    return DomainRecord.domainOf(nativeName).filter(domain::equals).isPresent();
  }

  private Activity activity(ActivityKind kind, DomainProofEntity row) {
    return Activity.in(realm, organization.getId(), kind, actor.trace()).subject(row.domain);
  }

  private void log(Activity activity) {
    new ActivityLog(session).record(activity);
  }

  private DomainEmail email() {
    return new DomainEmail(session, realm, organization);
  }

  private Jobs jobs() {
    return session.getProvider(Jobs.class);
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.platform.HourlyPlaces;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** Proofs as rows beside Keycloak's domains. */
final class JpaDomainProofProvider implements DomainProofProvider {

  private static final int CHECKS_PER_HOUR = 30;
  private static final Duration AFTER_NO_ANSWER = Duration.ofHours(1);

  private final KeycloakSession session;
  private final JpaDomainProofs rows;
  private final Map<String, List<DomainProofEntity>> read = new HashMap<>();

  JpaDomainProofProvider(KeycloakSession session) {
    this.session = session;
    this.rows = new JpaDomainProofs(session);
  }

  /** A domain that somebody named, as Keycloak names it and as the DNS does. */
  private record Named(String nativeName, String domain) {}

  @Override
  public List<DomainProof> proofs(OrganizationModel organization) {
    return names(organization).stream().map(name -> proof(organization, name)).toList();
  }

  @Override
  public Set<String> proven(OrganizationModel organization) {
    return names(organization).stream()
        .filter(name -> row(organization, name).filter(row -> row.state.counts()).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Outcome<DomainProof> check(Actor actor, OrganizationModel organization, String domain) {
    return named(actor, organization, domain)
        .then(named -> mayAsk(actor, organization, named))
        .then(named -> check(actor, organization, named));
  }

  @Override
  public Outcome<DomainProof> renew(
      Actor actor, OrganizationModel organization, String domain, boolean force) {
    return named(actor, organization, domain)
        .then(
            named ->
                changed(
                    organization, named, changes(actor, organization).renew(named.domain, force)));
  }

  /** Looks again, and makes sure that somebody goes on looking. */
  private Outcome<DomainProof> check(Actor actor, OrganizationModel organization, Named named) {
    DomainChanges changes = changes(actor, organization);
    return changed(
        organization,
        named,
        changes
            .check(named.domain)
            .then(
                row -> {
                  changes.scheduleNext(row);
                  return Outcome.done(row);
                }));
  }

  private Outcome<DomainProof> changed(
      OrganizationModel organization, Named named, Outcome<DomainProofEntity> outcome) {
    read.remove(organization.getId());
    return outcome.then(row -> Outcome.done(proof(named.nativeName, row.record(), row)));
  }

  /**
   * Looks at a domain again in a job.
   *
   * @return when to look next; empty if there is nothing to look after any more
   */
  Optional<Instant> recheck(String rowId) {
    Optional<DomainProofEntity> row = rows.byId(rowId).filter(found -> found.state.counts());
    @Nullable OrganizationModel organization =
        row.map(found -> session.getProvider(OrganizationProvider.class).getById(found.orgId))
            .orElse(null);
    if (row.isEmpty() || organization == null) {
      return Optional.empty();
    }
    DomainChanges changes = changes(Actor.system(), organization);
    Outcome<DomainProofEntity> outcome = changes.check(row.get().domain);
    if (outcome instanceof Outcome.Done<DomainProofEntity> done) {
      return changes.next(done.value());
    }
    if (((Outcome.Refused<?>) outcome).reason() == DomainProofRefusal.DNS_UNAVAILABLE) {
      return Optional.of(changes.now().plus(AFTER_NO_ANSWER));
    }
    rows.remove(rowId);
    return Optional.empty();
  }

  private Outcome<Named> named(Actor actor, OrganizationModel organization, String domain) {
    if (!actor.may(Permission.SETTINGS_MANAGE)) {
      return Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.SETTINGS_MANAGE.key());
    }
    String wanted = domain.strip().toLowerCase(Locale.ROOT);
    Optional<String> inDns = DomainRecord.domainOf(wanted);
    // the very name first: both acme.example and *.acme.example may be there
    Optional<String> found =
        names(organization).stream()
            .filter(
                name ->
                    name.equals(wanted)
                        || (inDns.isPresent() && DomainRecord.domainOf(name).equals(inDns)))
            .min(Comparator.comparing(name -> !name.equals(wanted)));
    if (found.isEmpty()) {
      return Outcome.refused(DomainProofRefusal.DOMAIN_UNKNOWN);
    }
    return inDns.isEmpty()
        ? Outcome.refused(DomainProofRefusal.UNPROVABLE)
        : Outcome.done(new Named(found.get(), inDns.get()));
  }

  /** Each check takes one of so many places for an hour, on whichever node it runs. */
  private Outcome<Named> mayAsk(Actor actor, OrganizationModel organization, Named named) {
    boolean free =
        actor.kind() == Actor.Kind.SYSTEM
            || HourlyPlaces.take(
                session, "company-domain-check|" + organization.getId(), CHECKS_PER_HOUR);
    return free ? Outcome.done(named) : Outcome.refused(DomainProofRefusal.TOO_MANY_CHECKS);
  }

  private static List<String> names(OrganizationModel organization) {
    return organization.getDomains().map(OrganizationDomainModel::getName).sorted().toList();
  }

  private Optional<DomainProofEntity> row(OrganizationModel organization, String nativeName) {
    return DomainRecord.domainOf(nativeName)
        .flatMap(
            domain ->
                read.computeIfAbsent(organization.getId(), rows::of).stream()
                    .filter(row -> row.domain.equals(domain))
                    .findFirst());
  }

  private DomainProof proof(OrganizationModel organization, String nativeName) {
    DomainProofEntity row = row(organization, nativeName).orElse(null);
    DomainRecord record =
        row == null
            ? DomainRecord.domainOf(nativeName)
                .map(domain -> firstRecord(session, organization.getId(), domain))
                .orElse(null)
            : row.record();
    return proof(nativeName, record, row);
  }

  private DomainProof proof(
      String nativeName, @Nullable DomainRecord record, @Nullable DomainProofEntity row) {
    return new DomainProof(
        nativeName,
        row == null ? DomainProof.State.UNPROVEN : row.state,
        record == null ? null : record.name(),
        record == null ? null : record.value(),
        row == null ? null : instant(row.checkedAt),
        row == null ? null : instant(row.provenAt),
        row == null || row.missingSince == null
            ? null
            : settings(realm()).countsUntil(Instant.ofEpochMilli(row.missingSince)));
  }

  /** The record of a domain for which nothing is stored yet. */
  static DomainRecord firstRecord(KeycloakSession session, String orgId, String domain) {
    return DomainRecord.derive(
        session
            .keys()
            .getActiveKey(
                session.getContext().getRealm(), KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM)
            .getSecretKey(),
        orgId,
        domain);
  }

  static DomainProofSettings settings(RealmModel realm) {
    return DomainProofSettings.of(realm::getAttribute);
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private DomainChanges changes(Actor actor, OrganizationModel organization) {
    return new DomainChanges(session, rows, actor, organization);
  }

  private RealmModel realm() {
    return session.getContext().getRealm();
  }
}

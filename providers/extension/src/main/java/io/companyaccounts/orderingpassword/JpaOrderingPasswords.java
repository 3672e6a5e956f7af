// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.orderingpassword.CountTries.OfCompany;
import io.companyaccounts.orderingpassword.CountTries.OfMember;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of ordering passwords and of wrong tries. */
final class JpaOrderingPasswords {

  private static final String SEPARATOR = " ";

  private final EntityManager em;

  JpaOrderingPasswords(KeycloakSession session) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** A row to look at, as it is in the database now. */
  Optional<OrderingPasswordEntity> of(String orgId) {
    List<OrderingPasswordEntity> rows =
        em.createQuery(
                "select o from CompanyOrderingPassword o where o.orgId = :org",
                OrderingPasswordEntity.class)
            .setParameter("org", orgId)
            .getResultList();
    rows.forEach(em::detach);
    return rows.stream().findFirst();
  }

  /** A row that nobody else changes, or even looks at to change it, until the transaction ends. */
  Optional<OrderingPasswordEntity> locked(String orgId) {
    return Optional.ofNullable(
        em.find(OrderingPasswordEntity.class, orgId, LockModeType.PESSIMISTIC_WRITE));
  }

  void add(OrderingPasswordEntity row) {
    em.persist(row);
    em.flush();
  }

  void flush() {
    em.flush();
  }

  /** The tries of one member, under the lock of the organization's row. */
  OfMember tries(String orgId, String userId) {
    return row(orgId, userId).map(JpaOrderingPasswords::tries).orElse(OfMember.NONE);
  }

  void store(String orgId, String userId, OfMember tries) {
    OrderingTriesEntity present = row(orgId, userId).orElse(null);
    OrderingTriesEntity row = present == null ? new OrderingTriesEntity() : present;
    row.orgId = orgId;
    row.userId = userId;
    row.failures = tries.failures();
    row.lastAt = millis(tries.lastAt());
    row.openAt = millis(tries.openAt());
    row.locked = tries.locked();
    if (present == null) {
      em.persist(row);
    }
    em.flush();
  }

  /** Forgets the tries of one member; gives whether there were any. */
  boolean forget(String orgId, String userId) {
    return em.createQuery(
                "delete from CompanyOrderingTries t where t.orgId = :org and t.userId = :user")
            .setParameter("org", orgId)
            .setParameter("user", userId)
            .executeUpdate()
        > 0;
  }

  /** Forgets the tries of all members of a company. */
  void forgetAll(String orgId) {
    em.createQuery("delete from CompanyOrderingTries t where t.orgId = :org")
        .setParameter("org", orgId)
        .executeUpdate();
  }

  /** Forgets a person that is no more. */
  void forgetPerson(String userId) {
    em.createQuery("delete from CompanyOrderingTries t where t.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** Members who are locked, those first who are so for longest. */
  List<OrderingTriesEntity> lockedMembers(String orgId, Instant now, int first, int max) {
    return em.createQuery(
            "select t from CompanyOrderingTries t where t.orgId = :org and t.locked = true"
                + " and t.openAt > :now order by t.openAt desc, t.userId",
            OrderingTriesEntity.class)
        .setParameter("org", orgId)
        .setParameter("now", now.toEpochMilli())
        .setFirstResult(first)
        .setMaxResults(max)
        .getResultList();
  }

  static OfMember tries(OrderingTriesEntity row) {
    return new OfMember(
        row.failures,
        Instant.ofEpochMilli(row.lastAt),
        Instant.ofEpochMilli(row.openAt),
        row.locked);
  }

  static OfCompany tries(OrderingPasswordEntity row) {
    return new OfCompany(row.failures, instant(row.failuresSince), instant(row.lockedUntil));
  }

  static void put(OfCompany tries, OrderingPasswordEntity row) {
    row.failures = tries.failures();
    row.failuresSince = tries.since() == null ? null : tries.since().toEpochMilli();
    row.lockedUntil = tries.lockedUntil() == null ? null : tries.lockedUntil().toEpochMilli();
  }

  static void put(OrderingChoice choice, OrderingPasswordEntity row) {
    row.requiredFor =
        choice.requiredFor() == null
            ? null
            : String.join(SEPARATOR, new TreeSet<>(choice.requiredFor())) + SEPARATOR;
    row.windowSeconds = choice.windowSeconds();
    row.memberTries = choice.memberTries();
    row.lockMinutes = choice.lockMinutes();
    row.minLength = choice.minLength();
  }

  static CompanyOrdering value(OrderingPasswordEntity row) {
    return new CompanyOrdering(
        row.secretData != null,
        row.passwordVersion,
        instant(row.changedAt),
        row.changedBy,
        new OrderingChoice(
            requiredFor(row.requiredFor),
            row.windowSeconds,
            row.memberTries,
            row.lockMinutes,
            row.minLength),
        instant(row.lockedUntil),
        row.version);
  }

  /** A space stands at the end, since some databases take an empty text for none. */
  private static @Nullable Set<String> requiredFor(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.isBlank() ? Set.of() : Set.of(text.strip().split(SEPARATOR));
  }

  private Optional<OrderingTriesEntity> row(String orgId, String userId) {
    return em.createQuery(
            "select t from CompanyOrderingTries t where t.orgId = :org and t.userId = :user",
            OrderingTriesEntity.class)
        .setParameter("org", orgId)
        .setParameter("user", userId)
        .getResultStream()
        .findFirst();
  }

  private static long millis(@Nullable Instant instant) {
    return instant == null ? 0 : instant.toEpochMilli();
  }

  static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import io.companyaccounts.platform.SmallJson;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The activity rows. */
final class JpaActivities {

  private final EntityManager em;

  JpaActivities(KeycloakSession session) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  void add(String id, Instant at, Activity activity, String organizationId) {
    em.persist(
        new ActivityEntity(
            id,
            at.toEpochMilli(),
            activity,
            organizationId,
            SmallJson.write(activity.namedDetails())));
  }

  /** Tells now, by a ModelException, when the row is there already. */
  void addAtOnce(String id, Instant at, Activity activity, String organizationId) {
    add(id, at, activity, organizationId);
    em.flush();
  }

  /**
   * Counts a repetition; false when there is no such row yet. Reads first: an UPDATE that finds
   * nothing locks the gap on MySQL and MariaDB, and repetitions would block each other.
   */
  boolean countAgain(String realmId, String id) {
    boolean there =
        !em.createQuery("select a.id from ActivityEntity a where a.id = :id", String.class)
            .setParameter("id", id)
            .getResultList()
            .isEmpty();
    return there && raise(realmId, id);
  }

  private boolean raise(String realmId, String id) {
    return em.createQuery(
                "update ActivityEntity a set a.occurrences = a.occurrences + 1"
                    + " where a.id = :id and a.realmId = :realm")
            .setParameter("id", id)
            .setParameter("realm", realmId)
            .executeUpdate()
        > 0;
  }

  ActivityPage find(
      String realmId,
      String organizationId,
      ActivityFilter filter,
      @Nullable ActivityCursor after,
      int max) {
    List<ActivityEntity> rows =
        query(realmId, organizationId, filter, after).setMaxResults(max + 1).getResultList();
    List<ActivityEntry> entries = new ArrayList<>();
    for (ActivityEntity row : rows.subList(0, Math.min(max, rows.size()))) {
      entries.add(entry(row));
    }
    if (rows.size() <= max) {
      return new ActivityPage(entries, null);
    }
    ActivityEntity last = rows.get(max - 1);
    return new ActivityPage(entries, new ActivityCursor(last.at(), last.id()).toString());
  }

  private TypedQuery<ActivityEntity> query(
      String realmId,
      String organizationId,
      ActivityFilter filter,
      @Nullable ActivityCursor after) {
    StringBuilder where = new StringBuilder("a.realmId = :realm and a.organizationId = :org");
    Map<String, Object> values = new TreeMap<>(Map.of("realm", realmId, "org", organizationId));
    if (filter.kind() != null) {
      where.append(" and a.kind = :kind");
      values.put("kind", filter.kind().name());
    }
    if (filter.memberId() != null) {
      where.append(" and a.memberId = :member");
      values.put("member", filter.memberId());
    }
    if (filter.from() != null) {
      where.append(" and a.at >= :from");
      values.put("from", filter.from().toEpochMilli());
    }
    if (filter.until() != null) {
      where.append(" and a.at < :until");
      values.put("until", filter.until().toEpochMilli());
    }
    if (after != null) {
      where.append(" and a.at <= :at and (a.at < :at or a.id < :id)");
      values.put("at", after.at());
      values.put("id", after.id());
    }
    TypedQuery<ActivityEntity> query =
        em.createQuery(
            "select a from ActivityEntity a where " + where + " order by a.at desc, a.id desc",
            ActivityEntity.class);
    values.forEach(query::setParameter);
    return query;
  }

  private static ActivityEntry entry(ActivityEntity row) {
    return new ActivityEntry(
        row.id(),
        Instant.ofEpochMilli(row.at()),
        row.kind(),
        row.actor(),
        row.memberId(),
        row.subjectId(),
        row.occurrences(),
        row.details() == null ? Map.of() : SmallJson.read(row.details()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * One thing that happened, ready to be recorded.
 *
 * @param organizationId null for what concerns the whole realm: then only the event is written
 * @param memberId the user it is about, null when it is about none
 * @param subjectId what else it is about, for example a role
 */
public record Activity(
    ActivityKind kind,
    String realmId,
    @Nullable String organizationId,
    ActivityActor actor,
    @Nullable String memberId,
    @Nullable String subjectId,
    Map<ActivityDetail, String> details) {

  public Activity {
    details = Collections.unmodifiableMap(copy(details));
  }

  /** Something in a company. */
  public static Activity in(
      RealmModel realm, String organizationId, ActivityKind kind, ActivityActor actor) {
    return new Activity(kind, realm.getId(), organizationId, actor, null, null, Map.of());
  }

  /** Something that concerns the whole realm. */
  public static Activity inRealm(RealmModel realm, ActivityKind kind, ActivityActor actor) {
    return new Activity(kind, realm.getId(), null, actor, null, null, Map.of());
  }

  public Activity member(@Nullable String userId) {
    return new Activity(kind, realmId, organizationId, actor, userId, subjectId, details);
  }

  public Activity subject(@Nullable String id) {
    return new Activity(kind, realmId, organizationId, actor, memberId, id, details);
  }

  /** Adds a detail; null and blank values are left out. */
  public Activity detail(ActivityDetail name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return this;
    }
    Map<ActivityDetail, String> more = copy(details);
    more.put(name, value);
    return new Activity(kind, realmId, organizationId, actor, memberId, subjectId, more);
  }

  /** The details under their names in JSON and events. */
  Map<String, String> namedDetails() {
    Map<String, String> named = new TreeMap<>();
    details.forEach((name, value) -> named.put(name.wireName(), value));
    return named;
  }

  private static Map<ActivityDetail, String> copy(Map<ActivityDetail, String> details) {
    Map<ActivityDetail, String> result = new EnumMap<>(ActivityDetail.class);
    result.putAll(details);
    return result;
  }
}

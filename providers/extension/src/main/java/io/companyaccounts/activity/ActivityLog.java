// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The one writer, and reader, of what happens in companies. */
public final class ActivityLog {

  private final KeycloakSession session;

  public ActivityLog(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Writes the row (when it is about a company) and the admin event in the caller's transaction.
   */
  public void record(Activity activity) {
    if (activity.organizationId() != null) {
      new JpaActivities(session)
          .add(
              KeycloakModelUtils.generateId(),
              Instant.ofEpochMilli(Time.currentTimeMillis()),
              activity,
              activity.organizationId());
    }
    new ActivityEvents(session).send(activity);
  }

  /**
   * Records a refusal once the caller's transaction is over, whether it commits or rolls back.
   * Repetitions by the same actor for the same reason within a minute raise the row's count and
   * send no further event.
   *
   * @param tried what was tried, of any kind; it is recorded as {@link ActivityKind#REFUSED}
   * @param reason a stable code
   */
  public void recordRefusal(Activity tried, String reason) {
    RefusalRecorder.enlist(session, tried, reason);
  }

  /**
   * A page of what happened in a company, the newest first.
   *
   * @param cursor where the page before ended, null for the newest
   * @param max rows, see {@link io.companyaccounts.platform.PageRequest#readMax}
   * @throws io.companyaccounts.platform.ApiException {@code invalid_cursor}
   */
  public ActivityPage find(
      RealmModel realm,
      String organizationId,
      ActivityFilter filter,
      @Nullable String cursor,
      int max) {
    return new JpaActivities(session)
        .find(
            realm.getId(),
            organizationId,
            filter,
            cursor == null ? null : ActivityCursor.parse(cursor),
            max);
  }
}

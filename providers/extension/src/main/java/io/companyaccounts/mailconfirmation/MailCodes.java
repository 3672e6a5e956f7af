// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The codes that can be typed now. */
final class MailCodes {

  private final KeycloakSession session;
  private final JpaMailCodes rows;

  MailCodes(KeycloakSession session) {
    this.session = session;
    this.rows = new JpaMailCodes(session);
  }

  /** What the vendor set in the dialog. */
  static MailCodeSettings settings(KeycloakSession session) {
    @Nullable RequiredActionConfigModel config =
        session
            .getContext()
            .getRealm()
            .getRequiredActionConfigByAlias(ConfirmByMailRequiredActionFactory.ID);
    return MailCodeSettings.of(key -> config == null ? null : config.getConfigValue(key));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }

  /**
   * Makes a code.
   *
   * @return its id, from which nobody learns the code
   */
  String make(String orgId, UserModel person, MailCodeSettings settings) {
    MailCodeEntity row = new MailCodeEntity();
    row.id = KeycloakModelUtils.generateId();
    row.orgId = orgId;
    row.userId = person.getId();
    row.triesLeft = settings.tries();
    row.expiresAt = now().plus(Duration.ofMinutes(settings.codeMinutes())).toEpochMilli();
    rows.add(row, now());
    return row.id;
  }

  /** How many tries are left; empty if the code cannot be typed, or not by this person. */
  Optional<Integer> triesLeft(@Nullable String id, String orgId, String userId) {
    return id == null
        ? Optional.empty()
        : rows.live(id, orgId, userId, now()).map(row -> row.triesLeft);
  }

  /** The digits, for the mail; empty if they are of no use any more. */
  Optional<String> digits(String id) {
    return rows.isLive(id, now()) ? Optional.of(MailCode.of(key(), id)) : Optional.empty();
  }

  /**
   * Uses up one try; the right one uses up the code.
   *
   * @return empty if there was no try left; else whether the digits are right
   */
  Optional<Boolean> type(String id, String typed) {
    if (!rows.takeTry(id, now())) {
      return Optional.empty();
    }
    boolean right = MailCode.matches(key(), id, typed);
    if (right) {
      rows.remove(id);
    }
    return Optional.of(right);
  }

  void remove(String id) {
    rows.remove(id);
  }

  private SecretKey key() {
    return session
        .keys()
        .getActiveKey(
            session.getContext().getRealm(), KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM)
        .getSecretKey();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.enterprise.context.ContextNotActiveException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Mails that are written down in the transaction of the change they tell of, sent right after its
 * commit, and tried again while the mail server is away. Each is sent at least once.
 */
public final class Outbox {

  private final KeycloakSession session;

  public Outbox(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Writes the mail in the caller's transaction; nothing is sent when that rolls back.
   *
   * @return the mail's id, by which its state can be read
   */
  public String put(Mail mail) {
    Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
    String id = KeycloakModelUtils.generateId();
    new JpaMails(session).add(id, mail, baseUrl(), now);
    session
        .getProvider(Jobs.class)
        .scheduleNew(new JobRequest(mail.realmId(), MailJobFactory.KIND, id, now, Map.of()));
    return id;
  }

  /** How far a mail got; settled mails are forgotten after some months. */
  public Optional<MailStatus> status(RealmModel realm, String id) {
    return new JpaMails(session).find(realm.getId(), id).map(MailEntity::status);
  }

  /** Where this request sees the server: it is sent without a request, and themes link to it. */
  private @Nullable String baseUrl() {
    try {
      return session.getContext().getUri().getBaseUri().toString();
    } catch (ContextNotActiveException e) {
      return null;
    }
  }
}

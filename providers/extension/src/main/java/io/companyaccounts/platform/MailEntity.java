// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. */
@Entity
@Table(name = "COMPANY_MAIL")
public class MailEntity {

  @Id
  @Column(name = "ID", length = 36)
  private String id = "";

  @Column(name = "REALM_ID", nullable = false)
  private String realmId = "";

  @Column(name = "ORG_ID")
  private @Nullable String organizationId;

  @Column(name = "TEMPLATE", nullable = false)
  private String template = "";

  @Column(name = "SUBJECT_KEY", nullable = false)
  private String subjectKey = "";

  @Column(name = "USER_ID")
  private @Nullable String userId;

  @Column(name = "ADDRESS")
  private @Nullable String address;

  @Column(name = "LOCALE")
  private @Nullable String locale;

  @Column(name = "ATTRIBUTES")
  private @Nullable String attributes;

  @Column(name = "STATE", nullable = false)
  private String state = "";

  @Column(name = "ATTEMPTS", nullable = false)
  private int attempts;

  @Column(name = "CREATED_AT", nullable = false)
  private long createdAt;

  @Column(name = "SENT_AT")
  private @Nullable Long sentAt;

  @Column(name = "LAST_ERROR")
  private @Nullable String lastError;

  protected MailEntity() {}

  MailEntity(String id, Mail mail, Instant now) {
    this.id = id;
    realmId = mail.realmId();
    organizationId = mail.organizationId();
    template = mail.template();
    subjectKey = mail.subjectKey();
    userId = mail.userId();
    address = mail.address();
    locale = mail.locale();
    attributes = SmallJson.write(mail.attributes());
    state = MailStatus.State.PENDING.name();
    createdAt = now.toEpochMilli();
  }

  String id() {
    return id;
  }

  Mail mail() {
    return new Mail(
        realmId,
        organizationId,
        template,
        subjectKey,
        userId,
        address,
        locale,
        attributes == null ? Map.of() : SmallJson.read(attributes));
  }

  MailStatus status() {
    return new MailStatus(
        id,
        template,
        MailStatus.State.valueOf(state),
        attempts,
        Instant.ofEpochMilli(createdAt),
        sentAt == null ? null : Instant.ofEpochMilli(sentAt),
        lastError);
  }

  /** What was sent is not needed any more, and may hold links. */
  void sent(Instant now) {
    state = MailStatus.State.SENT.name();
    attempts++;
    sentAt = now.toEpochMilli();
    lastError = null;
    attributes = null;
  }

  void failed(String category, boolean forGood) {
    attempts++;
    lastError = category;
    if (forGood) {
      state = MailStatus.State.FAILED.name();
      attributes = null;
    }
  }
}

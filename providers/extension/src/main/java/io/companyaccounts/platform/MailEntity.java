// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
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

  @Column(name = "SUBJECT_ARGUMENTS")
  private @Nullable String subjectArguments;

  @Column(name = "USER_ID")
  private @Nullable String userId;

  @Column(name = "ADDRESS")
  private @Nullable String address;

  @Column(name = "LOCALE")
  private @Nullable String locale;

  @Column(name = "BASE_URL")
  private @Nullable String baseUrl;

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

  MailEntity(String id, Mail mail, @Nullable String baseUrl, Instant now) {
    this.id = id;
    this.baseUrl = baseUrl;
    realmId = mail.realmId();
    organizationId = mail.organizationId();
    template = mail.template();
    subjectKey = mail.subject().key();
    subjectArguments = String.join(",", mail.subject().arguments());
    userId = mail.receiver().userId();
    address = mail.receiver().address();
    locale = mail.receiver().locale();
    attributes = SmallJson.write(mail.attributes());
    state = MailStatus.State.PENDING.name();
    createdAt = now.toEpochMilli();
  }

  String id() {
    return id;
  }

  @Nullable String baseUrl() {
    return baseUrl;
  }

  Mail mail() {
    return new Mail(
        realmId,
        organizationId,
        template,
        new Mail.Subject(subjectKey, names(subjectArguments)),
        new Mail.Receiver(userId, address, locale),
        attributes == null ? Map.of() : SmallJson.read(attributes));
  }

  /** Oracle keeps an empty text as null. */
  private static List<String> names(@Nullable String list) {
    return list == null || list.isEmpty() ? List.of() : List.of(list.split(","));
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

  boolean isPending() {
    return MailStatus.State.PENDING.name().equals(state);
  }

  void sent(int attempt, Instant now) {
    settle(MailStatus.State.SENT, attempt, null);
    sentAt = now.toEpochMilli();
  }

  void dropped(int attempt) {
    settle(MailStatus.State.DROPPED, attempt, null);
  }

  void failed(int attempt, String error) {
    attempts = attempt;
    lastError = error;
  }

  void givenUp(int attempt, String error) {
    settle(MailStatus.State.FAILED, attempt, error);
  }

  /** What was filled in is not needed any more, and may hold links. */
  private void settle(MailStatus.State end, int attempt, @Nullable String error) {
    state = end.name();
    attempts = attempt;
    lastError = error;
    attributes = null;
  }
}

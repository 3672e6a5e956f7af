// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/** Sends one mail and notes how it went. */
final class MailJob implements JobHandler {

  private static final Logger LOG = Logger.getLogger(MailJob.class);
  private static final Duration MEMORY = Duration.ofDays(90);

  private final KeycloakSession session;

  MailJob(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public JobOutcome run(Job job) {
    Optional<MailEntity> row =
        mails().find(job.realmId(), job.subject()).filter(MailEntity::isPending);
    return row.isEmpty() ? JobOutcome.done() : send(job, row.get());
  }

  private JobOutcome send(Job job, MailEntity row) {
    Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
    Optional<Mail> mail = completed(row);
    if (mail.isEmpty()) {
      row.dropped(job.attempts());
      return JobOutcome.done();
    }
    try {
      new MailSender(session).send(row.id(), mail.get(), row.baseUrl());
      row.sent(job.attempts(), now);
      mails().forget(job.realmId(), now.minus(MEMORY));
      return JobOutcome.done();
    } catch (MailFailedException e) {
      String error = e.failure().code();
      LOG.warnf("Mail %s was not sent, attempt %d: %s", row.id(), job.attempts(), error);
      LOG.debug("Why the mail was not sent", e);
      row.failed(job.attempts(), error);
      return e.failure().isForGood() ? JobOutcome.giveUp(error) : JobOutcome.retry(error);
    }
  }

  /** Empty if the mail has become obsolete. */
  private Optional<Mail> completed(MailEntity row) {
    Mail mail = row.mail();
    @Nullable MailAttributes attributes =
        session.getProvider(MailAttributes.class, mail.template());
    return attributes == null
        ? Optional.of(mail)
        : attributes.complete(mail, row.baseUrl()).map(mail::attributes);
  }

  @Override
  public void givenUp(Job job, String error) {
    mails()
        .find(job.realmId(), job.subject())
        .filter(MailEntity::isPending)
        .ifPresent(row -> row.givenUp(job.attempts(), error));
  }

  private JpaMails mails() {
    return new JpaMails(session);
  }
}

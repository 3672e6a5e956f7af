// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.companyaccounts.platform.MailFailedException.Failure;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;

class MailTest {

  private static final Mail MAIL =
      new Mail(
          "realm",
          "org",
          "company-notice",
          new Mail.Subject("companyOwnerNamedSubject", List.of("company")),
          Mail.Receiver.address("anna@acme.example", "de"),
          Map.of("company", "Acme", "link", "https://secret"));

  @Test
  void aMailWithoutReceiverCannotBe() {
    assertThatThrownBy(() -> new Mail.Receiver(null, null, "de"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRowKeepsAllOfAMailUntilItIsSent() {
    MailEntity row = new MailEntity("id", MAIL, null, Instant.EPOCH);

    assertThat(row.mail()).isEqualTo(MAIL);
    assertThat(row.status().state()).isEqualTo(MailStatus.State.PENDING);
  }

  @Test
  void whatWasFilledInIsForgottenOnceItIsSent() {
    MailEntity row = new MailEntity("id", MAIL, null, Instant.EPOCH);

    row.failed(1, "mail_server_away");
    row.sent(2, Instant.ofEpochSecond(5));

    assertThat(row.mail().attributes()).isEmpty();
    assertThat(row.status())
        .isEqualTo(
            new MailStatus(
                "id",
                "company-notice",
                MailStatus.State.SENT,
                2,
                Instant.EPOCH,
                Instant.ofEpochSecond(5),
                null));
  }

  @Test
  void whatWasFilledInIsForgottenOnceItIsGivenUp() {
    MailEntity row = new MailEntity("id", MAIL, null, Instant.EPOCH);

    row.givenUp(32, "mail_server_away");

    assertThat(row.mail().attributes()).isEmpty();
    assertThat(row.status().state()).isEqualTo(MailStatus.State.FAILED);
    assertThat(row.status().lastError()).isEqualTo("mail_server_away");
  }

  @Test
  void aMailServerThatIsAwayIsToldFromOneThatRefuses() {
    assertThat(failure(new MessagingException("", new ConnectException())))
        .isEqualTo(Failure.MAIL_SERVER_AWAY);
    assertThat(failure(new AuthenticationFailedException())).isEqualTo(Failure.MAIL_SERVER_LOGIN);
    assertThat(failure(new MessagingException("554"))).isEqualTo(Failure.MAIL_SERVER_REFUSED);
    assertThat(failure(new IllegalStateException())).isEqualTo(Failure.TEMPLATE_OR_SETTINGS);
  }

  @Test
  void onlyWhatCannotGetBetterIsGivenUpAtOnce() throws Exception {
    Address[] none = {};
    Address[] bad = {new InternetAddress("nobody@acme.example")};

    assertThat(failure(new SendFailedException("", null, none, none, bad)))
        .isEqualTo(Failure.ADDRESS_REFUSED);
    assertThat(failure(new SendFailedException("", null, none, bad, none)))
        .isEqualTo(Failure.MAIL_SERVER_REFUSED);
    assertThat(Failure.ADDRESS_REFUSED.isForGood()).isTrue();
    assertThat(Failure.MAIL_SERVER_AWAY.isForGood()).isFalse();
  }

  @Test
  void theMessageIdIsMadeOfTheMailAndTheSendersDomain() {
    assertThat(IdentifiedSmtp.messageId("1-2", "accounts@portal.example"))
        .isEqualTo("<1-2@portal.example>");
  }

  private static Failure failure(Exception cause) {
    return new MailFailedException(new EmailException("x", cause)).failure();
  }
}

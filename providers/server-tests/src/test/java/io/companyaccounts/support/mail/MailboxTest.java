// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.companyaccounts.support.server.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private final Mailbox mailbox = Mailbox.start(Ports.free());

  @AfterEach
  void close() {
    mailbox.close();
  }

  @Test
  void mailsAreFoundByTheirReceiverWhateverTheCase() {
    send("Anna@X.example", "One");
    send("ben@x.example", "Two");

    assertThat(mailbox.await("anna@x.example").subject()).isEqualTo("One");
    assertThat(mailbox.to("ANNA@x.example")).hasSize(1);
    assertThat(mailbox.await("ben@x.example").requireText()).isEqualTo("Hello");
    assertThat(mailbox.await("ben@x.example").html()).isNull();
    assertThat(mailbox.to("somebody@else.example")).isEmpty();
  }

  @Test
  void whatArrivedBeforeAnAbsenceIsKeptAndIdsStayUnique() {
    send("anna@x.example", "One");
    mailbox.await("anna@x.example");

    mailbox.goAway();
    assertThat(mailbox.all()).hasSize(1);
    mailbox.comeBack();
    send("anna@x.example", "Two");

    assertThat(mailbox.await("anna@x.example", 2))
        .extracting(Mail::subject)
        .containsExactly("One", "Two");
    assertThat(mailbox.all()).extracting(Mail::id).doesNotHaveDuplicates();
  }

  @Test
  void clearingForgetsOneAddressOrAll() {
    send("anna@x.example", "One");
    send("ben@x.example", "Two");
    mailbox.await("ben@x.example");

    mailbox.clear("ANNA@x.example");
    assertThat(mailbox.all()).extracting(Mail::receiver).containsExactly("ben@x.example");
    mailbox.clear();
    assertThat(mailbox.all()).isEmpty();
  }

  private void send(String to, String subject) {
    GreenMailUtil.sendTextEmail(
        to,
        "from@x.example",
        subject,
        "Hello",
        new ServerSetup(mailbox.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }
}

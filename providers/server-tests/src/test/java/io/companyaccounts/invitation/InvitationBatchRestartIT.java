// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.Database;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.Waiting;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The mails of a large batch leave although the server dies in the middle of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationBatchRestartIT {

  private static final int MANY = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private KeycloakServer server;
  private Mailbox mailbox;
  private InvitingRealm inviting;

  @BeforeAll
  void start() {
    mailbox = Mailbox.start();
    server =
        KeycloakServer.builder()
            .name("batch")
            .database(Database.POSTGRESQL)
            .startOption("--spi-company-jobs--default--poll-seconds=1")
            .startOption("--spi-company-jobs--default--lease-seconds=10")
            .start();
    inviting = InvitingRealm.create(server, new Admin(server), mailbox, "restart");
  }

  @AfterAll
  void stop() {
    server.close();
    mailbox.close();
  }

  @Test
  void fiveHundredMailsSurviveARestart() {
    String org = inviting.company("acme");
    Http boss = inviting.boss("acme");
    String table =
        IntStream.range(0, MANY)
            .mapToObj(i -> "person" + i + "@restart-way.example\n")
            .collect(Collectors.joining("", "email\n", ""));
    long begin = System.nanoTime();

    JsonNode sent =
        boss.send("POST", inviting.invitations(org) + "/batch", "text/csv", table)
            .expect(200)
            .json();

    System.out.printf("batch of %d: %.1f s%n", MANY, (System.nanoTime() - begin) / 1e9);
    String progress = inviting.invitations(org) + "/batch/" + sent.get("batchId").asText();
    JsonNode before = boss.get(progress).expect(200).json();
    assertThat(before.get("total").asInt()).isEqualTo(MANY);
    assertThat(before.get("done").asBoolean()).isFalse();
    Waiting.until(PATIENCE, () -> mailbox.all().size() > 20);
    server.node(0).kill();
    assertThat(receivers().size()).isBetween(1, MANY - 1);
    server.node(0).start();

    boolean done =
        Waiting.until(PATIENCE, () -> boss.get(progress).json().path("done").asBoolean());

    JsonNode after = boss.get(progress).expect(200).json();
    assertThat(done).as(after.toString()).isTrue();
    assertThat(after.get("sent").asInt()).isEqualTo(MANY);
    assertThat(after.get("failed").asInt()).isZero();
    assertThat(receivers()).hasSize(MANY);
  }

  private Set<String> receivers() {
    return mailbox.all().stream().map(Mail::receiver).collect(Collectors.toSet());
  }
}

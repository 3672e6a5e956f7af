// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.Ports;
import io.companyaccounts.support.server.ServerNode;
import io.companyaccounts.support.server.TwoNodeTest;
import io.companyaccounts.support.server.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Jobs and mails where two nodes look for them, and where nodes die. */
@TwoNodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsOnTwoNodesIT {

  private static final String ANNA = "anna@cluster.example";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final KeycloakServer server;
  private final Mailbox mailbox = Mailbox.start(Ports.free());
  private final RealmAdmin realm;
  private final String organization;

  JobsOnTwoNodesIT(KeycloakServer server, Admin admin) {
    this.server = server;
    realm = admin.createRealm("cluster", Map.of()).mailsTo(mailbox);
    organization = realm.createOrganization("cluster");
  }

  @AfterAll
  void stop() {
    realm.remove();
    mailbox.close();
  }

  @Test
  void jobsThatAreDueForBothNodesAtOnceRunOnceEach() {
    IntStream.range(0, 60)
        .forEach(i -> probe(i % 2).post("/jobs/race-" + i + "?inMillis=3000").expect(204));

    await(() -> IntStream.range(0, 60).allMatch(i -> isGone("race-" + i)));

    assertThat(lines("PROBE-JOB race-", server.logs())).isEqualTo(2 * 60);
    assertThat(lines("PROBE-JOB race-", server.node(0).log())).isPositive();
    assertThat(lines("PROBE-JOB race-", server.node(1).log())).isPositive();
  }

  @Test
  void mailsFromBothNodesArriveOnceEach() {
    List<String> ids =
        IntStream.range(0, 40).parallel().mapToObj(i -> put(i % 2, "many@x.example")).toList();

    List<Mail> mails = mailbox.await("many@x.example", 40);

    assertThat(mails.stream().map(Mail::messageId))
        .containsExactlyInAnyOrderElementsOf(
            ids.stream().map(id -> "<" + id + "@portal.example>").toList());
    await(() -> ids.stream().allMatch(id -> state(id).equals("SENT")));
    assertThat(mailbox.to("many@x.example")).hasSize(40);
  }

  @Test
  void aJobOfANodeThatDiesIsTakenOver() {
    probe(1).post("/jobs/orphan?work=9000").expect(204);
    await(() -> lines("PROBE-JOB orphan attempt 1", server.logs()) == 1);
    boolean onSecond = lines("PROBE-JOB orphan attempt 1", server.node(1).log()) == 1;
    ServerNode dying = server.node(onSecond ? 1 : 0);
    ServerNode other = server.node(onSecond ? 0 : 1);

    dying.kill();

    try {
      await(() -> lines("PROBE-JOB orphan ends", other.log()) == 1);
      assertThat(lines("PROBE-JOB orphan attempt 2", other.log())).isEqualTo(1);
    } finally {
      dying.start();
    }
    assertThat(lines("PROBE-JOB orphan ends", server.logs())).isEqualTo(1);
  }

  @Test
  void aNodeThatStopsFinishesWhatItHasBegun() {
    probe(1).post("/jobs/last?work=4000").expect(204);
    await(() -> lines("PROBE-JOB last attempt 1", server.logs()) == 1);
    boolean onSecond = lines("PROBE-JOB last attempt 1", server.node(1).log()) == 1;
    ServerNode stopping = server.node(onSecond ? 1 : 0);

    stopping.stop();

    try {
      assertThat(lines("PROBE-JOB last ends", stopping.log())).isEqualTo(1);
      Http other = probe(onSecond ? 0 : 1);
      assertThat(other.get("/jobs/last").status()).isEqualTo(404);
    } finally {
      stopping.start();
    }
    assertThat(lines("PROBE-JOB last attempt", server.logs())).isEqualTo(1);
  }

  @Test
  void aMailThatCouldNotBeSentOutlivesTheServer() {
    mailbox.goAway();
    String id = put(0, ANNA);
    await(() -> probe(0).get("/mails/" + id).json().get("attempts").asInt() > 0);
    server.node(0).stop();
    server.node(1).kill();
    mailbox.comeBack();

    server.node(0).start();
    server.node(1).start();

    await(() -> state(id).equals("SENT"));
    assertThat(mailbox.to(ANNA)).hasSize(1);
  }

  @Test
  void aNodeWithNothingToDoAsksOncePerPoll() {
    Http statements = new Http(server.node(0).url());
    List<Long> asked = new ArrayList<>();
    for (int window = 0; window < 3; window++) {
      long before = prepared(statements);
      pause(Duration.ofSeconds(8));
      asked.add(prepared(statements) - before);
    }

    System.out.println("statements of an idle node in 8 polls, three times: " + asked);
    // What the tests before left to do, or what Keycloak does after a start, is in one of them
    // only.
    assertThat(Collections.min(asked)).isLessThanOrEqualTo(12);
  }

  private static long prepared(Http http) {
    return http.get("/realms/cluster/company-probe/statements")
        .expect(200)
        .json()
        .get("prepared")
        .asLong();
  }

  private String put(int node, String address) {
    return probe(node)
        .post("/mails?organization=" + organization + "&address=" + address)
        .expect(200)
        .json()
        .get("id")
        .asText();
  }

  private String state(String id) {
    return probe(0).get("/mails/" + id).expect(200).json().get("state").asText();
  }

  private boolean isGone(String subject) {
    return probe(0).get("/jobs/" + subject).status() == 404;
  }

  private Http probe(int node) {
    return new Http(URI.create(server.node(node).url() + "/realms/cluster/company-probe/platform"));
  }

  private static long lines(String text, String log) {
    return log.lines().filter(line -> line.contains(text)).count();
  }

  private static void await(BooleanSupplier condition) {
    boolean met =
        Waiting.forAnswer(PATIENCE, () -> Optional.of(true).filter(x -> condition.getAsBoolean()))
            .isPresent();
    assertThat(met).isTrue();
  }

  private static void pause(Duration time) {
    Waiting.forAnswer(time, Optional::empty);
  }
}

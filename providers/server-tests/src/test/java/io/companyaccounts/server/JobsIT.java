// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import io.companyaccounts.support.server.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Jobs on one node: when they run, how often, and how they end. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KeycloakServer server;
  private final Http jobs;
  private final RealmAdmin realm;

  JobsIT(KeycloakServer server, Admin admin) {
    this.server = server;
    realm = admin.createRealm("jobs", Map.of());
    jobs = new Http(server.url().resolve("/realms/jobs/company-probe/platform/jobs/"));
  }

  @AfterAll
  void removeRealm() {
    realm.remove();
  }

  @Test
  void aDueJobRunsOnceAndIsGone() {
    jobs.post("once").expect(204);

    awaitGone("once");
    assertThat(begun("once")).isEqualTo(1);
    assertThat(attribute("probe-runs-once")).isEqualTo("1");
  }

  @Test
  void aJobOfARolledBackTransactionNeverWas() {
    jobs.post("rolled/rolled-back");

    assertThat(jobs.get("rolled").status()).isEqualTo(404);
    jobs.post("after-rolled").expect(204);
    awaitGone("after-rolled");
    assertThat(begun("rolled")).isZero();
  }

  @Test
  void aJobWaitsUntilItIsDue() {
    jobs.post("later?inMillis=3600000").expect(204);

    JsonNode job = jobs.get("later").expect(200).json();
    assertThat(job.get("state").asText()).isEqualTo("WAITING");
    assertThat(job.get("attempts").asInt()).isZero();
    assertThat(begun("later")).isZero();
  }

  @Test
  void askingTwiceDoesNotDoubleAndTheEarlierTimeCounts() {
    jobs.post("twice?inMillis=3600000").expect(204);
    long late = jobs.get("twice").expect(200).json().get("due").asLong();
    jobs.post("twice?inMillis=1800000").expect(204);
    long early = jobs.get("twice").expect(200).json().get("due").asLong();
    jobs.post("twice?inMillis=7200000").expect(204);

    assertThat(early).isLessThan(late);
    assertThat(jobs.get("twice").expect(200).json().get("due").asLong()).isEqualTo(early);
    jobs.post("twice").expect(204);
    awaitGone("twice");
    assertThat(begun("twice")).isEqualTo(1);
  }

  @Test
  void aJobThatIsAskedForWhileItRunsRunsOnceMore() {
    jobs.post("again?work=3000").expect(204);
    Waiting.forAnswer(PATIENCE, () -> Optional.of(true).filter(x -> begun("again") == 1));
    jobs.post("again").expect(204);

    awaitGone("again");
    assertThat(begun("again")).isEqualTo(2);
    assertThat(attribute("probe-runs-again")).isEqualTo("2");
  }

  @Test
  void aJobThatRunsAgainWaitsForItsNextTime() {
    jobs.post("daily?work=3000&againInMillis=3600000").expect(204);
    Waiting.forAnswer(PATIENCE, () -> Optional.of(true).filter(x -> begun("daily") == 1));
    jobs.post("daily?againInMillis=3600000").expect(204);

    boolean waits =
        Waiting.until(
            PATIENCE,
            () ->
                jobs.get("daily").expect(200).json().get("due").asLong()
                    > System.currentTimeMillis() + 3_000_000);
    assertThat(waits).isTrue();
    assertThat(begun("daily")).as("it was asked for while it ran").isEqualTo(2);
    JsonNode job = jobs.get("daily").expect(200).json();
    assertThat(job.get("state").asText()).isEqualTo("WAITING");
    assertThat(job.get("attempts").asInt()).isZero();
  }

  @Test
  void aFailedRunIsTriedAgainAndWhatItWroteIsKept() {
    jobs.post("fails?fail=2").expect(204);

    awaitGone("fails");
    assertThat(begun("fails")).isEqualTo(3);
    assertThat(attribute("probe-runs-fails")).isEqualTo("3");
  }

  @Test
  void aRunThatThrowsIsRolledBackAndTriedAgain() {
    jobs.post("throws?throw=2").expect(204);

    awaitGone("throws");
    assertThat(begun("throws")).isEqualTo(3);
    assertThat(attribute("probe-runs-throws")).isEqualTo("1");
  }

  @Test
  void aJobThatNeverWorksIsGivenUpVisiblyAndCanBeRevived() {
    jobs.post("hopeless?throw=99").expect(204);

    JsonNode failed = awaitState("hopeless", "FAILED");
    assertThat(failed.get("attempts").asInt()).isEqualTo(3);
    assertThat(failed.get("lastError").asText()).isEqualTo("IllegalStateException");
    assertThat(attribute("probe-given-up-hopeless")).isEqualTo("IllegalStateException");
    assertThat(jobs.get("failed").expect(200).json().findValuesAsText("subject"))
        .contains("hopeless");
    jobs.post("hopeless").expect(204);
    awaitGone("hopeless");
  }

  @Test
  void aJobMayGiveItselfUpAtOnce() {
    jobs.post("gives-up?giveUp=1").expect(204);

    JsonNode failed = awaitState("gives-up", "FAILED");
    assertThat(failed.get("attempts").asInt()).isEqualTo(1);
    assertThat(attribute("probe-given-up-gives-up")).isEqualTo("told_to_give_up");
  }

  @Test
  void aJobTakenBackDoesNotRun() {
    jobs.post("back?inMillis=600000").expect(204);

    jobs.delete("back").expect(204);
    assertThat(jobs.delete("back").status()).isEqualTo(404);
    assertThat(jobs.get("back").status()).isEqualTo(404);
  }

  @Test
  void aJobTakenBackWhileItRunsLeavesNoTrace() {
    jobs.post("stopped?work=2000").expect(204);
    Waiting.forAnswer(PATIENCE, () -> Optional.of(true).filter(x -> begun("stopped") == 1));
    jobs.delete("stopped").expect(204);
    Waiting.forAnswer(
        PATIENCE, () -> Optional.of(true).filter(x -> log().contains("was taken over or taken")));

    assertThat(attribute("probe-runs-stopped")).isEmpty();
    assertThat(jobs.get("stopped").status()).isEqualTo(404);
  }

  @Test
  void aJobOfAKindNobodyKnowsWaits() {
    jobs.post("stranger?kind=of-a-newer-version").expect(204);
    jobs.post("after-stranger").expect(204);

    awaitGone("after-stranger");
    assertThat(log()).doesNotContain("of-a-newer-version");
  }

  @Test
  void theJobsOfARemovedRealmAreGone() {
    RealmAdmin gone = new Admin(server).createRealm("jobs-gone", Map.of());
    Http its = jobs.at(server.url().resolve("/realms/jobs-gone/company-probe/platform/jobs/"));
    its.post("leftover?inMillis=3600000").expect(204);
    String itsId = gone.get("").expect(200).json().get("id").asText();
    jobs.get("leftover?realmId=" + itsId).expect(200);

    gone.remove();

    assertThat(jobs.get("leftover?realmId=" + itsId).status()).isEqualTo(404);
  }

  private void awaitGone(String subject) {
    boolean gone =
        Waiting.forAnswer(
                PATIENCE, () -> Optional.of(true).filter(x -> jobs.get(subject).status() == 404))
            .isPresent();
    assertThat(gone).as("job %s is done", subject).isTrue();
  }

  private JsonNode awaitState(String subject, String state) {
    return Waiting.forAnswer(
            PATIENCE,
            () ->
                Optional.of(jobs.get(subject).expect(200).json())
                    .filter(job -> job.get("state").asText().equals(state)))
        .orElseThrow();
  }

  private long begun(String subject) {
    return log().lines().filter(line -> line.contains("PROBE-JOB " + subject + " attempt")).count();
  }

  private String log() {
    return server.node(0).log();
  }

  private String attribute(String name) {
    return realm.get("").expect(200).json().path("attributes").path(name).asText();
  }
}

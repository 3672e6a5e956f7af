// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ProjectFiles;
import io.companyaccounts.support.server.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the manual run as they stand there, one after the other, with the real curl. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationsManualIT {

  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
  private static final int LEAST_EXAMPLES = 15;

  private final InvitingRealm inviting;
  private final Map<String, String> variables = new HashMap<>();

  @TempDir Path directory;

  InvitationsManualIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    inviting = InvitingRealm.create(server, admin, mailbox, "manual");
    CompanyRealm realm = inviting.realm();
    String org = realm.company("acme");
    String owner = realm.member(org, "owner@acme.example", "director");
    realm.nameOwner(org, owner);
    variables.put("COMPANY", server.url() + realm.path("/organizations/acme"));
    variables.put(
        "TOKEN",
        realm
            .portal()
            .password("owner@acme.example", CompanyRealm.PASSWORD, "openid company-api")
            .access());
  }

  @AfterAll
  void removeRealm() {
    inviting.remove();
  }

  @Test
  void everyExampleRuns() throws IOException, InterruptedException {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(ProjectFiles.inRoot("docs/invitations.md")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(LEAST_EXAMPLES);

    for (String example : examples) {
      assertThat(example).contains("curl -fsS");
      remember(example, run(example));
    }

    assertThat(variables).containsKeys("INVITATION", "VERSION", "BATCH", "LINK");
    inviting.mailbox().await("anna@example.com", 2);
    inviting.mailbox().await("ben@example.com");
  }

  private String run(String example) throws IOException, InterruptedException {
    Path errors = Files.createTempFile(directory, "errors", ".txt");
    Path answer = Files.createTempFile(directory, "answer", ".txt");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", example)
            .directory(directory.toFile())
            .redirectOutput(answer.toFile())
            .redirectError(errors.toFile());
    shell.environment().putAll(variables);
    shell.environment().put("no_proxy", "*");
    Process process = shell.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(example).isTrue();
    String text = Files.readString(answer, StandardCharsets.UTF_8);
    assertThat(process.exitValue())
        .as("%s\n%s\n%s", example, text, Files.readString(errors, StandardCharsets.UTF_8))
        .isZero();
    return text;
  }

  /** What the next examples call by name. */
  private void remember(String example, String answer) {
    if (!answer.startsWith("{")) {
      return;
    }
    JsonNode json = Json.read(answer);
    if (json.has("id")) {
      variables.put(
          example.contains("invite-links") ? "LINK" : "INVITATION", json.get("id").asText());
    }
    if (json.has("version")) {
      variables.put("VERSION", json.get("version").asText());
    }
    if (json.has("batchId")) {
      variables.put("BATCH", json.get("batchId").asText());
    }
  }
}

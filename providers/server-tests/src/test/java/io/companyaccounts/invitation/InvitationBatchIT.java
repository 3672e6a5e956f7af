// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InvitingRealm.draft;
import static io.companyaccounts.invitation.InvitingRealm.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many are invited in one call: all or none, or those that fit. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationBatchIT {

  private final InvitingRealm inviting;
  private final CompanyRealm realm;

  InvitationBatchIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    inviting = InvitingRealm.create(server, admin, mailbox, "many");
    realm = inviting.realm();
  }

  @AfterAll
  void removeRealm() {
    inviting.remove();
  }

  @Test
  void allAreCheckedFirstAndNothingIsSentUnlessTheyAllFit() {
    String org = inviting.company("acme");
    Http boss = inviting.boss("acme");
    String path = inviting.invitations(org) + "/batch";
    inviting.invite(boss, org, "known@many.example");
    List<Map<String, Object>> rows =
        List.of(
            draft("good@many.example", "purchaser"),
            draft("no-address"),
            draft("boss@acme.example"),
            draft("KNOWN@many.example"),
            draft("GOOD@many.example"),
            draft("role@many.example", "nothing"));

    Reply reply = boss.post(path, Map.of("invitations", rows));

    refused(reply, 400, "batch_refused");
    assertThat(reply.json().at("/details/total").asInt()).isEqualTo(6);
    JsonNode refusedRows = reply.json().at("/details/rows");
    assertThat(Json.texts(refusedRows, "error"))
        .containsExactly(
            "invalid_email", "already_member", "already_invited", "email_twice", "unknown_role");
    assertThat(Json.texts(refusedRows, "row")).containsExactly("2", "3", "4", "5", "6");
    assertThat(count(org)).isEqualTo(1);

    JsonNode dry =
        boss.post(path, Map.of("invitations", rows, "dryRun", true, "sendValid", true))
            .expect(200)
            .json();
    assertThat(dry.get("sent").asBoolean()).isFalse();
    assertThat(dry.get("refused").asInt()).isEqualTo(5);
    assertThat(dry.has("batchId")).isFalse();
    assertThat(count(org)).isEqualTo(1);

    JsonNode sent =
        boss.post(path, Map.of("invitations", rows, "sendValid", true)).expect(200).json();
    assertThat(sent.get("sent").asBoolean()).isTrue();
    assertThat(sent.at("/rows/0/email").asText()).isEqualTo("good@many.example");
    assertThat(sent.at("/rows/0").has("error")).isFalse();
    assertThat(sent.toString()).doesNotContain("/company/i/");
    inviting.link("good@many.example", 1);
    String batch = sent.get("batchId").asText();
    JsonNode listed = boss.get(inviting.invitations(org) + "?batch=" + batch).expect(200).json();
    assertThat(Json.texts(listed.get("invitations"), "email")).containsExactly("good@many.example");
    assertThat(count(org)).isEqualTo(2);
    assertThat(
            boss.get(inviting.invitations(org) + "/batch/" + batch)
                .expect(200)
                .json()
                .get("total")
                .asInt())
        .isEqualTo(1);
    refused(boss.get(inviting.invitations(org) + "/batch/nothing"), 404, "batch_not_found");
    String other = inviting.company("stranger");
    refused(
        inviting.boss("stranger").get(inviting.invitations(other) + "/batch/" + batch),
        404,
        "batch_not_found");
  }

  @Test
  void aTableIsReadAsSpreadsheetsSaveIt() {
    String org = inviting.company("table");
    Http boss = inviting.boss("table");
    String path = inviting.invitations(org) + "/batch";
    String table =
        """
        \uFEFFroles;Email;lastName;message
        purchaser | operator;anna@table-way.example;"Ärmel";"Hello; or,
        ""you""\"
        ;ben@table-way.example;;
        """;

    JsonNode sent = boss.send("POST", path, "text/csv; charset=utf-8", table).expect(200).json();

    assertThat(sent.get("total").asInt()).isEqualTo(2);
    JsonNode anna =
        boss.get(inviting.invitations(org) + "?search=anna")
            .expect(200)
            .json()
            .at("/invitations/0");
    assertThat(anna.get("lastName").asText()).isEqualTo("Ärmel");
    assertThat(anna.get("message").asText()).isEqualTo("Hello; or,\n\"you\"");
    assertThat(Json.texts(anna.get("roles"), "name"))
        .containsExactlyInAnyOrder("purchaser", "operator");
    assertThat(inviting.mailbox().await("anna@table-way.example").requireText())
        .contains("\"you\"");

    Reply template = boss.get(inviting.invitations(org) + "/template.csv").expect(200);
    assertThat(template.header("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(template.header("Content-Disposition").orElseThrow()).contains("attachment");
    String filled = template.body() + "cara@table-way.example,Cara,,,purchaser,,en,7\r\n";
    boss.send("POST", path, "text/csv", filled).expect(200);
    String bad = template.body() + "dora@table-way.example,,,,,,,soon\r\n";
    Reply refusal = boss.send("POST", path, "text/csv", bad);
    refused(refusal, 400, "batch_refused");
    assertThat(refusal.json().at("/details/rows/0/error").asText()).isEqualTo("invalid_validity");
  }

  @Test
  void whatIsNoTableAndNoListIsRefused() {
    String org = inviting.company("broken");
    Http boss = inviting.boss("broken");
    String path = inviting.invitations(org) + "/batch";
    refused(boss.send("POST", path, "text/csv", "email\n\"open"), 400, "invalid_csv");
    refused(boss.send("POST", path, "text/csv", "email,size\na@b.example,1"), 400, "unknown_field");
    refused(boss.send("POST", path, "text/csv", "email\n"), 400, "invalid_value");
    refused(
        boss.send("POST", path, "text/plain", "email\na@b.example"), 415, "unsupported_media_type");
    refused(boss.post(path, Map.of("invitations", List.of())), 400, "invalid_value");
    refused(boss.post(path, Map.of()), 400, "invalid_value");
    refused(boss.post(path + "?sendValid=maybe", Map.of()), 400, "invalid_value");
    String tooMany = "email\n" + "a@b.example\n".repeat(501);
    refused(boss.send("POST", path, "text/csv", tooMany), 400, "invalid_value");
    assertThat(count(org)).isZero();
  }

  @Test
  void seatsAndLimitsCountOverTheWholeBatch() {
    String org = inviting.company("seats");
    inviting.seats(org, "seats", 3);
    Http boss = inviting.boss("seats");
    String path = inviting.invitations(org) + "/batch";
    Map<String, Object> three =
        Map.of(
            "invitations",
            List.of(
                draft("one@batch-seats.example"),
                draft("two@batch-seats.example"),
                draft("three@batch-seats.example")));

    Reply all = boss.post(path, three);
    refused(all, 400, "batch_refused");
    assertThat(Json.texts(all.json().at("/details/rows"), "error")).containsExactly("no_seats");
    assertThat(count(org)).isZero();

    boss.post(path + "?sendValid=true", three).expect(200);
    assertThat(count(org)).isEqualTo(2);
  }

  @Test
  void ranksHoldInEveryRow() {
    String org = inviting.company("ranks");
    realm.member(org, "adam@ranks.example", "administrator");
    Http adam = realm.as("adam@ranks.example");

    Reply reply =
        adam.post(
            inviting.invitations(org) + "/batch",
            Map.of(
                "invitations",
                List.of(draft("a@rank-way.example"), draft("b@rank-way.example", "director"))));

    refused(reply, 400, "batch_refused");
    assertThat(reply.json().at("/details/rows/0/error").asText()).isEqualTo("role_above_rank");
    assertThat(inviting.activity(org, "REFUSED").at("/0/details/reason").asText())
        .isEqualTo("role_above_rank");
  }

  private int count(String org) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/invitations?state=OPEN")
        .expect(200)
        .json()
        .get("total")
        .asInt();
  }
}

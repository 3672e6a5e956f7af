// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InvitingRealm.draft;
import static io.companyaccounts.invitation.InvitingRealm.refused;
import static io.companyaccounts.support.company.CompanyRealm.rolesBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever may not be invited: a stable code, a text, nothing sent, nothing told to strangers. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationRefusalsIT {

  private final InvitingRealm inviting;
  private final CompanyRealm realm;
  private final String acme;
  private final Http boss;

  InvitationRefusalsIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    inviting = InvitingRealm.create(server, admin, mailbox, "refusing");
    realm = inviting.realm();
    acme = inviting.company("acme");
    realm.member(acme, "adam@acme.example", "administrator");
    realm.member(acme, "viewer@acme.example", "purchaser");
    realm.member(acme, "worker@acme.example");
    realm.member(acme, "blind@acme.example", InvitingRealm.RECRUITER);
    boss = inviting.boss("acme");
  }

  @AfterAll
  void removeRealm() {
    inviting.remove();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | invalid_email",
        "{'email':'no-address'} | invalid_email",
        "{'email':'a@b.example\\r\\nBcc: all@b.example'} | invalid_email",
        "{'email':'a@b.example','firstName':'<script>'} | invalid_person_name",
        "{'email':'a@b.example','phone':'call me'} | invalid_phone",
        "{'email':'a@b.example','message':'\\u0007'} | invalid_message",
        "{'email':'a@b.example','locale':'tlh'} | unknown_locale",
        "{'email':'a@b.example','validityDays':0} | invalid_validity",
        "{'email':'a@b.example','validityDays':31} | invalid_validity",
        "{'email':'a@b.example','validityDays':'7'} | invalid_value",
        "{'email':'a@b.example','roles':[{'role':'nothing'}]} | unknown_role",
        "{'email':'a@b.example','roles':[{'role':'operator'},{'role':'operator'}]} | role_twice",
        "{'email':'a@b.example','roles':'operator'} | invalid_value",
        "{'email':'a@b.example','redirectUri':'https://evil.example'} | unknown_field",
        "{'email':'a@b.example','firstName':'\\u0000'} | invalid_value",
        "[] | invalid_value",
        "nothing | invalid_json",
      })
  void whatIsNotWrittenAsItShouldBe(String body, String code) {
    refused(
        boss.send("POST", inviting.invitations(acme), "application/json", body.replace('\'', '"')),
        400,
        code);
    assertThat(inviting.mailbox().to("a@b.example")).isEmpty();
    assertThat(count(acme, "search=a@b.example")).isZero();
  }

  @Test
  void aMessageHasAThousandCharactersAtMost() {
    Map<String, Object> draft = draft("long@refusing.example");
    draft.put("message", "x".repeat(1_001));
    refused(boss.post(inviting.invitations(acme), draft), 400, "invalid_message");
    draft.put("message", "😀".repeat(1_000));
    boss.post(inviting.invitations(acme), draft).expect(201);
  }

  @ParameterizedTest
  @CsvSource({
    "?state=SLEEPING, invalid_value",
    "?max=101, invalid_paging",
    "?first=-1, invalid_paging",
  })
  void aListIsAskedForWrongly(String query, String code) {
    refused(boss.get(inviting.invitations(acme) + query), 400, code);
  }

  @Test
  void whoMayNotInviteGetsNothing() {
    String id = inviting.invite(boss, acme, "hidden@refusing.example").get("id").asText();
    for (String who : List.of("viewer@acme.example", "worker@acme.example")) {
      Http http = realm.as(who);
      String path = inviting.invitations(acme);
      refused(http.post(path, draft("x@refusing.example")), 403, "not_permitted");
      refused(http.get(path), 403, "not_permitted");
      refused(http.get(path + "/" + id), 403, "not_permitted");
      refused(http.delete(path + "/" + id), 403, "not_permitted");
      refused(http.post(path + "/" + id + "/resend"), 403, "not_permitted");
      refused(http.put(path + "/" + id + "/roles", rolesBody()), 403, "not_permitted");
      refused(http.get(path + "/template.csv"), 403, "not_permitted");
      refused(http.get(inviting.path(acme, "/invite-links")), 403, "not_permitted");
    }
    refused(
        new Http(realm.server().url()).get(inviting.invitations(acme)), 401, "not_authenticated");
    assertThat(inviting.activity(acme, "REFUSED").size()).isPositive();
  }

  @Test
  void whatBelongsToAnotherCompanyDoesNotExistHere() {
    String other = inviting.company("globex");
    Http stranger = inviting.boss("globex");
    String id = inviting.invite(boss, acme, "mine@refusing.example").get("id").asText();
    String here = inviting.invitations(other) + "/";
    for (String each : List.of(id, "nothing", "%00")) {
      refused(stranger.get(here + each), 404, "invitation_not_found");
      refused(stranger.delete(here + each), 404, "invitation_not_found");
      refused(stranger.post(here + each + "/resend"), 404, "invitation_not_found");
      refused(
          stranger.put(here + each + "/roles", rolesBody("operator")), 404, "invitation_not_found");
    }
    refused(stranger.get(inviting.invitations(acme)), 404, "organization_not_found");
    refused(
        stranger.post(inviting.invitations(acme), draft("y@refusing.example")),
        404,
        "organization_not_found");
    refused(
        realm.admin().get("/company/organizations/" + other + "/invitations/" + id),
        404,
        "invitation_not_found");
    assertThat(inviting.invitation(acme, id).get("state").asText()).isEqualTo("OPEN");
  }

  @Test
  void nobodyInvitesAboveTheOwnRank() {
    Http adam = realm.as("adam@acme.example");
    String path = inviting.invitations(acme);
    refused(adam.post(path, draft("up@refusing.example", "director")), 403, "role_above_rank");
    String high =
        inviting.invite(boss, acme, "high@refusing.example", "director").get("id").asText();
    String low = inviting.invite(boss, acme, "low@refusing.example").get("id").asText();

    refused(adam.put(path + "/" + low + "/roles", rolesBody("director")), 403, "role_above_rank");
    refused(adam.put(path + "/" + high + "/roles", rolesBody("operator")), 403, "role_above_rank");
    refused(adam.post(path + "/" + high + "/resend"), 403, "role_above_rank");
    refused(adam.delete(path + "/" + high), 403, "role_above_rank");
    refused(
        realm.as("blind@acme.example").post(path, draft("b@refusing.example", "operator")),
        403,
        "not_permitted");
    assertThat(inviting.invitation(acme, high).get("state").asText()).isEqualTo("OPEN");
    assertThat(inviting.invitation(acme, low).get("version"))
        .isEqualTo(inviting.invitation(acme, low).get("version"));
    assertThat(inviting.mailbox().to("up@refusing.example")).isEmpty();
  }

  @Test
  void membersAndInvitedPeopleAreToldOnlyToWhoMaySeeThem() {
    inviting.invite(boss, acme, "twice@refusing.example");
    String path = inviting.invitations(acme);

    refused(boss.post(path, draft("TWICE@refusing.example")), 409, "already_invited");
    refused(boss.post(path, draft("worker@acme.example")), 409, "already_member");

    Http blind = realm.as("blind@acme.example");
    Reply member = blind.post(path, draft("worker@acme.example")).expect(202);
    Reply invited = blind.post(path, draft("twice@refusing.example")).expect(202);
    Reply stranger = blind.post(path, draft("new@refusing.example")).expect(202);
    assertThat(member.body()).isEqualTo(invited.body()).isEqualTo(stranger.body()).isEqualTo("{}");
    assertThat(member.header("ETag")).isEmpty();
    assertThat(stranger.header("ETag")).isEmpty();
    refused(blind.post(path, draft("no-address")), 400, "invalid_email");
    refused(blind.get(path), 403, "not_permitted");
    refused(blind.get(path + "/batch/any"), 403, "not_permitted");
    refused(
        blind.post(path + "/batch", Map.of("invitations", List.of(draft("q@refusing.example")))),
        403,
        "not_permitted");
    inviting.link("new@refusing.example", 1);
    assertThat(inviting.mailbox().to("worker@acme.example")).isEmpty();
  }

  @Test
  void whoMayNotSeeMembersLearnsNothingFromLimitsEither() {
    String org = inviting.company("full");
    realm.member(org, "blind@full.example", InvitingRealm.RECRUITER);
    inviting.seats(org, "full", 2);
    Http blind = realm.as("blind@full.example");
    String path = inviting.invitations(org);

    refused(blind.post(path, draft("new@full-way.example")), 409, "no_seats");
    refused(blind.post(path, draft("boss@full.example")), 409, "no_seats");
  }

  @Test
  void seatsAreNotOversold() {
    String org = inviting.company("seats");
    inviting.seats(org, "seats", 3);
    Http director = inviting.boss("seats");
    String path = inviting.invitations(org);
    inviting.invite(director, org, "one@seats-way.example");
    JsonNode two = inviting.invite(director, org, "two@seats-way.example");

    refused(director.post(path, draft("three@seats-way.example")), 409, "no_seats");
    JsonNode seats = director.get(path).expect(200).json().get("seats");
    assertThat(seats.get("limit").asInt()).isEqualTo(3);
    assertThat(seats.get("left").asInt()).isZero();
    director.delete(path + "/" + two.get("id").asText()).expect(204);
    inviting.invite(director, org, "three@seats-way.example");
    assertThat(inviting.mailbox().to("three@seats-way.example").size()).isLessThanOrEqualTo(1);
  }

  @Test
  void aSuspendedCompanyInvitesNobody() {
    String org = inviting.company("asleep");
    String id =
        inviting.invite(inviting.boss("asleep"), org, "s@asleep-way.example").get("id").asText();
    Http director = inviting.boss("asleep");
    inviting.enable(org, "asleep", false);

    refused(
        director.post(inviting.invitations(org), draft("t@asleep-way.example")),
        403,
        "organization_suspended");
    String path = "/company/organizations/" + org + "/invitations";
    refused(realm.admin().post(path, draft("t@asleep-way.example")), 403, "organization_suspended");
    refused(
        realm.admin().post(path + "/" + id + "/resend", Map.of()), 403, "organization_suspended");
    realm.admin().get(path).expect(200);
  }

  @Test
  void whoIsBlockedInvitesNobodyAndWhatWasSentGivesNothing() {
    String org = inviting.company("blocked");
    realm.member(org, "bad@blocked.example", "administrator");
    Http bad = realm.as("bad@blocked.example");
    String id = inviting.invite(bad, org, "b@blocked-way.example", "purchaser").get("id").asText();

    block("blocked", "bad@blocked.example");

    refused(
        bad.post(inviting.invitations(org), draft("c@blocked-way.example")),
        404,
        "organization_not_found");
    String invited = realm.admin().createUser("b@blocked-way.example", CompanyRealm.PASSWORD);
    realm.admin().post("/organizations/" + org + "/members", invited);
    assertThat(inviting.invitation(org, id).get("state").asText()).isNotEqualTo("ACCEPTED");
  }

  @Test
  void invitationsAreLimitedByTheHour() {
    String org = inviting.company("hourly");
    realm.member(org, "second@hourly.example", "administrator");
    Http first = inviting.boss("hourly");
    Http second = realm.as("second@hourly.example");
    String path = inviting.invitations(org);
    inviting.attributes(
        Map.of(
            "company.invitation.perHour", "4",
            "company.invitation.perHourAndInviter", "2",
            "company.invitation.resends", "1"));
    try {
      String one = inviting.invite(first, org, "one@hourly-way.example").get("id").asText();
      first.post(path + "/" + one + "/resend").expect(200);
      refused(first.post(path, draft("two@hourly-way.example")), 429, "too_many_invitations");
      refused(second.post(path + "/" + one + "/resend"), 429, "too_many_resends");
      inviting.invite(second, org, "two@hourly-way.example");
      inviting.invite(second, org, "three@hourly-way.example");
      refused(
          realm
              .admin()
              .post(
                  "/company/organizations/" + org + "/invitations",
                  draft("four@hourly-way.example")),
          429,
          "too_many_invitations");
      assertThat(count(org, "state=OPEN")).isEqualTo(3);
    } finally {
      inviting.attributes(
          Map.of(
              "company.invitation.perHour", "1000",
              "company.invitation.perHourAndInviter", "600",
              "company.invitation.resends", "10"));
    }
  }

  private int count(String org, String query) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/invitations?" + query)
        .expect(200)
        .json()
        .get("total")
        .asInt();
  }

  private void block(String alias, String username) {
    Map<String, Object> member = Map.of("username", username, "state", "BLOCKED");
    realm
        .admin()
        .post(
            "/company/import",
            Map.of(
                "format",
                1,
                "organizations",
                List.of(Map.of("alias", alias, "members", List.of(member)))))
        .expect(200);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InvitingRealm.draft;
import static io.companyaccounts.invitation.InvitingRealm.refused;
import static io.companyaccounts.support.company.CompanyRealm.rolesBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import io.companyaccounts.support.server.Waiting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A company invites its people, and keeps sight of whom it invited. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final InvitingRealm inviting;
  private final CompanyRealm realm;

  InvitationsIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    inviting = InvitingRealm.create(server, admin, mailbox, "inviting");
    realm = inviting.realm();
  }

  @AfterAll
  void removeRealm() {
    inviting.remove();
  }

  @Test
  void anInvitationIsSentAgainChangedAndWithdrawnAndStaysInTheHistory() {
    String org = inviting.company("acme");
    Http boss = inviting.boss("acme");
    String path = inviting.invitations(org);
    Map<String, Object> wanted = draft("Anna@Elsewhere.example", "purchaser");
    wanted.putAll(
        Map.of(
            "firstName", "Anna",
            "lastName", "Ärmel",
            "phone", "+49 30 901820",
            "message", "Welcome <b>aboard</b>!",
            "locale", "de",
            "validityDays", 14));

    Reply reply = boss.post(path, wanted).expect(201);

    JsonNode sent = reply.json();
    String id = sent.get("id").asText();
    assertThat(sent.get("email").asText()).isEqualTo("anna@elsewhere.example");
    assertThat(sent.get("state").asText()).isEqualTo("OPEN");
    assertThat(sent.at("/roles/0/name").asText()).isEqualTo("purchaser");
    assertThat(sent.at("/inviter/kind").asText()).isEqualTo("MEMBER");
    assertThat(sent.at("/inviter/name").asText()).isEqualTo("First Last");
    assertThat(days(sent)).isEqualTo(14);
    assertThat(reply.header("ETag")).hasValue("\"" + sent.get("version").asInt() + "\"");
    Mail mail = inviting.mailbox().await("anna@elsewhere.example");
    assertThat(mail.requireText()).contains("acme", "First Last", "Welcome <b>aboard</b>!");
    assertThat(mail.requireHtml()).contains("Welcome &lt;b&gt;aboard&lt;/b&gt;!");
    URI link = InvitingRealm.link(mail);
    assertThat(InvitingRealm.code(link)).hasSizeGreaterThanOrEqualTo(32);
    awaitMail(org, id, "SENT");

    JsonNode again = boss.post(path + "/" + id + "/resend").expect(200).json();
    assertThat(again.get("id").asText()).isEqualTo(id);
    assertThat(again.get("resends").asInt()).isEqualTo(1);
    assertThat(days(again)).isEqualTo(7);
    assertThat(inviting.link("anna@elsewhere.example", 2)).isNotEqualTo(link);
    assertThat(
            boss.post(path + "/" + id + "/resend", Map.of("validityDays", 3))
                .expect(200)
                .json()
                .get("resends")
                .asInt())
        .isEqualTo(2);

    Reply read = boss.get(path + "/" + id).expect(200);
    Http exactly = boss.with("If-Match", read.header("ETag").orElseThrow());
    JsonNode changed =
        exactly.put(path + "/" + id + "/roles", rolesBody("operator")).expect(200).json();
    assertThat(Json.texts(changed.get("roles"), "name")).containsExactly("operator");
    refused(
        exactly.put(path + "/" + id + "/roles", rolesBody("purchaser")), 412, "version_conflict");

    boss.delete(path + "/" + id).expect(204);
    JsonNode past = boss.get(path + "/" + id).expect(200).json();
    assertThat(past.get("state").asText()).isEqualTo("WITHDRAWN");
    assertThat(past.get("ended").asText()).isNotBlank();
    refused(boss.delete(path + "/" + id), 409, "invitation_withdrawn");
    refused(boss.post(path + "/" + id + "/resend"), 409, "invitation_withdrawn");
    refused(
        boss.put(path + "/" + id + "/roles", rolesBody("operator")), 409, "invitation_withdrawn");
    assertThat(inviting.nativeInvitations(org)).isEmpty();
    for (String kind :
        List.of(
            "INVITATION_SENT", "INVITATION_RESENT", "INVITATION_CHANGED", "INVITATION_WITHDRAWN")) {
      JsonNode entries = inviting.activity(org, kind);
      assertThat(entries.at("/0/subject").asText()).as(kind).isEqualTo(id);
      assertThat(entries.size()).as(kind).isEqualTo(kind.equals("INVITATION_RESENT") ? 2 : 1);
    }
  }

  @Test
  void theListIsSearchedFilteredAndPaged() {
    String org = inviting.company("globex");
    realm.member(org, "second@globex.example", "administrator");
    Http boss = inviting.boss("globex");
    String path = inviting.invitations(org);
    String one = inviting.invite(boss, org, "one@list.example").get("id").asText();
    String two = inviting.invite(boss, org, "two_b@list.example").get("id").asText();
    Map<String, Object> named = draft("three@list.example");
    named.put("lastName", "Müller");
    JsonNode three = realm.as("second@globex.example").post(path, named).expect(201).json();
    boss.delete(path + "/" + one).expect(204);
    inviting.expire(org, two);

    assertThat(emails(boss, path)).containsExactly("three", "two_b", "one");
    assertThat(emails(boss, path + "?state=open")).containsExactly("three");
    assertThat(emails(boss, path + "?state=EXPIRED")).containsExactly("two_b");
    assertThat(emails(boss, path + "?state=WITHDRAWN")).containsExactly("one");
    assertThat(emails(boss, path + "?state=ACCEPTED")).isEmpty();
    assertThat(emails(boss, path + "?search=M%C3%BCLL")).containsExactly("three");
    assertThat(emails(boss, path + "?search=_")).containsExactly("two_b");
    assertThat(emails(boss, path + "?search=%25")).isEmpty();
    assertThat(emails(boss, path + "?search=LIST.example&max=1&first=1")).containsExactly("two_b");
    assertThat(emails(boss, path + "?inviter=" + three.at("/inviter/id").asText()))
        .containsExactly("three");
    assertThat(emails(boss, path + "?inviter=nobody")).isEmpty();
    JsonNode page = boss.get(path + "?max=1").expect(200).json();
    assertThat(page.get("total").asInt()).isEqualTo(3);
    assertThat(page.at("/seats/members").asInt()).isEqualTo(2);
    assertThat(page.at("/seats/openInvitations").asInt()).isEqualTo(1);
    assertThat(page.get("seats").has("left")).isFalse();
  }

  @Test
  void anExpiredInvitationIsSentAgain() {
    String org = inviting.company("expired");
    Http boss = inviting.boss("expired");
    String id = inviting.invite(boss, org, "late@expiry.example").get("id").asText();
    inviting.expire(org, id);
    String path = inviting.invitations(org) + "/" + id;
    refused(boss.put(path + "/roles", rolesBody("operator")), 409, "invitation_expired");

    JsonNode again = boss.post(path + "/resend").expect(200).json();

    assertThat(again.get("state").asText()).isEqualTo("OPEN");
    assertThat(inviting.nativeInvitations(org)).hasSize(1);
  }

  @Test
  void whoJoinsWithTheInvitedAddressAcceptsWhicheverWay() {
    String org = inviting.company("joined");
    String id =
        inviting
            .invite(inviting.boss("joined"), org, "jo@joined-way.example", "purchaser")
            .get("id")
            .asText();
    String jo = realm.admin().createUser("jo@joined-way.example", CompanyRealm.PASSWORD);

    realm.admin().addMember(org, jo);

    JsonNode accepted = inviting.invitation(org, id);
    assertThat(accepted.get("state").asText()).isEqualTo("ACCEPTED");
    assertThat(accepted.get("acceptedBy").asText()).isEqualTo(jo);
    JsonNode member = realm.admin().get("/company/organizations/" + org + "/members/" + jo).json();
    assertThat(Json.texts(member.get("roles"), "name")).containsExactly("purchaser");
    refused(
        inviting.boss("joined").delete(inviting.invitations(org) + "/" + id),
        409,
        "invitation_accepted");
    assertThat(inviting.activity(org, "INVITATION_ACCEPTED").size()).isEqualTo(1);
    assertThat(inviting.nativeInvitations(org)).isEmpty();
  }

  @Test
  void theConsoleShowsOurInvitationsAndMayDeleteAndResendThem() {
    String org = inviting.company("console");
    Http boss = inviting.boss("console");
    String kept = inviting.invite(boss, org, "kept@console-way.example").get("id").asText();
    String gone = inviting.invite(boss, org, "gone@console-way.example").get("id").asText();
    JsonNode shown = realm.admin().get("/organizations/" + org + "/invitations").json();
    assertThat(Json.texts(shown, "email"))
        .containsExactlyInAnyOrder("kept@console-way.example", "gone@console-way.example");

    for (JsonNode each : shown) {
      String at = "/organizations/" + org + "/invitations/" + each.get("id").asText();
      if (each.get("email").asText().startsWith("gone")) {
        realm.admin().delete(at).expect(204);
      } else {
        realm.admin().post(at + "/resend", Map.of()).expect(204);
      }
    }

    assertThat(inviting.invitation(org, gone).get("state").asText()).isEqualTo("WITHDRAWN");
    assertThat(emails(boss, inviting.invitations(org) + "?state=OPEN")).containsExactly("kept");
    assertThat(inviting.invitation(org, kept).get("state").asText()).isEqualTo("OPEN");
    assertThat(boss.get(inviting.invitations(org)).json().at("/seats/openInvitations").asInt())
        .isEqualTo(1);
    boss.post(inviting.invitations(org) + "/" + kept + "/resend").expect(200);
    inviting.invite(boss, org, "gone@console-way.example");
    boss.delete(inviting.invitations(org) + "/" + kept).expect(204);
    assertThat(inviting.nativeInvitations(org)).hasSize(1);
  }

  @Test
  void anInvitationOfTheConsoleIsReplacedByOurs() {
    String org = inviting.company("native");
    String invite = realm.admin().path("/organizations/" + org + "/members/invite-user");
    new Http(realm.server().url())
        .as(realm.server()::adminToken)
        .form(invite, Map.of("email", "nora@native-way.example"))
        .expect(204);
    Http boss = inviting.boss("native");
    assertThat(boss.get(inviting.invitations(org)).json().at("/seats/openInvitations").asInt())
        .isEqualTo(1);

    inviting.invite(boss, org, "nora@native-way.example", "purchaser");

    assertThat(inviting.nativeInvitations(org)).hasSize(1);
    assertThat(boss.get(inviting.invitations(org)).json().at("/seats/openInvitations").asInt())
        .isEqualTo(1);
  }

  @Test
  void mailsWaitWhileTheMailServerIsAway() {
    String org = inviting.company("away");
    Http boss = inviting.boss("away");
    inviting.mailbox().goAway();
    String id;
    try {
      id = inviting.invite(boss, org, "patient@away-way.example").get("id").asText();
      assertThat(inviting.invitation(org, id).get("mail").asText()).isEqualTo("PENDING");
    } finally {
      inviting.mailbox().comeBack();
    }

    boss.post(inviting.invitations(org) + "/" + id + "/resend").expect(200);

    awaitMail(org, id, "SENT");
    inviting.link("patient@away-way.example", 1);
  }

  @Test
  void realmAdminsDoTheSame() {
    String org = inviting.company("vendor");
    String path = "/company/organizations/" + org + "/invitations";
    JsonNode sent =
        realm.admin().post(path, draft("vera@vendor-way.example", "director")).expect(201).json();

    assertThat(sent.at("/inviter/kind").asText()).isEqualTo("REALM_ADMIN");
    String id = sent.get("id").asText();
    assertThat(realm.admin().get(path).expect(200).json().get("total").asInt()).isEqualTo(1);
    realm.admin().post(path + "/" + id + "/resend", Map.of()).expect(200);
    realm.admin().put(path + "/" + id + "/roles", rolesBody()).expect(200);
    realm.admin().delete(path + "/" + id).expect(204);
    refused(
        inviting.boss("vendor").post(inviting.invitations(org) + "/" + id + "/resend"),
        409,
        "invitation_withdrawn");
  }

  @Test
  void theCompanySetsHowLongItsInvitationsAreGoodFor() {
    String org = inviting.company("settings");
    String owner = realm.member(org, "owner@settings.example", "director");
    realm.nameOwner(org, owner);
    Http http = realm.as("owner@settings.example");
    String path = inviting.path(org, "/invitation-settings");
    Reply first = http.get(path).expect(200);
    assertThat(first.json().get("defaultValidityDays").asInt()).isEqualTo(7);
    assertThat(first.json().has("validityDays")).isFalse();
    Http exactly = http.with("If-Match", first.header("ETag").orElseThrow());

    JsonNode set =
        exactly.put(path, Map.of("validityDays", 2, "noticeToInviter", false)).expect(200).json();

    assertThat(set.get("validityDays").asInt()).isEqualTo(2);
    refused(exactly.put(path, Map.of("validityDays", 3)), 412, "version_conflict");
    refused(http.put(path, Map.of("validityDays", 31)), 400, "invalid_validity");
    refused(http.put(path, Map.of("validityDays", 0)), 400, "invalid_validity");
    refused(http.put(path, Map.of("client", "evil")), 400, "unknown_field");
    refused(inviting.boss("settings").get(path), 403, "not_permitted");
    refused(inviting.boss("settings").put(path, Map.of()), 403, "not_permitted");
    assertThat(days(inviting.invite(http, org, "short@settings-way.example"))).isEqualTo(2);
    JsonNode reset = http.put(path, Map.of()).expect(200).json();
    assertThat(reset.has("validityDays")).isFalse();
    assertThat(inviting.activity(org, "INVITATION_SETTINGS_CHANGED").size()).isEqualTo(2);
  }

  private void awaitMail(String org, String id, String state) {
    boolean there =
        Waiting.until(
            PATIENCE, () -> inviting.invitation(org, id).path("mail").asText().equals(state));
    assertThat(there).as(inviting.invitation(org, id).toString()).isTrue();
  }

  /** For how many days an invitation is good, from its last sending. */
  private static long days(JsonNode invitation) {
    Duration validity =
        Duration.between(
            Instant.parse(invitation.get("sent").asText()),
            Instant.parse(invitation.get("expires").asText()));
    return Math.round(validity.toSeconds() / 86_400.0);
  }

  private static List<String> emails(Http who, String path) {
    return Json.texts(who.get(path).expect(200).json().get("invitations"), "email").stream()
        .map(email -> email.split("@", 2)[0])
        .toList();
  }
}

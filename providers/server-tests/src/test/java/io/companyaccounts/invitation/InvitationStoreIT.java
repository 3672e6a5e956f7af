// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import io.companyaccounts.support.server.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of invitations, in our tables and in Keycloak's own. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationStoreIT {

  /** After so many calls Keycloak's caches hold what they can. */
  private static final int WARM = 4;

  private final KeycloakServer server;
  private final CompanyRealm realm;
  private final Admin admin;
  private final Mailbox mailbox;
  private final Http probe;

  InvitationStoreIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    this.server = server;
    this.admin = admin;
    this.mailbox = mailbox;
    realm = CompanyRealm.create(server, admin, "invited");
    realm.admin().mailsTo(mailbox);
    probe = new Http(server.url().resolve("/realms/invited/company-probe/platform/invitations"));
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void whoAcceptsIsAMemberWithTheRolesAndThePhoneAndAVerifiedAddressOnce() {
    String org = realm.company("accept");
    String vera = realm.admin().createUser("vera@accept.example", CompanyRealm.PASSWORD);
    realm.admin().put("/users/" + vera, Map.of("emailVerified", false)).expect(204);
    String role = realm.realmRoleId("purchaser");
    JsonNode invitation =
        done("/" + org + "?email=VERA@accept.example&phone=%2B49%2030%20123&role=" + role);
    assertThat(invitation.get("state").asText()).isEqualTo("OPEN");
    assertThat(natives(org)).containsExactly("vera@accept.example");
    String code = invitation.get("code").asText();
    JsonNode opened = probe.get("/opened/" + code).expect(200).json();
    assertThat(opened.get("obstacle").asText()).isEmpty();
    assertThat(Json.texts(opened.get("roles"))).containsExactly("purchaser");

    JsonNode accepted = done("/opened/" + code + "/accept?user=" + vera);

    assertThat(accepted.get("state").asText()).isEqualTo("ACCEPTED");
    assertThat(accepted.get("acceptedBy").asText()).isEqualTo(vera);
    assertThat(natives(org)).isEmpty();
    JsonNode member =
        realm.admin().get("/company/organizations/" + org + "/members/" + vera).expect(200).json();
    assertThat(member.get("roles").findValuesAsText("name")).containsExactly("purchaser");
    assertThat(member.get("phone").asText()).isEqualTo("+49 30 123");
    JsonNode account = realm.admin().get("/users/" + vera).expect(200).json();
    assertThat(account.get("emailVerified").asBoolean()).isTrue();
    assertThat(account.get("firstName").asText()).isNotEqualTo("Vera");
    assertThat(refused("/opened/" + code + "/accept?user=" + vera))
        .isEqualTo("invitation_accepted");
    assertThat(kinds(org)).contains("INVITATION_SENT", "INVITATION_ACCEPTED", "MEMBER_JOINED");
  }

  @Test
  void anotherAccountCannotAccept() {
    String org = realm.company("other");
    String eve = realm.admin().createUser("eve@other.example", CompanyRealm.PASSWORD);
    String code = done("/" + org + "?email=vera@other.example").get("code").asText();

    assertThat(refused("/opened/" + code + "/accept?user=" + eve)).isEqualTo("other_address");
    assertThat(refused("/opened/" + code.replace(code.charAt(0), '_') + "/accept?user=" + eve))
        .isEqualTo("invitation_not_found");
    assertThat(members(org)).isZero();
  }

  @Test
  void sentAgainTheOldLinkIsDeadAndTheNumberOfOpenOnesStays() {
    String org = realm.company("again");
    String vera = realm.admin().createUser("vera@again.example", CompanyRealm.PASSWORD);
    JsonNode first = done("/" + org + "?email=vera@again.example");
    JsonNode second = done("/" + org + "/" + first.get("id").asText() + "/resend");

    assertThat(second.get("id")).isEqualTo(first.get("id"));
    assertThat(second.get("code")).isNotEqualTo(first.get("code"));
    assertThat(natives(org)).containsExactly("vera@again.example");
    assertThat(refused("/opened/" + first.get("code").asText() + "/accept?user=" + vera))
        .isEqualTo("invitation_not_found");
    done("/opened/" + second.get("code").asText() + "/accept?user=" + vera);
    assertThat(list(org).get("open").asInt()).isZero();
  }

  @Test
  void withdrawnOrDeclinedItLetsNobodyIn() {
    String org = realm.company("ends");
    String vera = realm.admin().createUser("vera@ends.example", CompanyRealm.PASSWORD);
    JsonNode withdrawn = done("/" + org + "?email=vera@ends.example");
    done("/" + org + "/" + withdrawn.get("id").asText() + "/withdraw");
    String code = withdrawn.get("code").asText();
    assertThat(refused("/opened/" + code + "/accept?user=" + vera))
        .isEqualTo("invitation_withdrawn");
    assertThat(natives(org)).isEmpty();

    String next = done("/" + org + "?email=vera@ends.example").get("code").asText();
    assertThat(refused("/" + org + "?email=vera@ends.example")).isEqualTo("already_invited");
    done("/opened/" + next + "/decline");
    assertThat(refused("/opened/" + next + "/accept?user=" + vera))
        .isEqualTo("invitation_declined");
    assertThat(list(org).get("total").asInt()).isEqualTo(2);
  }

  @Test
  void aMailThatHasBecomeObsoleteBeforeItCouldLeaveIsDropped() {
    String org = realm.company("late");
    realm.admin().put("", Map.of("realm", "invited", "smtpServer", Map.of())).expect(204);
    JsonNode withdrawn = done("/" + org + "?email=gone@late.example");
    JsonNode first = done("/" + org + "?email=vera@late.example");
    done("/" + org + "/" + withdrawn.get("id").asText() + "/withdraw");
    JsonNode second = done("/" + org + "/" + first.get("id").asText() + "/resend");
    // dropped at once if its job comes after the withdrawal
    assertThat(mailOf(org, "gone@late.example")).isIn("PENDING", "null");

    realm.admin().mailsTo(mailbox);
    boolean settled =
        Waiting.until(
            Duration.ofSeconds(45),
            () -> {
              tryAtOnce();
              return mailOf(org, "gone@late.example").equals("null")
                  && mailOf(org, "vera@late.example").equals("SENT");
            });

    assertThat(settled).isTrue();
    assertThat(mailbox.to("gone@late.example")).isEmpty();
    assertThat(mailbox.to("vera@late.example")).hasSize(1);
    assertThat(mailbox.await("vera@late.example").requireText())
        .contains("/realms/invited/company/i/" + second.get("code").asText())
        .doesNotContain(first.get("code").asText());
  }

  /** Waits for no time of a next attempt. */
  private void tryAtOnce() {
    String hql = "update JobEntity j set j.dueAt = 0 where j.kind = 'company-mail'";
    new Http(server.url())
        .post("/realms/invited/company-probe/update", Map.of("hql", hql))
        .expect(204);
  }

  private String mailOf(String org, String email) {
    for (JsonNode each : list(org).get("invitations")) {
      if (each.get("email").asText().equals(email)) {
        return each.get("mail").asText();
      }
    }
    throw new AssertionError("No invitation of " + email);
  }

  @Test
  void deletedInTheConsoleItIsWithdrawnAndSentAgainThereItIsTheSame() {
    String org = realm.company("console");
    realm.admin().createUser("vera@console.example", CompanyRealm.PASSWORD);
    JsonNode invitation = done("/" + org + "?email=vera@console.example");
    String own = "/organizations/" + org + "/invitations";
    String nativeId = realm.admin().get(own).expect(200).json().get(0).get("id").asText();

    realm.admin().delete(own + "/" + nativeId).expect(204);
    assertThat(states(org)).containsExactly("WITHDRAWN");

    admin
        .http()
        .form(
            realm.admin().path("/organizations/" + org + "/members/invite-user"),
            Map.of("email", "vera@console.example"))
        .expect(204);
    assertThat(states(org)).containsExactly("OPEN");
    assertThat(invitation.get("id").asText())
        .isEqualTo(list(org).get("invitations").get(0).get("id").asText());
  }

  @Test
  void invitingListingAndAcceptingCostTheSameHoweverLargeTheCompanyIs() {
    String small = realm.company("small");
    String large = realm.company("large");
    new Http(server.url())
        .post("/realms/invited/company-probe/organizations/" + large + "/bulk-members/2000");
    probe.post("/" + large + "/many?domain=large.example&count=200").expect(200);
    for (String org : List.of(large, small)) {
      String domain = org.equals(small) ? "small.example" : "large.example";
      String role = realm.realmRoleId("purchaser");
      long invite = Long.MAX_VALUE;
      long list = Long.MAX_VALUE;
      long accept = Long.MAX_VALUE;
      for (int i = 0; i < WARM; i++) {
        String email = "vera" + i + "@" + domain;
        String user = realm.admin().createUser(email, CompanyRealm.PASSWORD);
        JsonNode sent = done("/" + org + "?email=" + email + "&phone=123456&role=" + role);
        invite = Math.min(invite, statements(sent));
        list = Math.min(list, statements(list(org)));
        String code = sent.get("code").asText();
        accept = Math.min(accept, statements(done("/opened/" + code + "/accept?user=" + user)));
      }
      System.out.printf(
          "%s: invite %d, list %d, accept %d statements%n", domain, invite, list, accept);
      assertThat(invite).isLessThanOrEqualTo(13);
      assertThat(list).isLessThanOrEqualTo(3);
      assertThat(accept).isLessThanOrEqualTo(35);
    }
  }

  private static long statements(JsonNode answer) {
    return answer.get("statements").asLong();
  }

  private JsonNode done(String path) {
    JsonNode json = probe.post(path).expect(200).json();
    assertThat(json.get("refused")).isNull();
    return json;
  }

  private String refused(String path) {
    return probe.post(path).expect(200).json().get("refused").asText();
  }

  private JsonNode list(String org) {
    return probe.get("/" + org).expect(200).json();
  }

  private List<String> states(String org) {
    return Json.texts(list(org).get("invitations"), "state");
  }

  private List<String> natives(String org) {
    return Json.texts(
        realm.admin().get("/organizations/" + org + "/invitations").expect(200).json(), "email");
  }

  private int members(String org) {
    return realm.admin().get("/organizations/" + org + "/members").expect(200).json().size();
  }

  private List<String> kinds(String org) {
    return Json.texts(
        realm
            .admin()
            .get("/company/organizations/" + org + "/activity")
            .expect(200)
            .json()
            .get("entries"),
        "kind");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

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
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A realm in which companies invite, with the mailbox of everybody who is invited. */
final class InvitingRealm {

  /** May invite, but sees nobody. */
  static final String RECRUITER = "recruiter";

  private static final Pattern LINK = Pattern.compile("https?://\\S+/company/i/[\\w-]+");

  private final KeycloakServer server;
  private final CompanyRealm realm;
  private final Mailbox mailbox;

  private InvitingRealm(KeycloakServer server, CompanyRealm realm, Mailbox mailbox) {
    this.server = server;
    this.realm = realm;
    this.mailbox = mailbox;
  }

  static InvitingRealm create(KeycloakServer server, Admin admin, Mailbox mailbox, String name) {
    CompanyRealm realm = CompanyRealm.create(server, admin, name);
    Map<String, Object> settings = new HashMap<>();
    settings.put("realm", name);
    settings.put("accessTokenLifespan", 1800);
    settings.put("internationalizationEnabled", true);
    settings.put("supportedLocales", List.of("en", "de", "nl"));
    settings.put("defaultLocale", "en");
    realm.admin().put("", settings).expect(204);
    realm.admin().mailsTo(mailbox);
    realm.companyRole(RECRUITER, 60, "company:members.invite");
    return new InvitingRealm(server, realm, mailbox);
  }

  void remove() {
    realm.admin().remove();
  }

  CompanyRealm realm() {
    return realm;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /** Makes a company with a director {@code boss@<alias>.example}; returns the id. */
  String company(String alias) {
    String org = realm.company(alias);
    realm.member(org, "boss@" + alias + ".example", "director");
    return org;
  }

  /** The director of a company. */
  Http boss(String alias) {
    return realm.as("boss@" + alias + ".example");
  }

  /** Sets attributes of the realm besides those it has. */
  void attributes(Map<String, String> attributes) {
    Map<String, Object> all = new HashMap<>();
    realm
        .admin()
        .get("")
        .expect(200)
        .json()
        .get("attributes")
        .properties()
        .forEach(each -> all.put(each.getKey(), each.getValue().asText()));
    all.putAll(attributes);
    realm.admin().put("", Map.of("realm", realm.admin().name(), "attributes", all)).expect(204);
  }

  /** Limits the seats of a company. */
  void seats(String org, String alias, int seats) {
    organization(org, alias, true, Map.of("company.seats", List.of(Integer.toString(seats))));
  }

  /** Switches a company off or on, without attributes. */
  void enable(String org, String alias, boolean enabled) {
    organization(org, alias, enabled, Map.of());
  }

  private void organization(
      String org, String alias, boolean enabled, Map<String, List<String>> attributes) {
    realm
        .admin()
        .put(
            "/organizations/" + org,
            Map.of(
                "id",
                org,
                "name",
                alias,
                "alias",
                alias,
                "enabled",
                enabled,
                "domains",
                List.of(Map.of("name", alias + ".example", "verified", true)),
                "attributes",
                attributes))
        .expect(204);
  }

  /** Where members find something of a company. */
  String path(String org, String rest) {
    return realm.path("/organizations/" + org + rest);
  }

  /** Where members invite. */
  String invitations(String org) {
    return path(org, "/invitations");
  }

  /** The body of an invitation. */
  static Map<String, Object> draft(String email, String... roles) {
    Map<String, Object> draft = new HashMap<>();
    draft.put("email", email);
    if (roles.length > 0) {
      draft.put("roles", List.of(roles).stream().map(role -> Map.of("role", role)).toList());
    }
    return draft;
  }

  /** Invites, and gives what was answered. */
  JsonNode invite(Http who, String org, String email, String... roles) {
    return who.post(invitations(org), draft(email, roles)).expect(201).json();
  }

  /** What the realm admin sees of an invitation. */
  JsonNode invitation(String org, String id) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/invitations/" + id)
        .expect(200)
        .json();
  }

  /** The link in the latest mail to an address, once there are that many. */
  URI link(String email, int mails) {
    List<Mail> received = mailbox.await(email, mails);
    return link(received.get(received.size() - 1));
  }

  static URI link(Mail mail) {
    Matcher found = LINK.matcher(mail.requireText());
    if (!found.find()) {
      throw new AssertionError("No link in: " + mail.requireText());
    }
    return URI.create(found.group());
  }

  static String code(URI link) {
    return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
  }

  /** Lets the time of an invitation be over. */
  void expire(String org, String id) {
    String email = invitation(org, id).get("email").asText();
    update("CompanyInvitation i set i.expires = 1000 where i.id = '" + id + "'");
    update(
        "OrganizationInvitationEntity n set n.expiresAt = 1 where n.organizationId = '"
            + org
            + "' and n.email = '"
            + email
            + "'");
  }

  private void update(String what) {
    new Http(server.url())
        .post(
            "/realms/" + realm.admin().name() + "/company-probe/update",
            Map.of("hql", "update " + what))
        .expect(204);
  }

  /** Ids of Keycloak's own open invitations, as the console lists them. */
  List<String> nativeInvitations(String org) {
    return Json.texts(
        realm.admin().get("/organizations/" + org + "/invitations").expect(200).json(), "id");
  }

  JsonNode activity(String org, String kind) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/activity?kind=" + kind)
        .expect(200)
        .json()
        .get("entries");
  }

  /** Whether the answer is this refusal, with a text that says what to do. */
  static void refused(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.request() + "\n" + reply.body()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(code);
    assertThat(reply.json().path("errorMessage").asText()).isNotBlank();
  }
}

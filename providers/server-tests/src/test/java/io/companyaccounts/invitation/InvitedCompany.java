// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.page.Window;
import io.companyaccounts.support.server.KeycloakServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A realm with one company, Muster GmbH, whose director Bea invites people. */
final class InvitedCompany {

  static final String PASSWORD = CompanyRealm.PASSWORD;

  private static final String BEA = "bea@muster.example";
  private static final Pattern LINK = Pattern.compile("http\\S+/company/i/[\\w-]+(?![\\w/-])");

  final CompanyRealm realm;
  final String organization;

  private final Admin everything;
  private final KeycloakServer server;
  private final Mailbox mailbox;

  InvitedCompany(KeycloakServer server, Admin admin, Mailbox mailbox, String name) {
    this.server = server;
    this.everything = admin;
    this.mailbox = mailbox;
    realm = CompanyRealm.create(server, admin, name);
    realm.admin().mailsTo(mailbox);
    settings(
        Map.of(
            "displayName",
            "Machine portal",
            "internationalizationEnabled",
            true,
            "supportedLocales",
            List.of("en", "de", "nl"),
            "defaultLocale",
            "en"));
    organization =
        realm
            .admin()
            .post(
                "/organizations",
                Map.of(
                    "name",
                    "Muster GmbH",
                    "alias",
                    "muster",
                    "enabled",
                    true,
                    "domains",
                    List.of(Map.of("name", "muster.example", "verified", true))))
            .createdId();
    String bea =
        realm.admin().createUser(BEA, PASSWORD, Map.of("firstName", "Bea", "lastName", "Boss"));
    realm.admin().addMember(organization, bea);
    realm.setRoles(organization, bea, "director");
  }

  RealmAdmin admin() {
    return realm.admin();
  }

  /** Changes settings of the realm. */
  void settings(Map<String, ?> settings) {
    Map<String, Object> changed = new HashMap<>(settings);
    changed.put("realm", realm.admin().name());
    realm.admin().put("", changed).expect(204);
  }

  /** Bea invites this address as a purchaser, and the mail arrives. */
  Mail invite(String email, Map<String, ?> more) {
    Map<String, Object> invitation = new HashMap<>();
    invitation.put("email", email);
    invitation.put("roles", List.of(Map.of("role", "purchaser")));
    invitation.putAll(more);
    mailbox.clear(email);
    realm
        .as(BEA)
        .post(realm.path("/organizations/" + organization + "/invitations"), invitation)
        .expect(201);
    return mailbox.await(email);
  }

  /** Invites, and gives the link in the mail. */
  URI link(String email) {
    return link(invite(email, Map.of()));
  }

  /** The link in a mail. */
  static URI link(Mail mail) {
    Matcher found = LINK.matcher(mail.requireText());
    if (!found.find()) {
      throw new AssertionError("No link in\n" + mail.requireText());
    }
    return URI.create(found.group());
  }

  /** The invitations of an address, the latest first. */
  JsonNode invitation(String email) {
    JsonNode found =
        admin()
            .get("/company/organizations/" + organization + "/invitations?search=" + email)
            .expect(200)
            .json()
            .get("invitations");
    return found.get(0);
  }

  void withdraw(String email) {
    String id = invitation(email).get("id").asText();
    admin().delete("/company/organizations/" + organization + "/invitations/" + id).expect(204);
  }

  /** Lets the time of an invitation be over, Keycloak's own included. */
  void expire(String email) {
    update("update CompanyInvitation i set i.expires = 1000 where i.email = '" + email + "'");
    update(
        "update OrganizationInvitationEntity i set i.expiresAt = 1 where i.email = '"
            + email
            + "'");
  }

  private void update(String hql) {
    everything
        .http()
        .post("/realms/" + admin().name() + "/company-probe/update", Map.of("hql", hql))
        .expect(204);
  }

  /** Makes an invite link for many; returns its address. */
  URI inviteLink(Map<String, ?> more) {
    Map<String, Object> link = new HashMap<>(Map.of("name", "For the team"));
    link.putAll(more);
    return URI.create(
        realm
            .as(BEA)
            .post(realm.path("/organizations/" + organization + "/invite-links"), link)
            .expect(201)
            .json()
            .get("link")
            .asText());
  }

  /** The member with this address, with roles. */
  JsonNode member(String email) {
    JsonNode members =
        admin()
            .get("/company/organizations/" + organization + "/members?search=" + email)
            .expect(200)
            .json()
            .get("members");
    if (members.size() != 1) {
      throw new AssertionError(email + " is no member: " + members);
    }
    return members.get(0);
  }

  boolean isMember(String email) {
    return admin()
            .get("/company/organizations/" + organization + "/members?search=" + email)
            .expect(200)
            .json()
            .get("members")
            .size()
        == 1;
  }

  /** Keycloak's account with this address. */
  JsonNode account(String email) {
    return admin().get("/users?exact=true&email=" + email).expect(200).json().get(0);
  }

  URI address(String path) {
    return URI.create(server.url() + "/realms/" + admin().name() + path);
  }

  /** Makes a role that externals may hold. */
  void roleForExternals(String name) {
    realm.externalRole(name, 5, "shop:order.request");
  }

  /** Bea gives a member this role alone. */
  Reply giveRole(String userId, String role) {
    return realm
        .as(BEA)
        .put(
            realm.path("/organizations/" + organization + "/members/" + userId + "/roles"),
            CompanyRealm.rolesBody(role));
  }

  /** Signs a realm admin in to Keycloak's console, and opens a page there. */
  void openConsole(Window window, String page) {
    String name = "console@" + UUID.randomUUID() + ".example";
    String admin =
        admin().createUser(name, PASSWORD, Map.of("firstName", "Rea", "lastName", "Root"));
    String client =
        admin().get("/clients?clientId=realm-management").json().get(0).get("id").asText();
    JsonNode role = admin().get("/clients/" + client + "/roles/realm-admin").expect(200).json();
    admin().post("/users/" + admin + "/role-mappings/clients/" + client, List.of(role)).expect(204);
    String realmName = admin().name();
    window.open(
        URI.create(server.url() + "/admin/" + realmName + "/console/#/" + realmName + page));
    window.signIn(name, PASSWORD);
  }

  Mailbox mailbox() {
    return mailbox;
  }

  void remove() {
    admin().remove();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.company.CompanyRealm;
import java.net.IDN;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** One person who tries one way into a company of their own, before and after it cares. */
final class Attempt {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");

  final EmailRealm realm;
  final String alias;
  final String domain;
  final String org;
  final String email;
  final String first;
  final String last;
  final List<String> roles;
  private final EmailWaysIT.Policy policy;
  private final boolean alone;

  /** The account of the person, once there is one. */
  @Nullable String user;

  private @Nullable JsonNode before;

  Attempt(EmailRealm realm, EmailWaysIT.Row row, int number) {
    this.realm = realm;
    alias = "way" + number;
    domain = alias + ".example";
    email = fill(row.address());
    first = row.first();
    last = row.last();
    roles = row.roles();
    policy = row.policy();
    alone = row.alone();
    org = realm.realm().company(alias);
    if (!alone) {
      realm.realm().member(org, "boss@" + domain, EmailRealm.CHIEF);
    }
  }

  /** Fills in what is of this company alone, see {@link EmailWaysIT}. */
  private String fill(String text) {
    String unicode = "münchen-" + alias + ".example";
    return text.replace("{d}", domain)
        .replace("{n}", alias.substring("way".length()))
        .replace("{u}", unicode)
        .replace("{a}", IDN.toASCII(unicode));
  }

  /** From now on the company cares; what is there now is what must be there after a refusal. */
  void tighten() {
    if (!policy.ofRealm().isEmpty()) {
      realm.attributes(policy.ofRealm());
    }
    if (!policy.ofCompany().isEmpty() || !policy.domain().equals("{d}")) {
      realm.organization(org, alias, List.of(fill(policy.domain())), policy.ofCompany());
    }
    before = traces();
  }

  void loosen() {
    if (!policy.ofRealm().isEmpty()) {
      Map<String, String> none = new HashMap<>();
      policy.ofRealm().keySet().forEach(key -> none.put(key, ""));
      realm.attributes(none);
    }
  }

  JsonNode before() {
    if (before == null) {
      throw new AssertionError("The way never let the company care");
    }
    return before;
  }

  /** What there is of the company and the person; equal as long as nothing has happened. */
  JsonNode traces() {
    String ofCompany = " x where x.orgId = '" + org + "'";
    Map<String, String> counts = new HashMap<>();
    counts.put(
        "accounts",
        "select count(x) from UserEntity x, RealmEntity r where x.realmId = r.id and r.name = '"
            + realm.admin().name()
            + "' and x.email = '"
            + email.toLowerCase(Locale.ROOT)
            + "'");
    counts.put(
        "members",
        "select count(x) from UserGroupMembershipEntity x, OrganizationEntity o"
            + " where x.groupId = o.groupId and o.id = '"
            + org
            + "'");
    counts.put("rows", "select count(x) from CompanyMember" + ofCompany);
    counts.put("roles", "select count(x) from CompanyRoleAssignment" + ofCompany);
    counts.put(
        "invitations",
        "select count(x) from CompanyInvitation" + ofCompany + " and x.ended is null");
    counts.put(
        "ofConsole",
        "select count(x) from OrganizationInvitationEntity x where x.organizationId = '"
            + org
            + "'");
    return realm.counts(counts);
  }

  /** Whether nobody is there who could invite. */
  boolean isAlone() {
    return alone;
  }

  /** Who invites; needs somebody there. */
  Http boss() {
    return realm.realm().as("boss@" + domain);
  }

  String ofCompany(String rest) {
    return realm.realm().path("/organizations/" + org + rest);
  }

  /** The body of an invitation. */
  Map<String, Object> draft() {
    Map<String, Object> draft = new HashMap<>();
    draft.put("email", email);
    draft.put("roles", roles.stream().map(role -> Map.of("role", role)).toList());
    if (!first.isEmpty()) {
      draft.put("firstName", first);
      draft.put("lastName", last);
    }
    return draft;
  }

  /** Makes the account of the person with the address that it is all about. */
  String account() {
    Map<String, String> more = new HashMap<>(names());
    more.put("username", username());
    user = realm.admin().createUser(email, CompanyRealm.PASSWORD, more);
    return user;
  }

  String username() {
    return "person-" + alias;
  }

  /** Makes a member whose address fits every company. */
  String insider() {
    user = realm.realm().member(org, inside());
    return user;
  }

  String inside() {
    return "before@" + domain;
  }

  Map<String, String> names() {
    return Map.of("firstName", first, "lastName", last);
  }

  /** The link in the only mail to the person. */
  URI mailed() {
    String text = realm.mailbox().await(email).requireText();
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      // Keycloak escapes in its text mails too
      String found = Parser.unescapeEntities(link.group(), true);
      if (found.contains("/company/i/") || found.contains("token")) {
        return URI.create(found);
      }
    }
    throw new AssertionError("No link in: " + text);
  }
}

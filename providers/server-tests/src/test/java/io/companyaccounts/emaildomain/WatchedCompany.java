// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A company with a boss and Pia, who is signed in. */
final class WatchedCompany {

  private final EmailRealm realm;
  final String alias;
  final String org;
  final String pia;
  final String username;
  final Tokens signedIn;

  WatchedCompany(EmailRealm realm, String alias) {
    this.realm = realm;
    this.alias = alias;
    org = realm.realm().company(alias);
    realm.realm().member(org, "boss@" + alias + ".example", EmailRealm.CHIEF);
    username = "pia@" + alias + ".example";
    pia = realm.realm().member(org, username, "purchaser");
    signedIn = loginWithAll();
  }

  Tokens loginWithAll() {
    return realm.realm().shop().login(username, CompanyRealm.PASSWORD, "openid organization:*");
  }

  WatchedCompany demanding(String... keysAndValues) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      attributes.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    realm.organization(org, alias, List.of(alias + ".example"), attributes);
    return this;
  }

  WatchedCompany watching(String changed) {
    return demanding("company.emailDomain", "company-domains", "company.changedAddress", changed);
  }

  String bossMail() {
    return "boss@" + alias + ".example";
  }

  Http boss() {
    return realm.realm().as(bossMail());
  }

  WebPage login() {
    return realm.login(username);
  }

  Reply refresh() {
    return realm.realm().shop().refreshReply(signedIn);
  }

  JsonNode member() {
    return realm.member(org, pia).expect(200).json();
  }

  int activity(String kind) {
    return realm.activity(org, kind).size();
  }

  String path(String rest) {
    return realm.realm().path("/organizations/" + org + "/email-domains" + rest);
  }

  /** The boss's mail with this in its subject. */
  Mail mail(String subject) {
    return realm.mailbox().await(bossMail(), mail -> mail.subject().contains(subject));
  }
}

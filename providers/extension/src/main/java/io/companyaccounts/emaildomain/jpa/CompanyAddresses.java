// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.Candidate.Occasion;
import io.companyaccounts.emaildomain.DomainPattern;
import io.companyaccounts.emaildomain.EmailAddress;
import io.companyaccounts.emaildomain.EmailDomain;
import io.companyaccounts.emaildomain.EmailDomainSettings;
import io.companyaccounts.emaildomain.EmailPolicy;
import io.companyaccounts.emaildomain.ProviderLists;
import io.companyaccounts.emaildomain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/** One organization with everything that decides about addresses. */
record CompanyAddresses(KeycloakSession session, RealmModel realm, OrganizationModel organization) {

  /** Companies with more members than this are none of one. */
  private static final int FEW = 20;

  static CompanyAddresses of(KeycloakSession session, OrganizationModel organization) {
    return new CompanyAddresses(session, session.getContext().getRealm(), organization);
  }

  private JpaEmailRules rules() {
    return new JpaEmailRules(session);
  }

  /** What is stored, read once in a session. */
  private RuleText text() {
    String key = RuleText.class.getName() + " " + organization.getId();
    RuleText known = session.getAttribute(key, RuleText.class);
    if (known == null) {
      known = rules().of(organization.getId());
      session.setAttribute(key, known);
    }
    return known;
  }

  void store(RuleText text) {
    rules().store(organization.getId(), text);
    forget();
  }

  /** For whoever has just locked the organization: what is read from now on is as of now. */
  void forget() {
    session.removeAttribute(RuleText.class.getName() + " " + organization.getId());
  }

  JpaMemberAddresses members() {
    return new JpaMemberAddresses(session, organization.getId());
  }

  EmailPolicy policy() {
    return policy(text());
  }

  /** With what was read before; no statement. */
  EmailPolicy policy(RuleText text) {
    return new EmailPolicy(
        EmailDomainSettings.of(this::attribute),
        text.own(),
        organization
            .getDomains()
            .map(OrganizationDomainModel::getName)
            .flatMap(name -> DomainPattern.parse(name).stream())
            .toList(),
        text.anchor(),
        new ProviderLists(this::realmAttribute));
  }

  /** The organization's own, else the realm's. */
  private List<String> attribute(String name) {
    List<String> own = organization.getAttributes().getOrDefault(name, List.of());
    return own.stream().allMatch(String::isBlank) ? realmAttribute(name) : own;
  }

  private List<String> realmAttribute(String name) {
    @Nullable String value = realm.getAttribute(name);
    return value == null ? List.of() : List.of(value);
  }

  Verdict check(Candidate candidate) {
    EmailPolicy policy = policy();
    if (policy.isOpen()) {
      return Verdict.accepted();
    }
    return check(
        candidate.occasion() == Occasion.PRESENT ? policy : anchored(policy, candidate.userId()),
        candidate);
  }

  Verdict check(EmailPolicy policy, Candidate candidate) {
    return policy.check(candidate, new Others(this, candidate));
  }

  /** With the first member's domain, found out if nobody needed it yet. */
  EmailPolicy anchored(EmailPolicy policy, @Nullable String exceptUser) {
    return policy.needsAnchor() && policy.anchor() == null
        ? policy.anchoredAt(firstDomain(exceptUser))
        : policy;
  }

  /** Keeps the first member's domain from the moment on at which somebody asks for it. */
  void keepAnchor(@Nullable String newcomer) {
    RuleText text = text();
    @Nullable EmailDomain anchor = anchored(policy(text), newcomer).anchor();
    if (text.anchor() == null && anchor != null && !anchor.equals(EmailDomain.NOWHERE)) {
      store(new RuleText(text.own(), anchor));
    }
  }

  /** Null if nobody is there; nowhere if nobody who is there has an address that can be read. */
  private @Nullable EmailDomain firstDomain(@Nullable String exceptUser) {
    List<String> first = members().first(exceptUser, FEW);
    return first.stream()
        .flatMap(text -> EmailAddress.parse(text).stream())
        .map(EmailAddress::domain)
        .findFirst()
        .orElse(
            first.isEmpty() && members().ofOtherStores(exceptUser, 1).isEmpty()
                ? null
                : EmailDomain.NOWHERE);
  }

  /** Asks the database only if the rule does. */
  private record Others(CompanyAddresses company, Candidate candidate)
      implements EmailPolicy.Others {

    @Override
    public boolean anyone(boolean withExternals) {
      return !addresses(withExternals).isEmpty();
    }

    @Override
    public List<String> addresses(boolean withExternals) {
      JpaMemberAddresses members = company.members();
      List<String> all = new ArrayList<>(members.others(candidate.userId(), withExternals, FEW));
      all.addAll(members.ofOtherStores(candidate.userId(), FEW));
      if (candidate.occasion() == Occasion.INVITE && candidate.email() != null) {
        all.addAll(members.invited(candidate.email().strip().toLowerCase(Locale.ROOT), FEW));
      }
      return all;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides about addresses of one organization.
 *
 * @param settings what the vendor sets
 * @param own what the company demands itself; an address has to pass both
 * @param companyDomains the organization's domains in Keycloak
 * @param anchor the domain that the first member brought along; null as long as nobody needed it
 * @param lists what is known of providers and mailboxes
 */
public record EmailPolicy(
    EmailDomainSettings settings,
    OwnEmailRule own,
    List<DomainPattern> companyDomains,
    @Nullable EmailDomain anchor,
    ProviderLists lists) {

  public EmailPolicy {
    companyDomains = List.copyOf(companyDomains);
  }

  /** Whether every address passes. */
  public boolean isOpen() {
    return settings.floor().isOpen() && own.rule().isOpen();
  }

  /** Whether both allow people with other addresses. */
  public boolean allowsExternals() {
    return settings.floor().externals() == Externals.INVITED_ONLY
        && own.rule().externals() == Externals.INVITED_ONLY;
  }

  /** Whether the first member's domain matters. */
  public boolean needsAnchor() {
    return settings.floor().policy() == DomainPolicy.FIRST_MEMBER
        || own.rule().policy() == DomainPolicy.FIRST_MEMBER;
  }

  /** The same with another rule of the company's own. */
  public EmailPolicy with(OwnEmailRule other) {
    return new EmailPolicy(settings, other, companyDomains, anchor, lists);
  }

  /** The same with the domain of the first member. */
  public EmailPolicy anchoredAt(@Nullable EmailDomain domain) {
    return new EmailPolicy(settings, own, companyDomains, domain, lists);
  }

  /** See {@link CheckAddress}. */
  public Verdict check(Candidate candidate, Others others) {
    return new CheckAddress(this, others).check(candidate);
  }

  /** The other members; asked only where a company may have one member only. */
  public interface Others {

    /** Whether there is anybody, those who are invited included. */
    boolean anyone(boolean withExternals);

    /** Addresses of members, as far as there are few of them. */
    List<String> addresses(boolean withExternals);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import java.util.Locale;
import java.util.Optional;

/**
 * A domain, alone or with everything below it, written {@code acme.example} or {@code
 * *.acme.example} as in Keycloak's organizations.
 */
public record DomainPattern(EmailDomain domain, boolean below) {

  private static final String WILDCARD = "*.";

  /** Empty if this is neither. */
  public static Optional<DomainPattern> parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    boolean below = lower.startsWith(WILDCARD);
    return EmailDomain.parse(below ? lower.substring(WILDCARD.length()) : lower)
        .map(domain -> new DomainPattern(domain, below));
  }

  boolean matches(EmailDomain other) {
    return domain.equals(other) || (below && other.isBelow(domain));
  }

  DomainPattern withBelow() {
    return new DomainPattern(domain, true);
  }

  @Override
  public String toString() {
    return below ? WILDCARD + domain.ascii() : domain.ascii();
  }
}

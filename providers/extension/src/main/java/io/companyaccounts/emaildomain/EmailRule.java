// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is demanded of addresses, by the vendor or by a company.
 *
 * @param policy whose domains are accepted
 * @param subdomains whether what lies below these domains is accepted too
 * @param allowed domains accepted besides, whoever provides mail there
 * @param refused domains that are never accepted, not even of externals
 * @param externals whether people with other addresses can be members
 * @param countExternals whether externals count where a company may have one member only
 * @param freeMail what happens to addresses of providers where everybody gets one
 * @param throwAway what happens to addresses made to be thrown away
 * @param roleAddress what happens to mailboxes such as {@code info}
 * @param realPerson whether first and last name are needed, and must be a person's
 */
public record EmailRule(
    DomainPolicy policy,
    boolean subdomains,
    Set<DomainPattern> allowed,
    Set<DomainPattern> refused,
    Externals externals,
    boolean countExternals,
    Treatment freeMail,
    Treatment throwAway,
    Treatment roleAddress,
    boolean realPerson) {

  /** Nothing is demanded. */
  public static final EmailRule OPEN =
      new EmailRule(
          DomainPolicy.ANY,
          true,
          Set.of(),
          Set.of(),
          Externals.INVITED_ONLY,
          true,
          Treatment.ALLOW,
          Treatment.ALLOW,
          Treatment.ALLOW,
          false);

  public EmailRule {
    allowed = Set.copyOf(allowed);
    refused = Set.copyOf(refused);
  }

  /** Whether every address passes. */
  public boolean isOpen() {
    return policy == DomainPolicy.ANY
        && refused.isEmpty()
        && freeMail == Treatment.ALLOW
        && throwAway == Treatment.ALLOW
        && roleAddress == Treatment.ALLOW
        && !realPerson;
  }

  /** Whether a company may have one member only for some address. */
  boolean hasSingleSeats() {
    return freeMail == Treatment.SINGLE_SEAT || roleAddress == Treatment.SINGLE_SEAT;
  }

  /**
   * The first thing in which this asks for less than the floor, by its name; empty if nothing.
   * Whose domains are accepted is asked of both, so that none is weaker.
   */
  Optional<String> weakerThan(EmailRule floor) {
    Set<String> weaker = new LinkedHashSet<>();
    if (externals.compareTo(floor.externals) < 0) {
      weaker.add("externals");
    }
    if (freeMail.compareTo(floor.freeMail) < 0) {
      weaker.add("freeMail");
    }
    if (throwAway.compareTo(floor.throwAway) < 0) {
      weaker.add("throwAway");
    }
    if (roleAddress.compareTo(floor.roleAddress) < 0) {
      weaker.add("roleAddress");
    }
    if (!realPerson && floor.realPerson) {
      weaker.add("realPerson");
    }
    return weaker.stream().findFirst();
  }
}

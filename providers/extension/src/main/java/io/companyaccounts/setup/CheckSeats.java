// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.membership.Seats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds limits of seats that are no numbers, and companies with more people than seats. */
final class CheckSeats {

  private CheckSeats() {}

  /**
   * @param realmLimit what the realm's attribute says; null if it has none
   */
  static List<Finding> findings(String realm, @Nullable String realmLimit, JpaCompanyFacts facts) {
    Optional<Integer> usual = Optional.ofNullable(realmLimit).flatMap(Seats::parse);
    return findings(realm, realmLimit, facts.seats(usual.isPresent()));
  }

  static List<Finding> findings(
      String realm, @Nullable String realmLimit, List<JpaCompanyFacts.SeatsTaken> companies) {
    Optional<Integer> usual = Optional.ofNullable(realmLimit).flatMap(Seats::parse);
    List<Finding> findings = new ArrayList<>();
    if (realmLimit != null && !realmLimit.isBlank() && usual.isEmpty()) {
      findings.add(invalid(Map.of("realm", realm, "value", realmLimit)));
    }
    List<String> unreadable = new ArrayList<>();
    List<String> over = new ArrayList<>();
    for (JpaCompanyFacts.SeatsTaken company : companies) {
      String own = company.limit() == null || company.limit().isBlank() ? null : company.limit();
      Optional<Integer> limit = Optional.ofNullable(own).flatMap(Seats::parse);
      if (own != null && limit.isEmpty()) {
        unreadable.add(company.organization());
      }
      if (limit.or(() -> usual).filter(most -> company.members() > most).isPresent()) {
        over.add(company.organization());
      }
    }
    if (!unreadable.isEmpty()) {
      findings.add(invalid(Examples.about("organizations", unreadable)));
    }
    if (!over.isEmpty()) {
      findings.add(
          Finding.info(
              "seats_exceeded",
              "Companies have more members than company.seats allows. They keep all of them, but"
                  + " nobody else can join.",
              Examples.about("organizations", over)));
    }
    return findings;
  }

  private static Finding invalid(Map<String, Object> about) {
    return Finding.warning(
        "seats_invalid",
        "The attribute company.seats must be a whole number from 0 on; another value is left out.",
        about);
  }
}

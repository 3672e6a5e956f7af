// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.servicecase;

import io.companyaccounts.shop.access.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All service cases, in memory; every company starts with two samples. */
@Component
final class ServiceCases {

  /** Enough for a sample; after that the list is full instead of the memory. */
  static final int MOST_PER_COMPANY = 500;

  private static final int FIRST_NUMBER = 501;
  private static final Person COLLEAGUE = new Person("sample-colleague", "Kim Sample");

  private final Map<String, List<ServiceCase>> cases = new HashMap<>();
  private final Clock clock;

  ServiceCases(Clock clock) {
    this.clock = clock;
  }

  /** The company's cases, newest first. */
  synchronized List<ServiceCase> of(String company) {
    List<ServiceCase> all = new ArrayList<>(shelf(company));
    Collections.reverse(all);
    return all;
  }

  /** Adds a case; empty when the list is full. */
  synchronized Optional<ServiceCase> add(
      String company, String machine, String problem, Person openedBy) {
    List<ServiceCase> shelf = shelf(company);
    if (shelf.size() >= MOST_PER_COMPANY) {
      return Optional.empty();
    }
    put(shelf, machine, problem, openedBy, clock.instant());
    return Optional.of(shelf.get(shelf.size() - 1));
  }

  private List<ServiceCase> shelf(String company) {
    return cases.computeIfAbsent(company, alias -> samples(clock.instant()));
  }

  private static List<ServiceCase> samples(Instant now) {
    List<ServiceCase> shelf = new ArrayList<>();
    String door = "The safety door closes only at the second try.";
    put(shelf, "Press B1", door, COLLEAGUE, now.minus(Duration.ofDays(31)));
    String laser = "The cutting head reports error 4711 after warming up.";
    put(shelf, "Laser L3", laser, COLLEAGUE, now.minus(Duration.ofDays(7)));
    return shelf;
  }

  private static void put(
      List<ServiceCase> shelf, String machine, String problem, Person openedBy, Instant now) {
    String id = "S-" + (FIRST_NUMBER + shelf.size());
    shelf.add(new ServiceCase(id, machine, problem, openedBy, now));
  }
}

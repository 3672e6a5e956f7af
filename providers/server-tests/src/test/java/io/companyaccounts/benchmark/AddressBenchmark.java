// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.benchmark;

import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.DomainPattern;
import io.companyaccounts.emaildomain.EmailDomainSettings;
import io.companyaccounts.emaildomain.EmailPolicy;
import io.companyaccounts.emaildomain.OwnEmailRule;
import io.companyaccounts.emaildomain.ProviderLists;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** How long it takes to read the settings of a company and to decide about one address. */
class AddressBenchmark {

  private static final int ROUNDS = 20_000;
  private static final Map<String, List<String>> ATTRIBUTES =
      Map.of(
          EmailDomainSettings.POLICY, List.of("company-domains"),
          EmailDomainSettings.ALLOWED, List.of("partner.example, *.group.example"),
          EmailDomainSettings.EXTERNALS, List.of("invited-only"),
          EmailDomainSettings.FREE_MAIL, List.of("refuse"),
          EmailDomainSettings.THROW_AWAY, List.of("refuse"),
          EmailDomainSettings.ROLE_ADDRESS, List.of("refuse"));
  private static final List<String> ADDRESSES =
      List.of(
          "ida.ix@acme.com",
          "ida.ix@gmail.com",
          "ida@deep.down.below.acme.com",
          "info@acme.com",
          "ida@b\u00FCcher.example",
          "ida@a\u0441me.example",
          "acme.com@evil.org");
  private static final EmailPolicy.Others NOBODY =
      new EmailPolicy.Others() {
        @Override
        public boolean anyone(boolean withExternals) {
          return false;
        }

        @Override
        public List<String> addresses(boolean withExternals) {
          return List.of();
        }
      };

  @Test
  void settingsAndDecision() {
    System.out.printf("%-32s %.2f microseconds%n", "settings", best(i -> policy().isOpen()));
    EmailPolicy policy = policy();
    for (String address : ADDRESSES) {
      Candidate candidate = candidate(address);
      double best = best(i -> policy.check(candidate, NOBODY).isAccepted());
      System.out.printf("%-32s %.2f microseconds%n", address, best);
    }
  }

  /** Of five runs, in microseconds. */
  private static double best(IntPredicate work) {
    long accepted = 0;
    long best = Long.MAX_VALUE;
    for (int run = 0; run < 5; run++) {
      long begin = System.nanoTime();
      for (int i = 0; i < ROUNDS; i++) {
        accepted += work.test(i) ? 1 : 0;
      }
      best = Math.min(best, (System.nanoTime() - begin) / ROUNDS);
    }
    return accepted < 0 ? 0 : best / 1_000.0;
  }

  private static EmailPolicy policy() {
    return new EmailPolicy(
        EmailDomainSettings.of(key -> ATTRIBUTES.getOrDefault(key, List.of())),
        OwnEmailRule.NONE,
        List.of("acme.com", "*.acme.example").stream()
            .map(DomainPattern::parse)
            .flatMap(Optional::stream)
            .toList(),
        null,
        new ProviderLists(key -> List.of()));
  }

  private static Candidate candidate(String address) {
    return new Candidate(address, "Ida", "Ix", Candidate.Occasion.PRESENT, "ida");
  }
}

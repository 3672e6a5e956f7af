// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import io.companyaccounts.emaildomain.Candidate.Occasion;
import io.companyaccounts.emaildomain.EmailPolicy.Others;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Policies as tests need them, made of the vendor's settings as they are written. */
final class Addresses {

  static final Others NOBODY = others();

  private Addresses() {}

  /** Settings as key and value, key and value. */
  static EmailDomainSettings settings(String... keysAndValues) {
    Map<String, List<String>> attributes = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      attributes.put(keysAndValues[i], List.of(keysAndValues[i + 1]));
    }
    return EmailDomainSettings.of(key -> attributes.getOrDefault(key, List.of()));
  }

  /** A company with the domains acme.com and *.acme.example. */
  static EmailPolicy policy(String... keysAndValues) {
    return new EmailPolicy(
        settings(keysAndValues),
        OwnEmailRule.NONE,
        List.of(pattern("acme.com"), pattern("*.acme.example")),
        null,
        new ProviderLists(key -> List.of()));
  }

  static EmailPolicy ownDomains(String... keysAndValues) {
    String[] all = Arrays.copyOf(keysAndValues, keysAndValues.length + 2);
    all[keysAndValues.length] = EmailDomainSettings.POLICY;
    all[keysAndValues.length + 1] = "company-domains";
    return policy(all);
  }

  static DomainPattern pattern(String text) {
    return DomainPattern.parse(text).orElseThrow();
  }

  static EmailDomain domain(String text) {
    return EmailDomain.parse(text).orElseThrow();
  }

  static Candidate joining(@Nullable String email) {
    return new Candidate(email, "Ida", "Ix", Occasion.JOIN, "ida");
  }

  static Candidate present(@Nullable String email) {
    return new Candidate(email, "Ida", "Ix", Occasion.PRESENT, "ida");
  }

  static Others others(String... addresses) {
    return new Others() {
      @Override
      public boolean anyone(boolean withExternals) {
        return addresses.length > 0;
      }

      @Override
      public List<String> addresses(boolean withExternals) {
        return List.of(addresses);
      }
    };
  }

  /** The code of the refusal, {@code outside}, or {@code accepted}. */
  static String outcome(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      return refused.reason().code();
    }
    return verdict.isAccepted() ? "accepted" : "outside";
  }
}

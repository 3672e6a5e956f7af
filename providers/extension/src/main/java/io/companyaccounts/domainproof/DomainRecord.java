// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.emaildomain.DomainPattern;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The TXT record that proves a domain for one organization.
 *
 * <p>Its code has 192 bits. Somebody can read it before anything is stored, because the first one
 * is made from the realm's key, the organization and the domain: a GET gives the same one again and
 * again and writes nothing. The first check stores it, so that it outlives the realm's key;
 * renewing stores a random one.
 *
 * @param domain lower-case ASCII, without {@code *.}
 */
record DomainRecord(String domain, String code) {

  private static final String LABEL = "_company-accounts.";
  private static final String KEY = "company-accounts=";
  private static final int LONGEST_NAME = 253;
  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * The domain by which one of Keycloak's domains is proven; empty if the DNS cannot hold its
   * record, or if the name could be read as two domains: somebody might prove the other one.
   */
  static Optional<String> domainOf(String nativeName) {
    return DomainPattern.parse(nativeName)
        .map(pattern -> pattern.domain().ascii())
        .filter(ascii -> LABEL.length() + ascii.length() <= LONGEST_NAME);
  }

  /**
   * The record of an organization that has stored none.
   *
   * @param key the realm's internal signature key
   */
  static DomainRecord derive(SecretKey key, String organizationId, String domain) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(key);
      String about = "company-domain|" + organizationId + "|" + domain;
      return new DomainRecord(domain, text(mac.doFinal(about.getBytes(StandardCharsets.UTF_8))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The realm's key makes no codes", e);
    }
  }

  /** A record that nobody has seen yet. */
  static DomainRecord random(String domain) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new DomainRecord(domain, text(bytes));
  }

  private static String text(byte[] secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(secret, BYTES));
  }

  /** Where the record of a domain is, whatever its code. */
  static String nameFor(String domain) {
    return LABEL + domain;
  }

  String name() {
    return nameFor(domain);
  }

  String value() {
    return KEY + code;
  }

  /** Whether one of the values that were found is this record; others may stand beside it. */
  boolean isAmong(Collection<String> found) {
    return found.stream().anyMatch(text -> bare(text).equals(value()));
  }

  /** Some forms of DNS providers keep the quotes that people type. */
  private static String bare(String text) {
    String stripped = text.strip();
    boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
    return quoted ? stripped.substring(1, stripped.length() - 1).strip() : stripped;
  }
}

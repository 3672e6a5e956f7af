// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The secret in a link, 192 bits. It is made from the realm's key, so that it never has to be
 * stored: only its hash is, by which it is found.
 */
public record InvitationCode(String text) {

  private static final int BYTES = 24;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{32}");

  /** What a code is for: one for an address never fits as one for many. */
  public enum Purpose {
    INVITATION("company-invitation"),
    LINK("company-invite-link");

    private final String text;

    Purpose(String text) {
      this.text = text;
    }
  }

  /**
   * Makes the code of an invitation or invite link.
   *
   * @param key the realm's internal signature key
   * @param generation counts how often it got a new code
   */
  public static InvitationCode derive(SecretKey key, Purpose purpose, String id, int generation) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(key);
      String about = purpose.text + "|" + id + "|" + generation;
      byte[] secret = mac.doFinal(about.getBytes(StandardCharsets.UTF_8));
      return new InvitationCode(
          Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(secret, BYTES)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The realm's key makes no codes", e);
    }
  }

  /** Reads what stands in a link; empty if it can be no code. */
  public static Optional<InvitationCode> read(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new InvitationCode(text)) : Optional.empty();
  }

  /** What is stored. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java without SHA-256", e);
    }
  }

  /** Whether a stored hash is that of this code; takes the same time for each. */
  public boolean fits(String storedHash) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), storedHash.getBytes(StandardCharsets.US_ASCII));
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "InvitationCode";
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The six digits. They are stored nowhere: they follow from a random row id and a key of the realm,
 * cut down to digits as RFC 4226 section 5.3 does it.
 */
final class MailCode {

  /** How many digits people type. */
  static final int DIGITS = 6;

  private static final int NUMBERS = 1_000_000;
  private static final String HMAC = "HmacSHA256";

  private MailCode() {}

  /** The digits that belong to a row. */
  static String of(SecretKey key, String id) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      byte[] hash = mac.doFinal(("company-mail-code|" + id).getBytes(StandardCharsets.UTF_8));
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
      return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % NUMBERS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether somebody typed them, with whatever people put between digits. */
  static boolean matches(SecretKey key, String id, String typed) {
    return MessageDigest.isEqual(
        of(key, id).getBytes(StandardCharsets.US_ASCII),
        typed.replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8));
  }
}

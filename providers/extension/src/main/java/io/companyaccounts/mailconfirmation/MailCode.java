// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** The six digits, and how they are kept: bound to one row, under a key that is not with them. */
final class MailCode {

  /** How many digits people type. */
  static final int DIGITS = 6;

  private static final String HMAC = "HmacSHA256";

  private MailCode() {}

  /** What is stored instead of the code. */
  static String hash(SecretKey key, String id, String code) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return HexFormat.of()
          .formatHex(
              mac.doFinal(
                  ("company-mail-code|" + id + "|" + code).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What somebody typed without what people put between digits. */
  static String digits(String typed) {
    String bare = typed.replaceAll("[\\s-]", "");
    return bare.matches("[0-9]{" + DIGITS + "}") ? bare : "";
  }

  static boolean matches(SecretKey key, String id, String typed, String hash) {
    return MessageDigest.isEqual(
        hash(key, id, digits(typed)).getBytes(StandardCharsets.US_ASCII),
        hash.getBytes(StandardCharsets.US_ASCII));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The second factor of a person in tests: the six digits of RFC 6238 on their phone. */
record OneTimeCode(String secret) {

  private static final int SECONDS = 30;

  /** As Keycloak's admin REST takes it among the credentials of a new user. */
  Map<String, String> credential() {
    return Map.of(
        "type",
        "otp",
        "secretData",
        "{\"value\":\"" + secret + "\"}",
        "credentialData",
        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
  }

  /** What the phone shows then. */
  String at(Instant now) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      ByteBuffer hash =
          ByteBuffer.wrap(
              mac.doFinal(
                  ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond() / SECONDS).array()));
      int number = hash.getInt(hash.get(hash.capacity() - 1) & 0xf) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

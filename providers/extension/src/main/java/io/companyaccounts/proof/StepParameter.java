// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks to have confirmed: the parameter of {@code kc_action}.
 *
 * <p>Keycloak cuts the parameter at a colon, so references with other characters than letters,
 * digits, dot, underscore and hyphen are written as {@code ~} and base64url of their UTF-8.
 *
 * @param operation what is to be done; null: what is usual for the action
 * @param reference names the one unchangeable thing it is done to, such as a quote; 1 to {@value
 *     #MOST_REFERENCE} characters, none of them a control character
 */
public record StepParameter(@Nullable String operation, String reference) {

  public static final int MOST_REFERENCE = 255;

  private static final char ENCODED = '~';
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  /** Reads {@code [operation~]reference}; empty if it is not written so. */
  public static Optional<StepParameter> withPermission(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    int tilde = text.indexOf(ENCODED);
    if (tilde <= 0) {
      return reference(text).map(reference -> new StepParameter(null, reference));
    }
    String operation = text.substring(0, tilde);
    return OPERATION.matcher(operation).matches()
        ? reference(text.substring(tilde + 1))
            .map(reference -> new StepParameter(operation, reference))
        : Optional.empty();
  }

  /** Reads {@code operation.reference}; empty if it is not written so. */
  public static Optional<StepParameter> withWord(@Nullable String text) {
    int dot = text == null ? -1 : text.indexOf('.');
    if (text == null || dot < 0 || !WORD.matcher(text.substring(0, dot)).matches()) {
      return Optional.empty();
    }
    String operation = text.substring(0, dot);
    return reference(text.substring(dot + 1))
        .map(reference -> new StepParameter(operation, reference));
  }

  private static Optional<String> reference(String text) {
    if (!text.isEmpty() && text.charAt(0) == ENCODED) {
      return decoded(text.substring(1)).filter(StepParameter::isReference);
    }
    return PLAIN.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  /** Whether a text can be a reference at all. */
  static boolean isReference(String text) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= MOST_REFERENCE
        && text.codePoints().noneMatch(StepParameter::isInvisible);
  }

  /** Control characters, and marks that turn the direction of what is shown. */
  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }

  private static Optional<String> decoded(String base64) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(base64);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What somebody typed, so that the same keys give the same password on every device: prepared as
 * OpaqueString of RFC 8265 section 4.2 (other spaces become the ordinary one, then NFC), and
 * refused if that does not allow it.
 *
 * @param text never logged and never shown
 */
record TypedPassword(String text) {

  /** More characters than anybody types; keeps hashing short. */
  static final int MOST = 256;

  /** Empty if it can be no password at all. */
  static Optional<TypedPassword> read(String typed) {
    if (typed.isEmpty() || typed.length() > 2 * MOST) {
      return Optional.empty();
    }
    if (typed.codePoints().anyMatch(UNUSABLE)) {
      return Optional.empty();
    }
    StringBuilder spaced = new StringBuilder();
    typed
        .codePoints()
        .map(point -> Character.getType(point) == Character.SPACE_SEPARATOR ? ' ' : point)
        .forEach(spaced::appendCodePoint);
    String text = Normalizer.normalize(spaced, Normalizer.Form.NFC);
    return length(text) > MOST ? Optional.empty() : Optional.of(new TypedPassword(text));
  }

  private static final IntPredicate UNUSABLE =
      point ->
          switch (Character.getType(point)) {
            case Character.CONTROL,
                Character.SURROGATE,
                Character.UNASSIGNED,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.PRIVATE_USE ->
                true;
            default -> false;
          };

  /** How many characters people see, more or less. */
  int length() {
    return length(text);
  }

  /** Nobody who reads it out says the space at its end. */
  boolean hasSpaceAtEnd() {
    return text.startsWith(" ") || text.endsWith(" ");
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public String toString() {
    return "TypedPassword";
  }
}

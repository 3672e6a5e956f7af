// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address to which an invitation can be sent, in lower case as Keycloak keeps addresses. */
public record EmailAddress(String text) {

  private static final int LONGEST = 255;
  private static final int LONGEST_LOCAL = 64;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")+");
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");

  /** Empty if no mail server could deliver to it. */
  public static Optional<EmailAddress> parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    int at = lower.lastIndexOf('@');
    boolean fits =
        at > 0
            && at <= LONGEST_LOCAL
            && LOCAL.matcher(lower.substring(0, at)).matches()
            && isDomain(lower.substring(at + 1));
    return fits ? Optional.of(new EmailAddress(lower)) : Optional.empty();
  }

  /** Whether this is a domain in lower case, such as {@code acme.example}. */
  static boolean isDomain(String text) {
    return text.length() <= LONGEST
        && DOMAIN.matcher(text).matches()
        && text.equals(text.toLowerCase(Locale.ROOT));
  }

  /** What follows the at sign. */
  public String domain() {
    return text.substring(text.lastIndexOf('@') + 1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that was read: RFC 5321, section 4.1.2, letters of all languages included (RFC
 * 6531). What cannot be read for certain is no address.
 *
 * @param text as it was given, without space around it, in lower case as Keycloak keeps addresses
 * @param mailbox what stands before the at sign, without quotes and without anything from a plus
 *     sign on
 * @param domain where it is
 */
public record EmailAddress(String text, String mailbox, EmailDomain domain) {

  private static final int LONGEST = 255;
  private static final int LONGEST_LOCAL = 64;
  private static final String ASCII_ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~\\p{L}\\p{N}\\p{M}-]+";
  private static final Pattern ASCII_LOCAL =
      Pattern.compile(ASCII_ATOM + "(\\." + ASCII_ATOM + ")*");
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final Pattern QUOTED = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*\"");
  private static final Pattern PLAIN_DOMAIN =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}-]+(\\.[\\p{L}\\p{N}\\p{M}-]+)+");

  /** Empty if this is no address, or if it could be read in two ways. */
  public static Optional<EmailAddress> parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    int at = lower.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL) {
      return Optional.empty();
    }
    String local = lower.substring(0, at);
    boolean quoted = QUOTED.matcher(local).matches();
    if (!quoted && !LOCAL.matcher(local).matches()) {
      return Optional.empty();
    }
    String mailbox =
        quoted ? local.substring(1, local.length() - 1).replaceAll("\\\\(.)", "$1") : local;
    int plus = mailbox.indexOf('+');
    String person = plus > 0 ? mailbox.substring(0, plus) : mailbox;
    return EmailDomain.parse(lower.substring(at + 1))
        .map(domain -> new EmailAddress(lower, person, domain));
  }

  /** Whether every mail server can deliver to it, so that it may be written to. */
  public boolean isPlain() {
    int at = text.lastIndexOf('@');
    return ASCII_LOCAL.matcher(text.substring(0, at)).matches()
        && PLAIN_DOMAIN.matcher(text.substring(at + 1)).matches();
  }
}

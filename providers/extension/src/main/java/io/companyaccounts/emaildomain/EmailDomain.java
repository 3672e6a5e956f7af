// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A domain as the name system knows it: lower case, ASCII, without a dot at the end. Two domains
 * are the same exactly if these texts are equal.
 */
public record EmailDomain(String ascii) {

  /** No address is there: the name is kept free by RFC 2606, section 2. */
  public static final EmailDomain NOWHERE = new EmailDomain("nowhere.invalid");

  private static final int LONGEST = 253;
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

  /** At least two labels, the last one no number: an IP address is no domain. */
  private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+(?!\\d+$)" + LABEL);

  /**
   * Letters that one standard (IDNA 2003) turns into others and the next (IDNA 2008) keeps, so that
   * the text names two different domains: RFC 5894, section 7.2.
   */
  private static final Pattern TWO_MEANINGS = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

  /** What Japanese, Chinese and Korean write together; from Unicode's UTS 39, section 5.2. */
  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          EnumSet.of(
              UnicodeScript.LATIN,
              UnicodeScript.HAN,
              UnicodeScript.HIRAGANA,
              UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

  /** Empty if no mail could be sent there, or if the text could name two domains. */
  public static Optional<EmailDomain> parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST + 1 || TWO_MEANINGS.matcher(text).find()) {
      return Optional.empty();
    }
    String ascii;
    try {
      ascii = isAscii(text) ? text : IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    ascii = ascii.toLowerCase(Locale.ROOT);
    ascii = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    return ascii.length() <= LONGEST && DOMAIN.matcher(ascii).matches()
        ? Optional.of(new EmailDomain(ascii))
        : Optional.empty();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(each -> each < 128);
  }

  /** Whether this lies below the other. */
  boolean isBelow(EmailDomain other) {
    return ascii.endsWith("." + other.ascii);
  }

  /** The part that a company would call its name: {@code acme} of {@code mail.acme.example}. */
  String name() {
    String[] labels = ascii.split("\\.");
    return labels[labels.length - 2];
  }

  /** The same with one label less in front; empty if only a top level would be left. */
  Optional<EmailDomain> parent() {
    int dot = ascii.indexOf('.');
    return ascii.indexOf('.', dot + 1) < 0
        ? Optional.empty()
        : Optional.of(new EmailDomain(ascii.substring(dot + 1)));
  }

  /**
   * Whether a label mixes writing systems that nobody writes together, as names do that shall be
   * taken for others.
   */
  boolean isLookalike() {
    if (!ascii.contains("xn--")) {
      return false;
    }
    for (String label : IDN.toUnicode(ascii).split("\\.")) {
      Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
      label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
      scripts.remove(UnicodeScript.COMMON);
      scripts.remove(UnicodeScript.INHERITED);
      if (scripts.size() > 1 && TOGETHER.stream().noneMatch(set -> set.containsAll(scripts))) {
        return true;
      }
    }
    return false;
  }
}

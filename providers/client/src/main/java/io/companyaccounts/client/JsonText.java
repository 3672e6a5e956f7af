// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object whose members are texts, numbers, truth values or null: all that Keycloak
 * answers when a proof is redeemed. Anything else, also a member that is named twice, is no answer.
 *
 * <p>Source: RFC 8259. Numbers become Double.
 */
final class JsonText {

  private static final int LONGEST = 65_536;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /** The members of the object; empty when the text is not such an object. */
  static Optional<Map<String, @Nullable Object>> object(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JsonText(text).whole());
    } catch (Misshapen noSuchObject) {
      return Optional.empty();
    }
  }

  private static final class Misshapen extends Exception {
    private static final long serialVersionUID = 1L;

    Misshapen() {
      super(null, null, false, false);
    }
  }

  private Map<String, @Nullable Object> whole() throws Misshapen {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    expect('{');
    if (!skip('}')) {
      do {
        member(members);
      } while (skip(','));
      expect('}');
    }
    space();
    check(at == text.length());
    return members;
  }

  private void member(Map<String, @Nullable Object> members) throws Misshapen {
    expect('"');
    String name = string();
    expect(':');
    space();
    check(!members.containsKey(name));
    members.put(name, value());
  }

  private @Nullable Object value() throws Misshapen {
    if (skip('"')) {
      return string();
    }
    int start = at;
    while (at < text.length() && " \t\r\n,}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    switch (word) {
      case "null":
        return null;
      case "true":
        return true;
      case "false":
        return false;
      default:
        check(word.matches("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?"));
        return Double.valueOf(word);
    }
  }

  /** The rest of a text, after its first quotation mark. */
  private String string() throws Misshapen {
    StringBuilder string = new StringBuilder();
    for (char next = next(); next != '"'; next = next()) {
      check(next >= ' ');
      string.append(next == '\\' ? escaped(next()) : next);
    }
    return string.toString();
  }

  private char escaped(char letter) throws Misshapen {
    if (letter == 'u') {
      check(at + 4 <= text.length());
      String digits = text.substring(at, at + 4);
      check(digits.matches("[0-9A-Fa-f]{4}"));
      at += 4;
      return (char) Integer.parseInt(digits, 16);
    }
    int known = "\"\\/bfnrt".indexOf(letter);
    check(known >= 0);
    return "\"\\/\b\f\n\r\t".charAt(known);
  }

  private char next() throws Misshapen {
    check(at < text.length());
    return text.charAt(at++);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skip(char wanted) {
    space();
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char wanted) throws Misshapen {
    check(skip(wanted));
  }

  private static void check(boolean fulfilled) throws Misshapen {
    if (!fulfilled) {
      throw new Misshapen();
    }
  }
}

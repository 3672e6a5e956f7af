// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.Map;

/**
 * Something that is missing or odd in a realm.
 *
 * @param code stable code
 * @param severity how much it matters
 * @param text what is the matter and what to do, in English; names no people
 * @param about what it is about: {@code role}, {@code client}, {@code organizations}, {@code count}
 *     and the like
 */
public record Finding(String code, Severity severity, String text, Map<String, Object> about) {

  /** How much a finding matters. */
  public enum Severity {
    /** Something does not work, or somebody may do more than meant. */
    ERROR,
    /** Probably not meant so. */
    WARNING,
    /** Good to know. */
    INFO
  }

  public Finding {
    about = Map.copyOf(about);
  }

  public static Finding error(String code, String text, Map<String, Object> about) {
    return new Finding(code, Severity.ERROR, text, about);
  }

  public static Finding warning(String code, String text, Map<String, Object> about) {
    return new Finding(code, Severity.WARNING, text, about);
  }

  public static Finding info(String code, String text, Map<String, Object> about) {
    return new Finding(code, Severity.INFO, text, about);
  }
}

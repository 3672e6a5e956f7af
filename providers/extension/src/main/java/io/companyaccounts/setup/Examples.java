// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a finding is about, when it is about many: some of them, and how many there are. */
public final class Examples {

  /** So many are named. */
  static final int NAMED = 20;

  /** So many are counted; queries fetch one more. */
  public static final int COUNTED = 1000;

  private Examples() {}

  /**
   * @param key what the values are, such as {@code organizations}
   * @param values at most one more than {@link #COUNTED}
   */
  public static Map<String, Object> about(String key, List<?> values) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put(key, values.stream().limit(NAMED).toList());
    about.put("count", Math.min(values.size(), COUNTED));
    if (values.size() > COUNTED) {
      about.put("more", true);
    }
    return about;
  }

  /** The count as words: {@code 3}, or {@code more than 1000}. */
  static String count(List<?> values) {
    return values.size() > COUNTED ? "more than " + COUNTED : Integer.toString(values.size());
  }
}

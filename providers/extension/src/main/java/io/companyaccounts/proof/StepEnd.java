// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

/**
 * A page that says why a step ends here and what the person can do. Its texts are the messages
 * {@code <key>Title}, {@code <key>Text} and {@code <key>Next}; each fills in the same two values.
 */
public final class StepEnd {

  private final String code;
  private final String key;
  private final String first;
  private final Object second;

  /**
   * @param code stable, for events
   * @param key begins the keys of its texts
   * @param first filled into them
   * @param second filled into them; a text, or a number that decides between one and many
   */
  public StepEnd(String code, String key, String first, Object second) {
    this.code = code;
    this.key = key;
    this.first = first;
    this.second = second;
  }

  static StepEnd of(String code, String key) {
    return new StepEnd(code, key, "", "");
  }

  String code() {
    return code;
  }

  public String getKey() {
    return key;
  }

  public String getFirst() {
    return first;
  }

  public Object getSecond() {
    return second;
  }
}

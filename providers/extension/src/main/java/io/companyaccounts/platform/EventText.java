// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.util.regex.Pattern;

/** Text for details of events. */
public final class EventText {

  private static final Pattern SUPPLEMENTARY = Pattern.compile("[^\\x{0}-\\x{FFFF}]");

  private EventText() {}

  /**
   * On MySQL and MariaDB Keycloak's own columns of events hold the characters of the basic plane
   * only, and a change must not fail for an emoji.
   */
  public static String storable(String text) {
    return SUPPLEMENTARY.matcher(text).replaceAll("\uFFFD");
  }
}

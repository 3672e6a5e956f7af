// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.util.Map;

/** Small maps as text for a column: sorted, and ASCII only, so that every database holds it. */
public final class SmallJson {

  private SmallJson() {}

  public static String write(Map<String, String> map) {
    return StrictJson.write(map);
  }

  public static Map<String, String> read(String json) {
    return StrictJson.readMap(json);
  }
}

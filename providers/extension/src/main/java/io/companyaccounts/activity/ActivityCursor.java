// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.companyaccounts.platform.ApiException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last row of a page; opaque for callers. */
record ActivityCursor(long at, String id) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.([0-9a-f-]{36})");

  static ActivityCursor parse(String text) {
    try {
      Matcher parts = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
      if (parts.matches()) {
        return new ActivityCursor(Long.parseLong(parts.group(1)), parts.group(2));
      }
    } catch (IllegalArgumentException e) {
      // the same refusal as for another form
    }
    throw ApiException.badRequest("invalid_cursor", "Send the cursor of the page before.");
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "." + id).getBytes(UTF_8));
  }
}

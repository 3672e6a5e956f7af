// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe, a checker of accessibility, finds on a page. */
public final class Accessibility {

  private static final String SCRIPT = "/axe.min.js";

  private static final String RUN =
      """
      async where => {
        const found = await axe.run(where, { resultTypes: ['violations'] });
        return found.violations.map(
          each => each.id + ' ' + each.nodes.map(node => node.target.join(' ')).join(', '));
      }
      """;

  private Accessibility() {}

  /** The violations on the whole page, each with the places where it is. */
  public static List<String> violations(Window window) {
    return violations(window, "html");
  }

  /** The violations inside what the selector finds. */
  public static List<String> violations(Window window, String selector) {
    Page page = window.page();
    if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(script());
    }
    return ((List<?>) page.evaluate(RUN, selector)).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream script = Accessibility.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IllegalStateException(SCRIPT + " is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

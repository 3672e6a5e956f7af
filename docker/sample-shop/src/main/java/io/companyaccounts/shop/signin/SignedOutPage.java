// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.shop.ShopSettings;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for somebody who is not signed in any more: says why, and offers the way back. */
@Controller
final class SignedOutPage {

  static final String PATH = "/signed-out";

  /** Why somebody is not signed in; each has its text. */
  enum Because {
    /** The person signed out. */
    YOU,
    /** Keycloak ended the session, or refused to renew it. */
    ENDED,
    /** Signing in failed or was cancelled. */
    FAILED
  }

  private final ShopSettings settings;

  SignedOutPage(ShopSettings settings) {
    this.settings = settings;
  }

  static String path(Because because) {
    return PATH + "?because=" + because.name().toLowerCase(Locale.ROOT);
  }

  @GetMapping(PATH)
  String show(@RequestParam(defaultValue = "") String because, Model model) {
    model.addAttribute("because", because(because).name().toLowerCase(Locale.ROOT));
    model.addAttribute("account", settings.accountConsole());
    return "signed-out";
  }

  private static Because because(String word) {
    for (Because because : Because.values()) {
      if (because.name().equalsIgnoreCase(word)) {
        return because;
      }
    }
    return Because.ENDED;
  }
}

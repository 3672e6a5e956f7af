// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.shop.ShopSettings;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Every refusal, from a link as from a forged form: what is missing, and who can help. */
@ControllerAdvice
final class RefusedPage {

  private final ShopSettings settings;

  RefusedPage(ShopSettings settings) {
    this.settings = settings;
  }

  @ExceptionHandler(RefusedException.class)
  @ResponseStatus(HttpStatus.FORBIDDEN)
  String refused(RefusedException refusal, Model model) {
    model.addAttribute("decision", refusal.decision());
    model.addAttribute("account", settings.accountConsole());
    return "refused";
  }
}

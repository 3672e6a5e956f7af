// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "What I may do, and why": every permission of the shop with the token's answer. */
@Controller
final class PermissionsPage {

  private final MessageSource texts;

  PermissionsPage(MessageSource texts) {
    this.texts = texts;
  }

  @GetMapping("/c/{company}/permissions")
  String show(Buyer buyer, Model model, Locale language) {
    List<Decision> decisions = Arrays.stream(ShopPermission.values()).map(buyer::may).toList();
    model.addAttribute("decisions", decisions);
    model.addAttribute("roles", buyer.roles().stream().map(role -> shown(role, language)).toList());
    return "permissions";
  }

  /**
   * Roles the vendor has thought of have a text; those a company made are called what it called
   * them.
   */
  private String shown(String role, Locale language) {
    return Objects.requireNonNullElse(texts.getMessage("role." + role, null, role, language), role);
  }

  /** Nothing to do: a request that is not for reading comes with a new token. */
  @PostMapping("/c/{company}/permissions")
  String checkAgain(Buyer buyer, RedirectAttributes address) {
    address.addAttribute("company", buyer.company());
    address.addFlashAttribute("checked", true);
    return "redirect:/c/{company}/permissions";
  }
}

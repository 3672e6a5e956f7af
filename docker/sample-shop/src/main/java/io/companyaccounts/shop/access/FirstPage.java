// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The door: invites strangers in, and leads visitors to their company. */
@Controller
final class FirstPage {

  @GetMapping("/")
  String enter(@AuthenticationPrincipal @Nullable OidcUser user) {
    return user == null ? "welcome" : "redirect:/company";
  }

  /** Leads to the company that was looked at last; who has none is told what to do. */
  @GetMapping("/company")
  String company(Visitor visitor, HttpSession session, RedirectAttributes address) {
    return LastCompany.of(session, visitor)
        .map(company -> to(company, address))
        .orElse("no-company");
  }

  /** The choice in the header. */
  @GetMapping(path = "/company", params = "choose")
  String choose(Visitor visitor, @RequestParam String choose, RedirectAttributes address) {
    Optional<String> company = visitor.companies().stream().filter(choose::equals).findFirst();
    return company.map(alias -> to(alias, address)).orElse("redirect:/company");
  }

  /** Asks Keycloak again for somebody without a company, who may just have been invited. */
  @PostMapping("/company")
  String checkAgain(Visitor visitor) {
    return "redirect:/company";
  }

  private static String to(String company, RedirectAttributes address) {
    address.addAttribute("company", company);
    return "redirect:/c/{company}/quotes";
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.servicecase;

import io.companyaccounts.client.Decision;
import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.RefusedException;
import io.companyaccounts.shop.access.ShopPermission;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list, open to every member, and the form for a new case. */
@Controller
@RequestMapping("/c/{company}/cases")
final class CasePages {

  private final ServiceCases cases;

  CasePages(ServiceCases cases) {
    this.cases = cases;
  }

  @GetMapping
  String list(Buyer buyer, Model model) {
    model.addAttribute("cases", cases.of(buyer.company()));
    model.addAttribute("mayCreate", buyer.may(ShopPermission.CASE_CREATE));
    return "cases";
  }

  @GetMapping("/new")
  String form(Buyer buyer, Model model) {
    Decision decision = buyer.may(ShopPermission.CASE_CREATE);
    if (decision.denied()) {
      throw new RefusedException(decision);
    }
    return form(model, new CaseForm("", ""), Set.of());
  }

  @PostMapping
  ModelAndView open(
      Buyer buyer, @ModelAttribute CaseForm form, Model model, RedirectAttributes address) {
    OpenCase.Result result = OpenCase.open(cases, buyer, form);
    if (result instanceof OpenCase.Forbidden forbidden) {
      throw new RefusedException(forbidden.decision());
    }
    if (result instanceof OpenCase.Invalid invalid) {
      String page = form(model, form, invalid.problems());
      return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    address.addAttribute("company", buyer.company());
    address.addFlashAttribute("opened", ((OpenCase.Opened) result).serviceCase().id());
    return new ModelAndView("redirect:/c/{company}/cases");
  }

  private static String form(Model model, CaseForm form, Set<OpenCase.Problem> problems) {
    model.addAttribute("form", form);
    model.addAttribute("problems", problems.stream().map(Enum::name).toList());
    return "case-new";
  }
}

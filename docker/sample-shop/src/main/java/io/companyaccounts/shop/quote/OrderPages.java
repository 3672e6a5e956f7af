// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.ShopSettings;
import io.companyaccounts.shop.access.AskForProof;
import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons on a quote. */
@Controller
@RequestMapping("/c/{company}/quotes/{id}")
final class OrderPages {

  private final Quotes quotes;
  private final AskForProof askForProof;
  private final ShopSettings settings;
  private final Clock clock;

  OrderPages(Quotes quotes, AskForProof askForProof, ShopSettings settings, Clock clock) {
    this.quotes = quotes;
    this.askForProof = askForProof;
    this.settings = settings;
    this.clock = clock;
  }

  @PostMapping("/request")
  String request(Buyer buyer, @PathVariable String id, RedirectAttributes address) {
    return step(
        buyer,
        id,
        address,
        "requested",
        quote -> RequestOrder.request(quote, buyer, clock.instant()));
  }

  @PostMapping("/order")
  String place(
      Buyer buyer, @PathVariable String id, HttpServletRequest in, RedirectAttributes address) {
    return binding(BindingStep.ORDER, buyer, id, in, address);
  }

  @PostMapping("/release")
  String release(
      Buyer buyer, @PathVariable String id, HttpServletRequest in, RedirectAttributes address) {
    return binding(BindingStep.RELEASE, buyer, id, in, address);
  }

  /** Leads to Keycloak when the step would be possible; {@link StepPages} goes on from there. */
  private String binding(
      BindingStep step, Buyer buyer, String id, HttpServletRequest in, RedirectAttributes address) {
    Function<Quote, OrderStep> rule = quote -> step.take(quote, buyer, clock.instant());
    if (!settings.orderingStep()) {
      return step(buyer, id, address, step.done(), rule);
    }
    OrderStep possible = quotes.look(buyer.company(), id, buyer.person(), rule);
    return possible instanceof OrderStep.Done done
        ? "redirect:" + askForProof.begin(buyer, id, step.proof(done.quote()), in)
        : answer(possible, buyer, id, address, step.done());
  }

  private String step(
      Buyer buyer,
      String id,
      RedirectAttributes address,
      String done,
      Function<Quote, OrderStep> rule) {
    OrderStep result = quotes.change(buyer.company(), id, buyer.person(), rule);
    return answer(result, buyer, id, address, done);
  }

  private static String answer(
      OrderStep result, Buyer buyer, String id, RedirectAttributes address, String done) {
    if (result instanceof OrderStep.Forbidden forbidden) {
      throw new RefusedException(forbidden.decision());
    }
    if (result instanceof OrderStep.NotFound) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    address.addAttribute("company", buyer.company());
    address.addAttribute("id", id);
    address.addFlashAttribute("done", result instanceof OrderStep.Done ? done : "too-late");
    return "redirect:/c/{company}/quotes/{id}";
  }
}

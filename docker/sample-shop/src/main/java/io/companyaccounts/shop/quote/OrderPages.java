// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.RefusedException;
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
  private final Clock clock;

  OrderPages(Quotes quotes, Clock clock) {
    this.quotes = quotes;
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
  String place(Buyer buyer, @PathVariable String id, RedirectAttributes address) {
    return step(
        buyer, id, address, "ordered", quote -> PlaceOrder.place(quote, buyer, clock.instant()));
  }

  @PostMapping("/release")
  String release(Buyer buyer, @PathVariable String id, RedirectAttributes address) {
    return step(
        buyer,
        id,
        address,
        "released",
        quote -> ReleaseOrder.release(quote, buyer, clock.instant()));
  }

  private String step(
      Buyer buyer,
      String id,
      RedirectAttributes address,
      String done,
      Function<Quote, OrderStep> rule) {
    OrderStep result = quotes.change(buyer.company(), id, buyer.person(), rule);
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

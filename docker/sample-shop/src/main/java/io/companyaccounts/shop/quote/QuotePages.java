// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.client.Decision;
import io.companyaccounts.client.Limit;
import io.companyaccounts.shop.ShopSettings;
import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.RefusedException;
import io.companyaccounts.shop.access.ShopPermission;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** List, one quote, and the form for a new one. */
@Controller
@RequestMapping("/c/{company}/quotes")
final class QuotePages {

  private final Quotes quotes;
  private final ShopSettings settings;

  QuotePages(Quotes quotes, ShopSettings settings) {
    this.quotes = quotes;
    this.settings = settings;
  }

  @GetMapping
  String list(Buyer buyer, Model model) {
    model.addAttribute("quotes", visible(buyer));
    model.addAttribute("mayCreate", buyer.may(ShopPermission.QUOTE_CREATE));
    model.addAttribute("scope", scope(buyer));
    return "quotes";
  }

  @GetMapping("/{id}")
  String show(Buyer buyer, @PathVariable String id, Model model) {
    Quote quote =
        visible(buyer).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("quote", quote);
    model.addAttribute("mayRequest", buyer.may(ShopPermission.ORDER_REQUEST));
    model.addAttribute("mayPlace", buyer.may(ShopPermission.ORDER_PLACE, quote.total()));
    model.addAttribute("mayRelease", buyer.may(ShopPermission.ORDER_RELEASE, quote.total()));
    model.addAttribute("placeLimit", amount(buyer.limit(ShopPermission.ORDER_PLACE)));
    model.addAttribute("releaseLimit", amount(buyer.limit(ShopPermission.ORDER_RELEASE)));
    model.addAttribute("askedForPassword", settings.orderingStep());
    return "quote";
  }

  @GetMapping("/new")
  String form(Buyer buyer, Model model) {
    require(buyer.may(ShopPermission.QUOTE_CREATE));
    return form(model, QuoteForm.empty(), Set.of());
  }

  @PostMapping
  ModelAndView create(
      Buyer buyer, @ModelAttribute QuoteForm form, Model model, RedirectAttributes address) {
    CreateQuote.Result result = CreateQuote.create(quotes, buyer, form);
    if (result instanceof CreateQuote.Forbidden forbidden) {
      throw new RefusedException(forbidden.decision());
    }
    if (result instanceof CreateQuote.Invalid invalid) {
      String page = form(model, form, invalid.problems());
      return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    Quote quote = ((CreateQuote.Created) result).quote();
    address.addAttribute("company", buyer.company());
    address.addAttribute("id", quote.id());
    address.addFlashAttribute("done", "created");
    return new ModelAndView("redirect:/c/{company}/quotes/{id}");
  }

  /** The amount for showing; 0 where it is not shown. */
  private static long amount(Limit limit) {
    return limit instanceof Limit.UpTo upTo ? upTo.amount() : 0;
  }

  /** The end of the message key that says which quotes {@link SeeQuote} lets through. */
  private static String scope(Buyer buyer) {
    if (buyer.may(ShopPermission.ORDER_VIEW_ALL).allowed()) {
      return "all";
    }
    return buyer.may(ShopPermission.ORDER_RELEASE).allowed() ? "waiting" : "own";
  }

  private List<Quote> visible(Buyer buyer) {
    require(buyer.may(ShopPermission.QUOTE_VIEW));
    return quotes.of(buyer.company(), buyer.person()).stream()
        .filter(quote -> SeeQuote.sees(buyer, quote))
        .toList();
  }

  private static String form(Model model, QuoteForm form, Set<CreateQuote.Problem> problems) {
    model.addAttribute("form", form);
    model.addAttribute("problems", problems.stream().map(Enum::name).toList());
    model.addAttribute("articles", Article.values());
    return "quote-new";
  }

  private static void require(Decision decision) {
    if (decision.denied()) {
      throw new RefusedException(decision);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.client.StepHint;
import io.companyaccounts.shop.access.AskForProof;
import io.companyaccounts.shop.access.RefusedException;
import io.companyaccounts.shop.access.Visitor;
import io.companyaccounts.shop.signin.ProofRedemption;
import io.companyaccounts.shop.signin.Step;
import io.companyaccounts.shop.signin.Steps;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people come back from Keycloak with the proof, or without. */
@Controller
final class StepPages {

  private static final Logger LOG = LoggerFactory.getLogger(StepPages.class);

  private final AskForProof askForProof;
  private final OrderWithProof orderWithProof;
  private final Clock clock;

  StepPages(AskForProof askForProof, Quotes quotes, ProofRedemption redemption, Clock clock) {
    this.askForProof = askForProof;
    this.orderWithProof = new OrderWithProof(quotes, redemption::redeem);
    this.clock = clock;
  }

  @GetMapping(Steps.PATH)
  String back(Visitor visitor, HttpServletRequest in, RedirectAttributes address) {
    AskForProof.Answer answer = askForProof.finish(visitor, in);
    if (answer instanceof AskForProof.Back back) {
      return order(back, address);
    }
    if (answer instanceof AskForProof.Empty empty) {
      return toQuote(empty.step(), StepNotice.of(empty.why()).key(), address);
    }
    return "step-over";
  }

  private String order(AskForProof.Back back, RedirectAttributes address) {
    Optional<BindingStep> step = BindingStep.of(back.step().operation());
    if (back.hint() == StepHint.CANCELLED || step.isEmpty()) {
      // The hint proves nothing, but whoever says that they do not want to order gets their way:
      // the token may still hold a proof of an earlier try.
      return toQuote(back.step(), StepNotice.CANCELLED.key(), address);
    }
    OrderStep result =
        orderWithProof.order(
            back.step().subject(), back.buyer(), step.orElseThrow(), clock.instant());
    LOG.info("A step ended with {}", result.getClass().getSimpleName());
    if (result instanceof OrderStep.Done) {
      return toQuote(back.step(), step.orElseThrow().done(), address);
    }
    return toQuote(back.step(), notice(result, back.hint()).key(), address);
  }

  private static StepNotice notice(OrderStep result, StepHint hint) {
    if (result instanceof OrderStep.Unproven unproven) {
      return StepNotice.of(unproven, hint);
    }
    if (result instanceof OrderStep.NotRedeemed not) {
      return StepNotice.of(not.redemption());
    }
    if (result instanceof OrderStep.Forbidden forbidden) {
      if (StepNotice.isLimit(forbidden.decision())) {
        return StepNotice.ABOVE_LIMIT;
      }
      throw new RefusedException(forbidden.decision());
    }
    if (result instanceof OrderStep.NotFound) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return StepNotice.TOO_LATE;
  }

  private static String toQuote(Step step, String done, RedirectAttributes address) {
    address.addAttribute("company", step.company());
    address.addAttribute("id", step.subject());
    address.addFlashAttribute("done", done);
    return "redirect:/c/{company}/quotes/{id}";
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.ProofRequest;
import io.companyaccounts.client.StepHint;
import io.companyaccounts.shop.signin.Step;
import io.companyaccounts.shop.signin.StepReturn;
import io.companyaccounts.shop.signin.Steps;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Sends a buyer to Keycloak for a proof, and says who came back. */
@Component
public final class AskForProof {

  private final Steps steps;

  AskForProof(Steps steps) {
    this.steps = steps;
  }

  /** Who came back. */
  public sealed interface Answer {}

  /** Nobody was sent out with this address, or it was used before. */
  public record Unknown() implements Answer {}

  /**
   * Somebody without a token: nothing can be decided.
   *
   * @param step what the person went for
   * @param why what to say
   */
  public record Empty(Step step, Why why) implements Answer {}

  /** Why there is no token. */
  public enum Why {
    FAILED,
    UNREACHABLE,
    OTHER_PERSON
  }

  /**
   * Somebody with a new token, on which everything has to be decided anew.
   *
   * @param buyer acts for the company of the step, by the new token
   */
  public record Back(Step step, Buyer buyer, StepHint hint) implements Answer {}

  /**
   * Where to send the browser.
   *
   * @param subject what it is about, to find it again
   */
  public String begin(Buyer buyer, String subject, ProofRequest wanted, HttpServletRequest in) {
    Step step = new Step(buyer.person().id(), buyer.company(), subject, wanted.operation());
    return steps.begin(step, wanted, in);
  }

  /** Takes the browser back. */
  public Answer finish(Visitor visitor, HttpServletRequest in) {
    StepReturn back = steps.finish(visitor.person().id(), in);
    if (back instanceof StepReturn.Back found) {
      Visitor renewed = Visitor.of(visitor.person(), found.token());
      return new Back(found.step(), renewed.in(found.step().company()), found.hint());
    }
    if (back instanceof StepReturn.Failed failed) {
      return new Empty(failed.step(), Why.FAILED);
    }
    if (back instanceof StepReturn.Unreachable unreachable) {
      return new Empty(unreachable.step(), Why.UNREACHABLE);
    }
    if (back instanceof StepReturn.OtherPerson other) {
      return new Empty(other.step(), Why.OTHER_PERSON);
    }
    return new Unknown();
  }
}

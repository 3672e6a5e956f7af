// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import static io.companyaccounts.shop.access.ShopPermission.ORDER_PLACE;
import static io.companyaccounts.shop.access.ShopPermission.ORDER_RELEASE;
import static io.companyaccounts.shop.access.ShopPermission.ORDER_VIEW_ALL;
import static io.companyaccounts.shop.access.ShopPermission.QUOTE_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.client.Decision;
import io.companyaccounts.client.Proof;
import io.companyaccounts.client.ProofRequest;
import io.companyaccounts.client.Redemption;
import io.companyaccounts.client.Verification;
import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.Person;
import io.companyaccounts.shop.access.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Nothing is ordered without the one proof that is meant. */
class OrderWithProofTest {

  private static final Instant NOW = Instant.parse("2026-01-02T08:00:00Z");
  private static final Person PETRA = new Person("petra", "petra of acme");

  private final Quotes quotes = new Quotes(Clock.fixed(NOW, ZoneOffset.UTC));
  private final List<String> redeemed = new ArrayList<>();

  private Quote quote(String id) {
    return quotes.of("acme", PETRA).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private ProofRequest order(String id) {
    return BindingStep.ORDER.proof(quote(id));
  }

  private static Map<String, Object> proof(ProofRequest proven) {
    return Tokens.ordering("acme", proven, NOW.minusSeconds(5), NOW.plusSeconds(295));
  }

  private static Map<String, Object> changed(ProofRequest proven, String member, Object value) {
    Map<String, Object> proof = new HashMap<>(proof(proven));
    proof.put(member, value);
    return proof;
  }

  private static Buyer petra(Map<String, Object> limits, Object ordering) {
    return Tokens.buyer(
        "petra",
        Map.of(
            "organization",
            Tokens.organization(
                "acme",
                limits,
                QUOTE_VIEW.role(),
                ORDER_PLACE.role(),
                ORDER_RELEASE.role(),
                ORDER_VIEW_ALL.role()),
            "ordering",
            ordering));
  }

  private OrderStep order(BindingStep step, String id, Object ordering) {
    return order(step, id, petra(Map.of(), ordering), this::once);
  }

  private OrderStep order(
      BindingStep step, String id, Buyer buyer, Function<Proof, Redemption> redeem) {
    return new OrderWithProof(quotes, redeem).order(id, buyer, step, NOW);
  }

  /** As Keycloak does it: each id once. */
  private Redemption once(Proof proof) {
    boolean known = redeemed.contains(proof.id());
    redeemed.add(proof.id());
    return known ? new Redemption.AlreadyRedeemed() : new Redemption.Redeemed("petra", NOW);
  }

  private void assertUnproven(OrderStep step, Verification.Reason reason) {
    assertThat(step).isEqualTo(new OrderStep.Unproven(reason));
    assertThat(redeemed).isEmpty();
    assertThat(quote("Q-1001").state()).isEqualTo(Quote.State.OPEN);
  }

  @Test
  void whoHasProvenExactlyThisQuoteOrdersIt() {
    OrderStep step = order(BindingStep.ORDER, "Q-1001", proof(order("Q-1001")));
    assertThat(step).isInstanceOf(OrderStep.Done.class);
    assertThat(quote("Q-1001").state()).isEqualTo(Quote.State.ORDERED);
    assertThat(quote("Q-1001").buyer()).isEqualTo(PETRA);
    assertThat(redeemed).containsExactly("proof-1");
  }

  @Test
  void whoHasProvenTheReleaseReleases() {
    ProofRequest release = BindingStep.RELEASE.proof(quote("Q-1002"));
    assertThat(order(BindingStep.RELEASE, "Q-1002", proof(release)))
        .isInstanceOf(OrderStep.Done.class);
    assertThat(quote("Q-1002").state()).isEqualTo(Quote.State.ORDERED);
  }

  @Test
  void withoutAProofNothingIsOrdered() {
    assertUnproven(order(BindingStep.ORDER, "Q-1001", Map.of()), Verification.Reason.UNREADABLE);
    Buyer without = Tokens.buyer("petra", QUOTE_VIEW, ORDER_PLACE, ORDER_VIEW_ALL);
    assertUnproven(
        order(BindingStep.ORDER, "Q-1001", without, this::once), Verification.Reason.NONE);
  }

  @Test
  void aProofOfSomethingElseOrdersNothing() {
    ProofRequest meant = order("Q-1001");
    assertUnproven(
        order(BindingStep.ORDER, "Q-1001", proof(order("Q-1004"))),
        Verification.Reason.OTHER_REFERENCE);
    assertUnproven(
        order(BindingStep.ORDER, "Q-1001", proof(ProofRequest.ordering("Q-1001"))),
        Verification.Reason.OTHER_REFERENCE);
    assertUnproven(
        order(BindingStep.ORDER, "Q-1001", proof(BindingStep.RELEASE.proof(quote("Q-1001")))),
        Verification.Reason.OTHER_OPERATION);
    assertUnproven(
        order(BindingStep.ORDER, "Q-1001", changed(meant, "organization", "zeta")),
        Verification.Reason.OTHER_ORGANIZATION);
    assertUnproven(
        order(BindingStep.ORDER, "Q-1001", changed(meant, "client", "portal")),
        Verification.Reason.OTHER_CLIENT);
    assertUnproven(
        order(BindingStep.ORDER, "Q-1001", changed(meant, "exp", NOW.getEpochSecond() - 60)),
        Verification.Reason.EXPIRED);
  }

  @Test
  void aProofOrdersOnceEvenForASecondQuoteOfTheSameName() {
    Map<String, Object> proof = proof(order("Q-1001"));
    order(BindingStep.ORDER, "Q-1001", proof);
    assertThat(order(BindingStep.ORDER, "Q-1001", proof)).isInstanceOf(OrderStep.WrongState.class);
    Quotes restarted = new Quotes(Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(
            new OrderWithProof(restarted, this::once)
                .order("Q-1001", petra(Map.of(), proof), BindingStep.ORDER, NOW))
        .isEqualTo(new OrderStep.NotRedeemed(new Redemption.AlreadyRedeemed()));
  }

  @Test
  void aProofThatCannotBeUsedUpOrdersNothing() {
    for (Redemption redemption :
        new Redemption[] {
          new Redemption.AlreadyRedeemed(),
          new Redemption.Refused("proof_not_found"),
          new Redemption.Unavailable("no answer in time"),
          new Redemption.Redeemed("somebody else", NOW)
        }) {
      Buyer buyer = petra(Map.of(), proof(order("Q-1001")));
      assertThat(order(BindingStep.ORDER, "Q-1001", buyer, proof -> redemption))
          .isEqualTo(new OrderStep.NotRedeemed(redemption));
      assertThat(quote("Q-1001").state()).isEqualTo(Quote.State.OPEN);
    }
  }

  @Test
  void aPriceAboveTheLimitOfTokenOrProofOrdersNothingAndKeepsTheProof() {
    Map<String, Object> proof = proof(order("Q-1001"));
    Map<String, Object> low = Map.of(ORDER_PLACE.role(), 623);
    assertAboveLimit(order(BindingStep.ORDER, "Q-1001", petra(low, proof), this::once));
    for (Object limit : new Object[] {623, "unreadable"}) {
      assertAboveLimit(
          order(BindingStep.ORDER, "Q-1001", changed(order("Q-1001"), "limit", limit)));
    }
  }

  private void assertAboveLimit(OrderStep step) {
    assertThat(step)
        .isEqualTo(
            new OrderStep.Forbidden(
                new Decision(Decision.Reason.ABOVE_LIMIT, "acme", ORDER_PLACE.role())));
    assertThat(redeemed).isEmpty();
    assertThat(quote("Q-1001").state()).isEqualTo(Quote.State.OPEN);
  }

  @Test
  void whoLostThePermissionMeanwhileOrdersNothing() {
    Buyer buyer =
        Tokens.buyer(
            "petra",
            Map.of(
                "organization",
                Tokens.organization("acme", QUOTE_VIEW.role(), ORDER_VIEW_ALL.role()),
                "ordering",
                proof(order("Q-1001"))));
    assertThat(order(BindingStep.ORDER, "Q-1001", buyer, this::once))
        .isInstanceOf(OrderStep.Forbidden.class);
    assertThat(redeemed).isEmpty();
  }

  @Test
  void whoIsSlowerThanAColleagueOrdersNothing() {
    Buyer buyer = petra(Map.of(), proof(order("Q-1001")));
    Buyer colleague = Tokens.buyer("otto", QUOTE_VIEW, ORDER_PLACE, ORDER_VIEW_ALL);
    Function<Proof, Redemption> slow =
        proof -> {
          quotes.change(
              "acme",
              "Q-1001",
              colleague.person(),
              quote -> PlaceOrder.place(quote, colleague, NOW));
          return new Redemption.Redeemed("petra", NOW);
        };
    assertThat(order(BindingStep.ORDER, "Q-1001", buyer, slow))
        .isInstanceOf(OrderStep.WrongState.class);
    assertThat(quote("Q-1001").buyer()).isEqualTo(colleague.person());
  }
}

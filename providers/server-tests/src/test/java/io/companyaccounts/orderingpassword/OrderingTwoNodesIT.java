// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static io.companyaccounts.orderingpassword.OrderingRealm.BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.AtOnce;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.TwoNodeTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes are no more patient than one. */
@TwoNodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingTwoNodesIT {

  private final KeycloakServer server;
  private final OrderingRealm ordering;

  OrderingTwoNodesIT(KeycloakServer server, Admin admin, Mailbox mails) {
    this.server = server;
    ordering = OrderingRealm.create(server, admin, mails, "ordering-nodes");
  }

  @AfterAll
  void removeRealm() {
    ordering.realm().admin().remove();
  }

  @BeforeEach
  void passwordIsSet() {
    ordering.set(PASSWORD).expect(200);
    ordering.forgetTries();
  }

  @Test
  void guessingOnBothNodesGetsNoMoreThroughThanAllowed() throws Exception {
    List<Callable<Long>> attackers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      URI node = server.node(i % 2).url();
      WebSession browser = ordering.signedIn(BUYER);
      attackers.add(() -> IntStream.range(0, 13).filter(each -> guess(browser, node)).count());
    }

    long through = AtOnce.run(attackers).stream().mapToLong(Long::longValue).sum();

    int looked = ordering.activity("ORDERING_PASSWORD_WRONG").size();
    System.out.printf("208 parallel tries on two nodes: %d were looked at%n", looked);
    assertThat(looked).isBetween(2, 5);
    assertThat(through).isZero();
  }

  /** The page comes from the first node, the answer goes to this one. */
  private boolean guess(WebSession browser, URI node) {
    WebPage page = ordering.step(browser, "N-1");
    return page.html().selectFirst("#company-ordering") != null
        && page.submitAt(
                node, "#company-ordering", Map.of("orderingPassword", "a-guess", "confirm", "1"))
            .uri()
            .toString()
            .contains("/shop/back");
  }

  @Test
  void aProofIsRedeemedOnceOnWhicheverNode() throws Exception {
    JsonNode claim = tokens().accessClaims().get("ordering");
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      URI node = server.node(i % 2).url();
      calls.add(() -> ordering.redeem(node, claim.get("id").asText(), "N-1", CompanyRealm.SHOP));
    }

    List<Integer> statuses = AtOnce.run(calls).stream().map(Reply::status).toList();

    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    assertThat(statuses).containsOnly(200, 409);
  }

  @Test
  void rotatingOnOneNodeEndsTheProofOnTheOther() {
    Tokens tokens = tokens();
    OidcClient atOther = ordering.shop().at(server.node(1).url());
    assertThat(atOther.refresh(tokens).accessClaims().at("/ordering/reference").asText())
        .isEqualTo("N-1");

    ordering.set("Another-Password-8").expect(200);

    assertThat(atOther.refresh(tokens).accessClaims().has("ordering")).isFalse();
    ordering
        .redeem(
            server.node(1).url(),
            tokens.accessClaims().at("/ordering/id").asText(),
            "N-1",
            CompanyRealm.SHOP)
        .expect(404);
  }

  private Tokens tokens() {
    return ordering.order(ordering.signedIn(BUYER), "N-1");
  }
}

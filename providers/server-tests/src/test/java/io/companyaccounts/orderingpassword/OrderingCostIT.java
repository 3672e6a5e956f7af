// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static io.companyaccounts.orderingpassword.OrderingRealm.BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.OTHER_BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.PASSWORD;
import static io.companyaccounts.orderingpassword.OrderingRealm.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import io.companyaccounts.support.server.Statements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the step costs whoever takes it, and that it costs nobody else anything. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingCostIT {

  private static final int PEOPLE = 300;

  private final KeycloakServer server;
  private final OrderingRealm ordering;

  OrderingCostIT(KeycloakServer server, Admin admin, Mailbox mails) {
    this.server = server;
    ordering = OrderingRealm.create(server, admin, mails, "ordering-cost");
    ordering
        .realm()
        .admin()
        .put("", Map.of("realm", "ordering-cost", "adminEventsEnabled", false))
        .expect(204);
    ordering.set(PASSWORD).expect(200);
  }

  @AfterAll
  void removeRealm() {
    ordering.realm().admin().remove();
  }

  /** Statements of each part of the way, the least of several times. */
  private record Cost(long page, long answer, long tokens, long refresh) {}

  @Test
  void theStepCostsTheSameInALargeCompanyAndNobodyElsePays() {
    Statements statements = server.node(0).statements();
    Tokens plain = ordering.shop().login(OTHER_BUYER, CompanyRealm.PASSWORD, SCOPE);
    long without = statements.of(() -> ordering.shop().refresh(plain)).minimum();

    Cost few = cost(statements);
    fill();
    Cost many = cost(statements);

    System.out.printf(
        "ordering step, statements: page %d, right password %d, code for tokens %d, refresh with a"
            + " proof %d, refresh without %d; with %d people: %s%n",
        few.page, few.answer, few.tokens, few.refresh, without, PEOPLE, many);
    assertThat(many.page).isLessThanOrEqualTo(few.page);
    assertThat(many.answer).isLessThanOrEqualTo(few.answer);
    assertThat(many.tokens).isLessThanOrEqualTo(few.tokens);
    assertThat(few.refresh - without).as("one statement while a proof lives").isEqualTo(1);
    assertThat(statements.of(() -> ordering.shop().refresh(plain)).minimum())
        .as("who has no proof pays nothing")
        .isEqualTo(without);
  }

  @Test
  void hashingIsWhatTakesTime() {
    WebSession browser = ordering.signedIn(BUYER);
    List<Long> pages = new ArrayList<>();
    List<Long> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      long begin = System.nanoTime();
      WebPage page = ordering.step(browser, "T-" + i);
      long shown = System.nanoTime();
      WebPage back = OrderingRealm.type(page, PASSWORD);
      answers.add((System.nanoTime() - shown) / 1_000_000);
      pages.add((shown - begin) / 1_000_000);
      assertThat(back.isBackAtApplication()).isTrue();
    }
    Collections.sort(pages);
    Collections.sort(answers);
    System.out.printf(
        "ordering step, median of 10: page %d ms, right password %d ms (argon2 included)%n",
        pages.get(5), answers.get(5));
  }

  private Cost cost(Statements statements) {
    List<Cost> costs = new ArrayList<>();
    WebSession browser = ordering.signedIn(BUYER);
    for (int i = 0; i < 5; i++) {
      WebPage[] page = new WebPage[2];
      Tokens[] tokens = new Tokens[1];
      String reference = "S-" + i;
      costs.add(
          new Cost(
              statements.once(() -> page[0] = ordering.step(browser, reference)),
              statements.once(() -> page[1] = OrderingRealm.type(page[0], PASSWORD)),
              statements.once(() -> tokens[0] = ordering.shop().redeem(page[1])),
              statements.once(() -> ordering.shop().refresh(tokens[0]))));
    }
    return new Cost(
        least(costs.stream().map(Cost::page).toList()),
        least(costs.stream().map(Cost::answer).toList()),
        least(costs.stream().map(Cost::tokens).toList()),
        least(costs.stream().map(Cost::refresh).toList()));
  }

  private static long least(List<Long> counts) {
    return Collections.min(counts);
  }

  private void fill() {
    new Http(server.url())
        .post(
            "/realms/ordering-cost/company-probe/organizations/"
                + ordering.acme()
                + "/bulk-members/"
                + PEOPLE)
        .expect(204);
  }
}

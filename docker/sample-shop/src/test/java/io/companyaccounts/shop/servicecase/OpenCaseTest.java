// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.servicecase;

import static io.companyaccounts.shop.access.ShopPermission.CASE_CREATE;
import static io.companyaccounts.shop.access.ShopPermission.QUOTE_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.Tokens;
import io.companyaccounts.shop.servicecase.OpenCase.Forbidden;
import io.companyaccounts.shop.servicecase.OpenCase.Invalid;
import io.companyaccounts.shop.servicecase.OpenCase.Opened;
import io.companyaccounts.shop.servicecase.OpenCase.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenCaseTest {

  private static final Instant NOW = Instant.parse("2026-01-02T08:00:00Z");

  private final ServiceCases cases = new ServiceCases(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Buyer technician = Tokens.buyer("stefan", CASE_CREATE);

  private OpenCase.Result open(String machine, String problem) {
    return OpenCase.open(cases, technician, new CaseForm(machine, problem));
  }

  @Test
  void aCaseIsOpenedAndComesFirst() {
    ServiceCase opened = ((Opened) open(" Laser L9 ", "It hums.")).serviceCase();
    assertThat(opened)
        .isEqualTo(new ServiceCase("S-503", "Laser L9", "It hums.", technician.person(), NOW));
    assertThat(cases.of("acme")).first().isEqualTo(opened);
    assertThat(cases.of("zeta")).hasSize(2);
  }

  @Test
  void whoMayNotOpenCasesIsRefused() {
    Buyer reader = Tokens.buyer("rita", QUOTE_VIEW);
    OpenCase.Result result = OpenCase.open(cases, reader, new CaseForm("Laser", "It hums."));
    assertThat(result)
        .isInstanceOfSatisfying(
            Forbidden.class,
            refused -> assertThat(refused.decision().permission()).isEqualTo(CASE_CREATE.role()));
    assertThat(cases.of("acme")).hasSize(2);
  }

  @Test
  void whatIsMissingOrTooLongIsNamed() {
    assertThat(open("", " ")).isEqualTo(new Invalid(Set.of(Problem.MACHINE, Problem.PROBLEM)));
    assertThat(OpenCase.open(cases, technician, new CaseForm(null, null)))
        .isEqualTo(new Invalid(Set.of(Problem.MACHINE, Problem.PROBLEM)));
    assertThat(open("x".repeat(61), "x".repeat(501)))
        .isEqualTo(new Invalid(Set.of(Problem.MACHINE, Problem.PROBLEM)));
    assertThat(open("x".repeat(60), "x".repeat(500))).isInstanceOf(Opened.class);
  }

  @Test
  void aFullListTakesNoMore() {
    for (int i = 0; i < ServiceCases.MOST_PER_COMPANY; i++) {
      open("Laser", "Case " + i);
    }
    assertThat(open("Laser", "One more")).isEqualTo(new Invalid(Set.of(Problem.FULL)));
    assertThat(cases.of("acme")).hasSize(ServiceCases.MOST_PER_COMPANY);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.platform.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody who is refused is told why, in the words of the manual. */
class RefusalsTest {

  private static final Map<Refusal, String> LIMITS =
      Map.of(
          Refusal.TOO_MANY_ROLES, "20",
          Refusal.NAME_INVALID, "100",
          Refusal.DESCRIPTION_INVALID, "500",
          Refusal.RANK_INVALID, "1000000",
          Refusal.LIMIT_INVALID, "999999999999",
          Refusal.TOO_MANY_CUSTOM_ROLES, "100");

  private static String manual = "";

  @BeforeAll
  static void readTheManual() throws IOException {
    manual = Files.readString(Path.of("../../docs/roles-and-permissions.md"));
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsInTheManualWithItsStatusAndText(Refusal reason) {
    ApiException refusal = Refusals.exception(new Outcome.Refused<>(reason, details(reason)));
    Map<?, ?> body = (Map<?, ?>) refusal.getResponse().getEntity();

    assertThat(refusal.code()).isEqualTo(reason.code());
    assertThat(manual)
        .contains(
            "| `%s` | %s | %s |"
                .formatted(reason.code(), refusal.status(), body.get("errorMessage")));
  }

  private static Map<String, String> details(Refusal reason) {
    return Map.of(
        "role", "director",
        "permission", "shop:order.place",
        "max", LIMITS.getOrDefault(reason, ""),
        "min", "50",
        "count", "2",
        "holders", "Ida Ix, Udo Ypsilon");
  }
}

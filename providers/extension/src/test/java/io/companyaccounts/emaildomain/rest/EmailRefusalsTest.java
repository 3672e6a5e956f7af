// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.platform.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmailRefusalsTest {

  private static String manual = "";

  @BeforeAll
  static void readTheManual() throws IOException {
    manual = Files.readString(Path.of("../../docs/email-domains.md"));
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsInTheManualWithItsStatusAndText(EmailRefusal reason) {
    ApiException refusal = EmailRefusals.exception(new Outcome.Refused<>(reason, details(reason)));
    Map<?, ?> body = (Map<?, ?>) refusal.getResponse().getEntity();

    assertThat(refusal.code()).isEqualTo(reason.code());
    assertThat(manual)
        .contains(
            "| `%s` | %s | %s |"
                .formatted(reason.code(), refusal.status(), body.get("errorMessage")));
  }

  private static Map<String, String> details(EmailRefusal reason) {
    String max =
        switch (reason) {
          case TOO_MANY_DOMAINS -> "50";
          case DAYS_INVALID -> "365";
          default -> "500";
        };
    return Map.of(
        "domains",
        "acme.com",
        "roles",
        "draughtsman",
        "field",
        "freeMail",
        "count",
        "3",
        "max",
        max);
  }
}

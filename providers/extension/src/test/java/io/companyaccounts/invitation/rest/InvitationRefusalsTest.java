// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.platform.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody whose invitation is refused is told why, in the words of the manual. */
class InvitationRefusalsTest {

  private static final Map<InvitationRefusal, String> LIMITS =
      Map.of(
          InvitationRefusal.NAME_INVALID, "255",
          InvitationRefusal.PHONE_INVALID, "40",
          InvitationRefusal.MESSAGE_INVALID, "1000",
          InvitationRefusal.TOO_MANY_LINKS, "50");

  private static String manual = "";

  @BeforeAll
  static void readTheManual() throws IOException {
    manual = Files.readString(Path.of("../../docs/invitations.md"));
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsInTheManualWithItsStatusAndText(InvitationRefusal reason) {
    List<String> fields =
        reason == InvitationRefusal.LINK_INVALID
            ? List.of("name", "expires", "maxUses", "domains")
            : List.of("");
    for (String field : fields) {
      Map<String, String> details = Map.of("max", LIMITS.getOrDefault(reason, ""), "field", field);
      ApiException refusal = InvitationRefusals.exception(new Outcome.Refused<>(reason, details));

      assertThat(refusal.code()).isEqualTo(reason.code());
      assertThat(manual)
          .contains(
              "| `%s` | %s | %s |".formatted(reason.code(), refusal.status(), refusal.text()));
    }
  }

  @Test
  void refusalsOfMembershipKeepTheirWords() {
    ApiException refusal =
        InvitationRefusals.exception(
            new Outcome.Refused<>(Refusal.ROLE_ABOVE_RANK, Map.of("role", "director")));

    assertThat(refusal.code()).isEqualTo("role_above_rank");
    assertThat(refusal.text()).contains("director");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiExceptionTest {

  @Test
  void aRefusalIsJsonWithACodeAndAText() {
    Response response = ApiException.notFound("role_not_found", "No such role.").getResponse();

    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getMediaType()).hasToString("application/json");
    assertThat(response.getEntity())
        .isEqualTo(Map.of("error", "role_not_found", "errorMessage", "No such role."));
  }

  @Test
  void detailsAreAddedWhenThereAreAny() {
    ApiException refusal =
        ApiException.of(Response.Status.CONFLICT, "role_is_held", "Held.", Map.of("holders", 3));

    assertThat(refusal.getResponse().getEntity())
        .isEqualTo(
            Map.of(
                "error", "role_is_held", "errorMessage", "Held.", "details", Map.of("holders", 3)));
    assertThat(refusal.code()).isEqualTo("role_is_held");
    assertThat(refusal.status()).isEqualTo(409);
    assertThat(refusal).hasMessage("409 role_is_held");
  }

  @Test
  void anInvalidValueNamesItsField() {
    assertThat(ApiException.invalidValue("rank", "is too high.").getResponse().getEntity())
        .isEqualTo(
            Map.of(
                "error",
                "invalid_value",
                "errorMessage",
                "rank: is too high.",
                "details",
                Map.of("field", "rank")));
  }

  @Test
  void whoIsNotAuthenticatedIsToldHow() {
    Response response = ApiException.unauthorized("Bearer realm=\"r\"", "Sign in.").getResponse();

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer realm=\"r\"");
  }
}

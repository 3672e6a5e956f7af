// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.companyaccounts.shop.access.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MvcResult;

/** A shop that asks for no ordering password: the permission and its limit are enough. */
@TestPropertySource(properties = "shop.ordering-step=false")
class DirectOrderTest extends ShopTest {

  private static final String[] MAY_ORDER = {
    "quote.view", "order.view-all", "order.place", "order.release"
  };

  @Test
  void thePermissionOrdersAndReleasesAtOnce() throws Exception {
    signIn("direct", MAY_ORDER);
    nextTokenHas("direct", MAY_ORDER);
    shop.perform(read("/c/direct/quotes/Q-1001"))
        .andExpect(content().string(not(containsString("password-announced"))));
    MvcResult ordered =
        shop.perform(write("/c/direct/quotes/Q-1001/order"))
            .andExpect(redirectedUrl("/c/direct/quotes/Q-1001"))
            .andReturn();
    assertThat(notice(ordered)).isEqualTo("ordered");
    assertThat(notice(shop.perform(write("/c/direct/quotes/Q-1002/release")).andReturn()))
        .isEqualTo("released");
    shop.perform(read("/c/direct/quotes/Q-1001"))
        .andExpect(content().string(containsString("data-state=\"ORDERED\"")));
  }

  @Test
  void theLimitHoldsHereToo() throws Exception {
    signIn("limited", MAY_ORDER);
    Map<String, Object> limits = Map.of("order.place", 600);
    nextTokenIs(
        () ->
            KEYCLOAK.accessToken(
                subject,
                Map.of("organization", Tokens.organization("limited", limits, MAY_ORDER))));
    shop.perform(write("/c/limited/quotes/Q-1001/order")).andExpect(status().isForbidden());
  }
}

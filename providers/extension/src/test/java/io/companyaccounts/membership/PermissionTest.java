// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

  @Test
  void theWrittenFormIsClientAndName() {
    assertThat(QUOTE_VIEW.key()).isEqualTo("shop:quote.view");
    assertThat(QUOTE_VIEW).hasToString("shop:quote.view");
    assertThat(Permission.parse("shop:quote.view")).contains(QUOTE_VIEW);
  }

  @Test
  void clientIdsMayBeUrls() {
    assertThat(Permission.parse("https://shop.example:8443:quote.view"))
        .contains(new Permission("https://shop.example:8443", "quote.view"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "quote.view", ":quote.view", "shop:", "a:b:"})
  void halvesAreNoPermission(String text) {
    assertThat(Permission.parse(text)).isEmpty();
  }

  @Property
  void whatWasWrittenIsReadAgain(
      @ForAll @NotEmpty String clientId,
      @ForAll @NotEmpty @CharRange(from = 'A', to = '\uD7FF') String name) {
    Permission permission = new Permission(clientId, name);
    assertThat(Permission.parse(permission.key())).contains(permission);
  }

  @Test
  void permissionsAreOrderedByClientAndName() {
    Permission portal = new Permission("portal", "z");
    assertThat(new TreeSet<>(List.of(QUOTE_VIEW, portal, ORDER_PLACE)))
        .containsExactly(portal, ORDER_PLACE, QUOTE_VIEW);
  }

  @Test
  void thePackHasNinePermissionsOfItsOwn() {
    assertThat(Permission.OWN)
        .hasSize(9)
        .allMatch(permission -> permission.clientId().equals(Permission.COMPANY_CLIENT));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionCatalogTest {

  @Test
  void aPermissionBringsAllThatItIncludes() {
    assertThat(PERMISSIONS.expand(Set.of(ORDER_RELEASE)))
        .containsExactlyInAnyOrder(ORDER_RELEASE, ORDER_PLACE, ORDER_REQUEST, QUOTE_VIEW);
    assertThat(PERMISSIONS.expand(Set.of())).isEmpty();
  }

  @Test
  void whatIsNotKnownBringsOnlyItself() {
    assertThat(PERMISSIONS.expand(Set.of(shop("nonsense")))).containsExactly(shop("nonsense"));
  }

  @Test
  void permissionsThatIncludeEachOtherComeToAnEnd() {
    Permission a = shop("a");
    Permission b = shop("b");
    Permission c = shop("c");
    PermissionCatalog circle =
        new PermissionCatalog(List.of(entry(a, true, b), entry(b, true, c), entry(c, true, a, c)));
    assertThat(circle.expand(Set.of(b))).containsExactly(a, b, c);
    assertThat(circle.including(a, Set.of(a, b, c))).containsExactly(b, c);
  }

  @Test
  void itIsKnownWhichPermissionsIncludeAnother() {
    assertThat(PERMISSIONS.including(ORDER_REQUEST, Set.of(ORDER_RELEASE, QUOTE_VIEW)))
        .containsExactly(ORDER_RELEASE);
    assertThat(PERMISSIONS.including(ORDER_REQUEST, Set.of(ORDER_REQUEST))).isEmpty();
  }

  @Test
  void onlyWhatIsMarkedMayBePutIntoCustomRoles() {
    assertThat(PERMISSIONS.assignable(ORDER_PLACE)).isTrue();
    assertThat(PERMISSIONS.assignable(DISCOUNT)).isFalse();
    assertThat(PERMISSIONS.assignable(shop("nonsense"))).isFalse();
    assertThat(PERMISSIONS.knows(DISCOUNT)).isTrue();
    assertThat(PERMISSIONS.knows(shop("nonsense"))).isFalse();
  }

  @Test
  void itKeepsTheOrderItWasGiven() {
    assertThat(PERMISSIONS.all()).hasSize(11);
    assertThat(PERMISSIONS.all().get(0).permission()).isEqualTo(QUOTE_VIEW);
    assertThat(PERMISSIONS.find(QUOTE_VIEW)).contains(PERMISSIONS.all().get(0));
  }

  @Test
  void writtenPermissionsAreFoundWhateverColonsTheyHold() {
    Permission colon = new Permission("https://shop.example:8443/x", "orders:read");
    PermissionCatalog catalog = new PermissionCatalog(List.of(entry(colon, true)));
    assertThat(catalog.parse(colon.key())).contains(colon);
    assertThat(catalog.parse("shop:quote.view")).contains(QUOTE_VIEW);
    assertThat(catalog.parse("nonsense")).isEmpty();
  }
}

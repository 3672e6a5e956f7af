// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RoleCatalogTest {

  @Test
  void theHighestRoleComesFirstAndEqualsByName() {
    assertThat(catalog(WEEKEND, TECHNICIAN, OPERATOR, DIRECTOR).all())
        .containsExactly(DIRECTOR, OPERATOR, WEEKEND, TECHNICIAN);
  }

  @Test
  void aRoleIsFoundByIdOrByNameWhateverTheCase() {
    assertThat(ROLES.find(OPERATOR.id())).contains(OPERATOR);
    assertThat(ROLES.find("Operator")).contains(OPERATOR);
    assertThat(ROLES.find("nonsense")).isEmpty();
    assertThat(ROLES.byId("operator")).isEmpty();
  }

  @Test
  void thePredefinedRoleIsFoundBeforeACustomOneOfTheSameName() {
    CompanyRole custom =
        new CompanyRole(
            "id-other",
            CompanyRole.Kind.CUSTOM,
            "OPERATOR",
            OPERATOR.names(),
            null,
            90,
            true,
            false,
            OPERATOR.granted(),
            OPERATOR.permissions(),
            1);
    assertThat(catalog(custom, OPERATOR).find("operator")).contains(OPERATOR);
  }

  @Test
  void anIdIsFoundBeforeAName() {
    CompanyRole named = custom(OPERATOR.id(), 20, QUOTE_VIEW);
    assertThat(catalog(named, OPERATOR).find(OPERATOR.id())).contains(OPERATOR);
  }

  @Test
  void ofTwoDefaultRolesTheLowerCounts() {
    CompanyRole other = byDefault("other", 50, ORDER_RELEASE);
    assertThat(catalog(other, TECHNICIAN).byDefault()).contains(TECHNICIAN);
    assertThat(catalog(OPERATOR).byDefault()).isEmpty();
  }

  @Test
  void rolesThatPermitSomethingAreKnown() {
    assertThat(ROLES.idsPermitting(Permission.MEMBERS_MANAGE))
        .containsExactlyInAnyOrder(DIRECTOR.id(), ADMINISTRATOR.id(), FOREMAN.id());
    assertThat(ROLES.idsPermitting(GIFT)).isEmpty();
  }

  @Test
  void theRankOfAPermissionIsThatOfTheLowestRoleThatMayBeGivenWithIt() {
    assertThat(ROLES.rankOf(QUOTE_VIEW)).isEqualTo(OptionalInt.of(10));
    assertThat(ROLES.rankOf(ORDER_REQUEST)).isEqualTo(OptionalInt.of(20));
    assertThat(ROLES.rankOf(Permission.MEMBERS_MANAGE)).isEqualTo(OptionalInt.of(90));
    assertThat(ROLES.rankOf(AUDIT)).isEmpty();
    assertThat(ROLES.rankOf(GIFT)).isEmpty();
  }

  @Test
  void customRolesDoNotLowerTheRankOfAPermission() {
    CompanyRole cheap = custom("cheap", 1, Permission.MEMBERS_MANAGE);
    RoleCatalog roles = catalog(cheap, ADMINISTRATOR);
    assertThat(roles.rankOf(Permission.MEMBERS_MANAGE)).isEqualTo(OptionalInt.of(90));
    assertThat(catalog(cheap).rankOf(Permission.MEMBERS_MANAGE)).isEmpty();
  }

  @Test
  void aReservedPermissionRanksLikeTheRoleItIsReservedFor() {
    assertThat(ROLES.lowestRankWith(QUOTE_VIEW)).isEqualTo(OptionalInt.of(10));
    assertThat(ROLES.lowestRankWith(AUDIT)).isEqualTo(OptionalInt.of(70));
    assertThat(ROLES.lowestRankWith(GIFT)).isEmpty();
  }

  @Test
  void theHighestRankIsThatOfThePredefinedRoles() {
    assertThat(ROLES.highestRank()).isEqualTo(100);
    assertThat(catalog(WEEKEND).highestRank()).isZero();
  }
}

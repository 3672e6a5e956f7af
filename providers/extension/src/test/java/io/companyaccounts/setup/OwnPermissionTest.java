// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.membership.Permission;
import org.junit.jupiter.api.Test;

class OwnPermissionTest {

  @Test
  void setUpMakesEveryPermissionThatThePackAsksFor() {
    assertThat(OwnPermission.ALL)
        .extracting(OwnPermission::name)
        .containsExactlyInAnyOrderElementsOf(
            Permission.OWN.stream().map(Permission::name).toList());
  }

  @Test
  void whatLetsPeopleManagePeopleNeverGetsIntoCustomRoles() {
    assertThat(OwnPermission.ALL)
        .filteredOn(OwnPermission::intoCustomRoles)
        .extracting(OwnPermission::name)
        .containsExactlyInAnyOrder("members.view", "activity.view");
  }
}

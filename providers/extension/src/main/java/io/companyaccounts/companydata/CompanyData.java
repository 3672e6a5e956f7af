// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says. Each item knows its place in the file, counted from 0, for messages about it.
 *
 * @param organizations no alias twice
 */
record CompanyData(List<OrganizationData> organizations) {

  static final int FORMAT = 1;

  /**
   * @param owner login name; null: the company has no owner
   * @param roles roles of the company itself, no name twice; others stay
   * @param members nobody twice; others keep what they have
   */
  record OrganizationData(
      int index,
      String alias,
      @Nullable String owner,
      List<CustomRoleData> roles,
      List<MemberData> members) {
    String path() {
      return "organizations[" + index + "]";
    }
  }

  /**
   * @param rank null: the lowest that fits the permissions
   * @param permissions with their places in the list
   */
  record CustomRoleData(
      int index,
      String name,
      @Nullable String description,
      @Nullable Integer rank,
      Map<Permission, Integer> permissions) {
    String path(OrganizationData organization) {
      return organization.path() + ".roles[" + index + "]";
    }
  }

  /**
   * @param username login name
   * @param external whether the person comes from outside and holds only roles for externals
   * @param roles all roles that the person holds; empty: only the default role
   */
  record MemberData(
      int index, String username, MemberState state, boolean external, List<HeldRoleData> roles) {
    String path(OrganizationData organization) {
      return organization.path() + ".members[" + index + "]";
    }
  }

  /**
   * @param custom whether the name is that of a role of the company itself, else of a realm role
   * @param from null: at once
   * @param until null: without an end
   * @param limit null: in full
   */
  record HeldRoleData(
      int index,
      boolean custom,
      String name,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Long limit) {
    String path(OrganizationData organization, MemberData member) {
      return member.path(organization) + ".roles[" + index + "]";
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.companydata.CompanyData.CustomRoleData;
import io.companyaccounts.companydata.CompanyData.MemberData;
import io.companyaccounts.companydata.CompanyData.OrganizationData;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file wants of one organization, with everything it names found in the realm.
 *
 * @param owner id of the owner to be; null for none
 */
record OrganizationPlan(
    OrganizationData data, List<RolePlan> roles, List<MemberPlan> members, @Nullable String owner) {

  /**
   * @param present the role of that name; null if it is to be made
   */
  record RolePlan(CustomRoleData data, @Nullable CompanyRole present) {}

  /**
   * @param present the member; null for somebody who is to be kept out without having been in
   */
  record MemberPlan(MemberData data, String userId, @Nullable Member present) {}
}

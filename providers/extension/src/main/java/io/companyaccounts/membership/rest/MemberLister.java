// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.membership.MemberPage;
import io.companyaccounts.membership.MemberQuery;

/** Lists members for one caller. */
@FunctionalInterface
interface MemberLister {
  MemberPage list(MemberQuery query);
}

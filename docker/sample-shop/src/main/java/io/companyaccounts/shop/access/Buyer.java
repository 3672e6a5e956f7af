// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.Company;
import io.companyaccounts.client.CompanyToken;
import io.companyaccounts.client.Decision;
import java.util.List;

/**
 * A person acting for a company. Every rule asks it; it answers with what the token says.
 *
 * @param person who acts
 * @param company the alias of the company in the address, not checked yet
 * @param token what the newest token says
 */
public record Buyer(Person person, String company, CompanyToken token) {

  /** Whether the person belongs to the company at all. */
  public Decision isMember() {
    return token.isMember(company);
  }

  /** Whether the person has a permission of the shop in the company. */
  public Decision may(ShopPermission permission) {
    return token.may(company, permission.role());
  }

  /** The names of the person's company roles, for showing. */
  public List<String> roles() {
    return token.company(company).map(found -> List.copyOf(found.roles())).orElse(List.of());
  }

  /** Whether the person owns the company's account, for showing. */
  public boolean owner() {
    return token.company(company).map(Company::owner).orElse(false);
  }
}

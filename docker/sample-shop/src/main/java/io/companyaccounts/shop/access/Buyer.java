// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.Company;
import io.companyaccounts.client.CompanyToken;
import io.companyaccounts.client.Decision;
import io.companyaccounts.client.Limit;
import io.companyaccounts.client.ProofRequest;
import io.companyaccounts.client.Proofs;
import io.companyaccounts.client.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A person acting for a company. Every rule asks it; it answers with what the token says.
 *
 * @param person who acts
 * @param company the alias of the company in the address, not checked yet
 * @param token what the newest token says
 * @param proofs what the newest token proves
 */
public record Buyer(Person person, String company, CompanyToken token, Proofs proofs) {

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  /** Whether the person belongs to the company at all. */
  public Decision isMember() {
    return token.isMember(company);
  }

  /** Whether the person has a permission of the shop in the company. */
  public Decision may(ShopPermission permission) {
    return token.may(company, permission.role());
  }

  /** Whether the person has a permission of the shop in the company, for this price in euro. */
  public Decision may(ShopPermission permission, BigDecimal price) {
    return token.may(company, permission.role(), price);
  }

  /** Up to which price the person has a permission, for showing. */
  public Limit limit(ShopPermission permission) {
    return token
        .company(company)
        .map(found -> found.limit(token.client(), permission.role()))
        .orElse(new Limit.Unknown());
  }

  /** Whether the person has just confirmed this, for the company. */
  public Verification proves(ProofRequest wanted, Instant now) {
    return proofs.verify(company, wanted, now, CLOCK_SKEW);
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

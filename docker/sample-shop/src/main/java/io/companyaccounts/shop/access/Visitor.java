// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.Company;
import io.companyaccounts.client.CompanyToken;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who is signed in.
 *
 * @param person who it is
 * @param token what the newest token says about companies
 * @param issuedAt when that token was issued
 * @param expiresAt until when it is used for showing
 */
public record Visitor(Person person, CompanyToken token, Instant issuedAt, Instant expiresAt) {

  /** The aliases of the visitor's companies, sorted, for choosing one. */
  public List<String> companies() {
    return token.companies().stream().map(Company::alias).sorted().toList();
  }

  /** The visitor acting for one of the companies, or for one that is none of theirs. */
  public Buyer in(String company) {
    return new Buyer(person, company, token);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.Company;
import io.companyaccounts.client.CompanyToken;
import io.companyaccounts.client.Proofs;
import io.companyaccounts.shop.ShopSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Somebody who is signed in.
 *
 * @param person who it is
 * @param token what the newest token says about companies
 * @param proofs what the newest token proves
 * @param issuedAt when that token was issued
 * @param expiresAt until when it is used for showing
 */
public record Visitor(
    Person person, CompanyToken token, Proofs proofs, Instant issuedAt, Instant expiresAt) {

  /** Somebody with a verified token. */
  static Visitor of(Person person, Jwt token) {
    Map<String, Object> claims = token.getClaims();
    Instant end = Objects.requireNonNull(token.getExpiresAt());
    Instant start = Objects.requireNonNullElse(token.getIssuedAt(), end);
    return new Visitor(
        person,
        CompanyToken.of(claims, ShopSettings.CLIENT),
        Proofs.of(claims, ShopSettings.CLIENT),
        start,
        end);
  }

  /** The aliases of the visitor's companies, sorted, for choosing one. */
  public List<String> companies() {
    return token.companies().stream().map(Company::alias).sorted().toList();
  }

  /** The visitor acting for one of the companies, or for one that is none of theirs. */
  public Buyer in(String company) {
    return new Buyer(person, company, token, proofs);
  }
}

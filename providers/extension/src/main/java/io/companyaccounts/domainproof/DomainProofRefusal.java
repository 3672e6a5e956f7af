// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.membership.Reason;

/** Why something about a domain was refused. The code is stable and part of the interface. */
public enum DomainProofRefusal implements Reason {
  DOMAIN_UNKNOWN(
      "domain_not_found", Kind.NOT_FOUND, "This company has no such domain. List its domains."),
  /** Keycloak takes names that the DNS does not. */
  UNPROVABLE(
      "domain_not_provable",
      Kind.CONFLICT,
      "The DNS knows no such name, so it cannot be proven. Use a domain like acme.example."),
  TOO_MANY_CHECKS(
      "too_many_checks", Kind.TOO_MANY, "Domains were checked very often. Go on in an hour."),
  DNS_UNAVAILABLE(
      "dns_unavailable",
      Kind.UNAVAILABLE,
      "The DNS gave no answer, so nothing has changed. Check again in some minutes."),
  STILL_PROVEN(
      "domain_proven",
      Kind.CONFLICT,
      "This domain is proven; a new code would end that. If you want it all the same, send force.");

  private final String code;
  private final Kind kind;
  private final String text;

  DomainProofRefusal(String code, Kind kind, String text) {
    this.code = code;
    this.kind = kind;
    this.text = text;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /** What it says to people. */
  String text() {
    return text;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

/** Whose domains a company accepts. */
public enum DomainPolicy {
  /** Everybody's. */
  ANY,
  /** Those of the organization in Keycloak. */
  COMPANY_DOMAINS,
  /** That of the owner, or else of the first member, as it was then. */
  FIRST_MEMBER
}

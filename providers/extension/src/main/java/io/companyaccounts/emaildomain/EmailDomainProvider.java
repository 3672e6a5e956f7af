// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Says whether an address is acceptable for an organization. Other extensions get it with {@code
 * session.getProvider(EmailDomainProvider.class)}, and may replace it by one of their own.
 *
 * <p>Works in the realm of the session's context and changes nothing.
 */
public interface EmailDomainProvider extends Provider {

  /** Whether every address passes, so that nothing needs to be asked or locked. */
  boolean isOpen(OrganizationModel organization);

  /** Whether this address is acceptable, and if not, why. */
  Verdict check(OrganizationModel organization, Candidate candidate);

  /** A person with an account, as the account says. */
  static Candidate candidate(UserModel user, Candidate.Occasion occasion) {
    return new Candidate(
        user.getEmail(), user.getFirstName(), user.getLastName(), occasion, user.getId());
  }

  @Override
  default void close() {}
}

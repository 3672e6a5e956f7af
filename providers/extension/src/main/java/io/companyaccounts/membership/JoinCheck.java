// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Optional;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Has a say in whether a person may be a member: asked at every join, whichever way it comes, and
 * before a blocked member is let in again. It may lock the organization; a refusal undoes whatever
 * it notes.
 */
public interface JoinCheck extends Provider {

  /**
   * Why the person may not be a member now; empty if nothing speaks against it.
   *
   * @param external whether the person comes, or comes back, as an external
   */
  Optional<JoinObstacle> obstacle(OrganizationModel organization, UserModel user, boolean external);

  @Override
  default void close() {}
}

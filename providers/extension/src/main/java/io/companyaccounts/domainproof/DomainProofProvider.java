// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import java.util.List;
import java.util.Set;
import org.keycloak.models.OrganizationModel;
import org.keycloak.provider.Provider;

/**
 * Which domains of organizations are proven, and how they get so. Other extensions get it with
 * {@code session.getProvider(DomainProofProvider.class)}.
 *
 * <p>All methods work in the realm of the session's context and take part in its transaction. What
 * is read of an organization is remembered for the session. Each change of a state or code writes
 * one activity row and one admin event.
 */
public interface DomainProofProvider extends Provider {

  /** All domains that the organization has in Keycloak, by name. Changes nothing. */
  List<DomainProof> proofs(OrganizationModel organization);

  /**
   * The domains that count as proven, as Keycloak names them, so {@code *.acme.example} too. This
   * is the question for rules; Keycloak's flag {@code verified} is not.
   */
  Set<String> proven(OrganizationModel organization);

  /**
   * Asks the DNS and notes what it says, which can take ten seconds. Holds no lock while it asks.
   *
   * @param domain with or without {@code *.}
   * @return refused with {@link DomainProofRefusal}, or for want of {@code
   *     company:settings.manage}; only the server itself is not limited in how often it asks
   */
  Outcome<DomainProof> check(Actor actor, OrganizationModel organization, String domain);

  /**
   * Gives the domain a new code; the old record proves nothing any more, and a proof ends.
   *
   * @param domain with or without {@code *.}
   * @param force also if the domain counts as proven
   */
  Outcome<DomainProof> renew(
      Actor actor, OrganizationModel organization, String domain, boolean force);

  @Override
  default void close() {}
}

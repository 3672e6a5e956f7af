// SPDX-License-Identifier: Apache-2.0
/**
 * Help for applications (shops, portals, services) whose people sign in with Keycloak and act for a
 * company.
 *
 * <p>Its life: an OpenID Connect library verifies a token and hands over the claims; {@link
 * io.companyaccounts.client.CompanyToken} reads them once; the application asks {@link
 * io.companyaccounts.client.CompanyToken#may may} before each thing it does and shows the {@link
 * io.companyaccounts.client.Decision} when the answer is no. Before something binding, {@link
 * io.companyaccounts.client.ProofRequest} leads the person to Keycloak for the ordering password or
 * a mail, {@link io.companyaccounts.client.Proofs} verifies what came back, and {@link
 * io.companyaccounts.client.RedeemProof} uses it up. {@link io.companyaccounts.client.AcceptLogout}
 * reads what Keycloak sends when a session ends.
 *
 * <p>Nothing here verifies signatures or keeps tokens, and only {@code RedeemProof} opens a
 * connection. Whatever a claim holds, reading it never throws: what cannot be understood grants
 * nothing.
 */
@NullMarked
package io.companyaccounts.client;

import org.jspecify.annotations.NullMarked;

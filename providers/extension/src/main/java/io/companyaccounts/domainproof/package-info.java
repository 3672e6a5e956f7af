// SPDX-License-Identifier: Apache-2.0
/**
 * Proof that a domain of an organization belongs to it: a TXT record in the domain's DNS.
 *
 * <p>A domain is UNPROVEN until a check finds the record with the organization's code; then it is
 * PROVEN and looked at again from time to time. Is the record gone, the domain is MISSING and still
 * counts for a while, in which those who can act are told; then it is LOST. A DNS that gives no
 * answer changes nothing. Who has {@code company:settings.manage} checks and renews codes; other
 * features read {@link io.companyaccounts.domainproof.DomainProofProvider} and nothing else, least
 * of all Keycloak's flag {@code verified}, which is only a mirror for the console.
 */
@NullMarked
package io.companyaccounts.domainproof;

import org.jspecify.annotations.NullMarked;

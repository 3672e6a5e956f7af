// SPDX-License-Identifier: Apache-2.0
/**
 * What a confirmed step leaves behind: a short-lived proof, bound to person, session, application,
 * organization, operation and reference.
 *
 * <p>An application sends a person to a required action with {@code
 * kc_action=<action>:<parameter>}. The action chooses the company, asks for what its feature
 * demands, and gives a proof: a note of the user session. Until it ends, tokens of that application
 * say so in a claim, and the application may redeem it once. A proof is never made longer; it ends
 * early with the session, the membership, the permission, or a new version of the secret behind it.
 * Features are {@link io.companyaccounts.proof.ProofKind}s; what they share is written here once.
 */
@NullMarked
package io.companyaccounts.proof;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * What an invited person sees, and somebody who opens an invite link.
 *
 * <p>A link leads to a decision made at the moment of the click: who has no account goes to
 * Keycloak's own registration page, who has one signs in and confirms on one page. GET and HEAD
 * show or lead on and change nothing, because mail scanners follow every link; only a POST accepts,
 * declines or asks for a new invitation. Pages and redirects give the address they came from to
 * nobody, and no cache keeps them, since the code in it is a secret.
 */
@NullMarked
package io.companyaccounts.invitation.page;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Invitations, invite links and their settings over REST, below {@code …/organizations/{org}/} on
 * the side of members and of realm admins alike. No answer holds the link of an invitation: only
 * the invited address gets it.
 */
@NullMarked
package io.companyaccounts.invitation.rest;

import org.jspecify.annotations.NullMarked;

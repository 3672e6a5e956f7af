// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import org.jspecify.annotations.Nullable;

/**
 * Whom an invitation is for.
 *
 * @param email in lower case, as Keycloak keeps addresses
 * @param firstName fills the registration form; never changes an account that exists
 * @param lastName like the first name
 * @param phone kept in the user profile's {@code phoneNumber} of a new account if the profile has
 *     it, else with the member
 */
public record InvitedPerson(
    String email, @Nullable String firstName, @Nullable String lastName, @Nullable String phone) {}

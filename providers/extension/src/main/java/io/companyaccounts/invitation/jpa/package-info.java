// SPDX-License-Identifier: Apache-2.0

/** The default store of invitations: tables beside Keycloak's own invitations. */
@NullMarked
package io.companyaccounts.invitation.jpa;

import org.jspecify.annotations.NullMarked;

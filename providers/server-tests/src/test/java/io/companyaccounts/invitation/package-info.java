// SPDX-License-Identifier: Apache-2.0

/** Invitations on a running server: people come by link, and never more than there are seats. */
@NullMarked
package io.companyaccounts.invitation;

import org.jspecify.annotations.NullMarked;

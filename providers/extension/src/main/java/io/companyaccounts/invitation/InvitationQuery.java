// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import org.jspecify.annotations.Nullable;

/**
 * Which invitations to list, the latest first.
 *
 * @param search part of address or name, whatever the case; null: all
 * @param state null: all
 * @param inviterId who sent it last; null: anybody
 * @param batchId what was invited together; null: all
 * @param first index of the first one, from 0
 * @param max 1 to 100
 */
public record InvitationQuery(
    @Nullable String search,
    @Nullable InvitationState state,
    @Nullable String inviterId,
    @Nullable String batchId,
    int first,
    int max) {}

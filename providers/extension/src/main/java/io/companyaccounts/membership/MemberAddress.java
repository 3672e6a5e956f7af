// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import org.jspecify.annotations.Nullable;

/**
 * What is kept about the address of an active member.
 *
 * @param organizationId where the person is a member
 * @param owner whether the person owns it
 * @param notes how the address fits
 * @param rule what the organization itself demands of addresses, as it is stored; null if nothing
 */
public record MemberAddress(
    String organizationId, boolean owner, AddressNotes notes, @Nullable String rule) {}

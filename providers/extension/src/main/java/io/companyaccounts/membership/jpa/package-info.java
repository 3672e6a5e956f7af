// SPDX-License-Identifier: Apache-2.0

/** The tables of members and roles, and the default provider of the membership SPI on top. */
@NullMarked
package io.companyaccounts.membership.jpa;

import org.jspecify.annotations.NullMarked;

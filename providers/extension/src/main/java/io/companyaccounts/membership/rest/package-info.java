// SPDX-License-Identifier: Apache-2.0

/**
 * Members and roles over REST: for people of a company under {@code /realms/{realm}/company}, for
 * realm admins under {@code /admin/realms/{realm}/company}. Both sides share the resources and
 * differ in who is let in ({@code OrganizationAccess}).
 */
@NullMarked
package io.companyaccounts.membership.rest;

import org.jspecify.annotations.NullMarked;

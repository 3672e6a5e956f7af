// SPDX-License-Identifier: Apache-2.0

/**
 * What happened in a company, for its own people and for the realm's administrators.
 *
 * <ul>
 *   <li>{@link io.companyaccounts.activity.ActivityLog} is the only writer: one row for the company
 *       and one Keycloak admin event, in the transaction of the change.
 *   <li>A refusal that matters for security is recorded after its request, which rolls back, and
 *       counted per actor, reason and minute instead of repeated.
 *   <li>Rows are never changed; they live as long as the organization.
 *   <li>Details have fixed names and hold no secrets.
 *   <li>Members with {@code activity.view} read their own company's rows.
 * </ul>
 */
@NullMarked
package io.companyaccounts.activity;

import org.jspecify.annotations.NullMarked;

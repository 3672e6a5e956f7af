// SPDX-License-Identifier: Apache-2.0

/**
 * Glue that knows no feature: tables, jobs, mails, and what every REST resource needs.
 *
 * <ul>
 *   <li>Errors: {@link io.companyaccounts.platform.ApiException} is the only way a resource
 *       refuses.
 *   <li>Callers: {@link io.companyaccounts.platform.BearerAccess} turns a bearer token into a
 *       person.
 *   <li>Requests: {@link io.companyaccounts.platform.JsonBody}, {@link
 *       io.companyaccounts.platform.PageRequest}, {@link io.companyaccounts.platform.SortOrder} and
 *       {@link io.companyaccounts.platform.IfMatch} read what the caller sent.
 * </ul>
 */
@NullMarked
package io.companyaccounts.platform;

import org.jspecify.annotations.NullMarked;

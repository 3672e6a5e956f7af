// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Newest first.
 *
 * @param next cursor of the following page, null at the end
 */
public record ActivityPage(List<ActivityEntry> entries, @Nullable String next) {}

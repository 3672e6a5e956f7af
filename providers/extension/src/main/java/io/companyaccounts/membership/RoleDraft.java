// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A custom role as somebody wants it to be.
 *
 * @param name what the company calls it, 1 to {@value DefineRole#MAX_NAME} characters
 * @param description what it is for, up to {@value DefineRole#MAX_DESCRIPTION} characters; may be
 *     null
 * @param rank larger is higher; null: the lowest rank that fits the permissions, or the highest
 *     predefined one if a permission is in no predefined role
 * @param permissions what it permits; what these include comes along
 */
public record RoleDraft(
    String name,
    @Nullable String description,
    @Nullable Integer rank,
    Set<Permission> permissions) {
  public RoleDraft {
    permissions = Set.copyOf(permissions);
  }
}

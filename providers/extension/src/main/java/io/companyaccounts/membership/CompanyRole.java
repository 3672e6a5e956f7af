// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role that members of a company can hold.
 *
 * @param id id of the realm role, or of the row of a custom role
 * @param kind predefined by the vendor for every company, or made by one company for itself
 * @param name the technical name of a predefined role, or what the company called a custom role
 * @param names display names by language tag ({@code de}); may be empty
 * @param description what it is for; null if there is none
 * @param rank larger is higher, from 0 to just below {@link Standing#OWNER_RANK}; nobody gives or
 *     manages what is above the own rank
 * @param assignable whether company admins may give it; else only realm admins
 * @param byDefault whether members that hold no role count as holding this one
 * @param external whether externals may hold it: people whose address is not the company's
 * @param granted permissions that the role names itself
 * @param permissions everything the role permits: {@code granted} and all they include
 * @param limited those of {@code permissions} that can be given up to an amount only
 * @param version grows with each change of a custom role; 0 for predefined roles
 */
public record CompanyRole(
    String id,
    Kind kind,
    String name,
    Map<String, String> names,
    @Nullable String description,
    int rank,
    boolean assignable,
    boolean byDefault,
    boolean external,
    Set<Permission> granted,
    Set<Permission> permissions,
    Set<Permission> limited,
    int version) {

  /** Where a role comes from. */
  public enum Kind {
    PREDEFINED,
    CUSTOM
  }

  /** A role that is not for externals, without permissions that can be limited. */
  public CompanyRole(
      String id,
      Kind kind,
      String name,
      Map<String, String> names,
      @Nullable String description,
      int rank,
      boolean assignable,
      boolean byDefault,
      Set<Permission> granted,
      Set<Permission> permissions,
      int version) {
    this(
        id,
        kind,
        name,
        names,
        description,
        rank,
        assignable,
        byDefault,
        false,
        granted,
        permissions,
        Set.of(),
        version);
  }

  public CompanyRole {
    names = Map.copyOf(names);
    rank = Math.max(0, Math.min(rank, Standing.OWNER_RANK - 1));
    granted = Set.copyOf(granted);
    permissions = Set.copyOf(permissions);
    limited = Set.copyOf(limited);
  }

  public boolean permits(Permission permission) {
    return permissions.contains(permission);
  }

  /** The name in that language, else in the language without its region, else the own name. */
  public String displayName(String languageTag) {
    String language = languageTag.split("-", 2)[0];
    return names.getOrDefault(languageTag, names.getOrDefault(language, name));
  }

  public boolean isCustom() {
    return kind == Kind.CUSTOM;
  }
}

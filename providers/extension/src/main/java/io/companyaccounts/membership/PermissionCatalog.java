// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All permissions of the realm that have to do with companies, and what each includes. */
public final class PermissionCatalog {

  /** How far a permission reaches on its resource. */
  public enum Level {
    NONE,
    READ,
    FULL
  }

  /**
   * One permission as the vendor described it.
   *
   * @param permission the client role
   * @param roleId id of the client role
   * @param resource row group in the matrix ({@code company.resource}); the client id if not set
   * @param level {@code company.level}; null if the permission has none
   * @param description the client role's description; may be null
   * @param assignable whether custom roles may have it ({@code company.assignable=true})
   * @param includes permissions that come along directly (composites)
   */
  public record Entry(
      Permission permission,
      String roleId,
      String resource,
      @Nullable Level level,
      @Nullable String description,
      boolean assignable,
      Set<Permission> includes) {
    public Entry {
      includes = Set.copyOf(includes);
    }
  }

  private final Map<Permission, Entry> entries = new LinkedHashMap<>();

  public PermissionCatalog(Collection<Entry> entries) {
    entries.forEach(entry -> this.entries.put(entry.permission(), entry));
  }

  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  public Optional<Entry> find(Permission permission) {
    return Optional.ofNullable(entries.get(permission));
  }

  /**
   * Reads the written form. A known permission is found whatever colons its two names hold; else
   * the name is what follows the last one.
   *
   * @return empty if the text is no written form at all
   */
  public Optional<Permission> parse(String key) {
    return entries.keySet().stream()
        .filter(permission -> permission.key().equals(key))
        .findFirst()
        .or(() -> Permission.parse(key));
  }

  public boolean knows(Permission permission) {
    return entries.containsKey(permission);
  }

  public boolean assignable(Permission permission) {
    return find(permission).map(Entry::assignable).orElse(false);
  }

  /** These permissions and all that they include, directly or through others. */
  public Set<Permission> expand(Collection<Permission> granted) {
    Set<Permission> all = new TreeSet<>();
    Deque<Permission> open = new ArrayDeque<>(granted);
    while (!open.isEmpty()) {
      Permission next = open.pop();
      if (all.add(next)) {
        find(next).ifPresent(entry -> open.addAll(entry.includes()));
      }
    }
    return all;
  }

  /** Among these, those that include the given permission, directly or through others. */
  public Set<Permission> including(Permission permission, Collection<Permission> among) {
    Set<Permission> found = new TreeSet<>();
    for (Permission candidate : among) {
      if (!candidate.equals(permission) && expand(List.of(candidate)).contains(permission)) {
        found.add(candidate);
      }
    }
    return found;
  }
}

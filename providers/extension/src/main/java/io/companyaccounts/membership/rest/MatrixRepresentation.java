// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.PermissionCatalog.Level;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.rest.Representations.RoleRepresentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each role permits, as a table: resources with their permissions down, roles across.
 *
 * @param roles the columns, highest rank first
 * @param resources the rows
 */
record MatrixRepresentation(List<RoleRepresentation> roles, List<ResourceRow> resources) {

  /**
   * Permissions of one resource.
   *
   * @param levels for resources with levels, the highest level each role reaches, by role id
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ResourceRow(
      String resource, List<PermissionRow> permissions, @Nullable Map<String, String> levels) {}

  /**
   * One permission.
   *
   * @param includes permissions that come along
   * @param cells for each role id how it has the permission
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PermissionRow(
      String permission,
      @Nullable String description,
      @Nullable String level,
      boolean assignable,
      List<String> includes,
      Map<String, Cell> cells) {}

  /**
   * How one role has one permission.
   *
   * @param state {@code granted}: named by the role; {@code included}: comes along with others;
   *     {@code none}
   * @param by what it comes along with
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Cell(String state, List<String> by) {}

  static MatrixRepresentation of(
      RoleCatalog roles, PermissionCatalog permissions, DisplayText texts) {
    Map<String, List<PermissionCatalog.Entry>> byResource = new LinkedHashMap<>();
    permissions
        .all()
        .forEach(
            entry ->
                byResource.computeIfAbsent(entry.resource(), key -> new ArrayList<>()).add(entry));
    List<ResourceRow> rows = new ArrayList<>();
    byResource.forEach(
        (resource, entries) -> rows.add(row(resource, entries, roles, permissions, texts)));
    return new MatrixRepresentation(
        roles.all().stream().map(role -> RoleRepresentation.of(role, texts)).toList(), rows);
  }

  private static ResourceRow row(
      String resource,
      List<PermissionCatalog.Entry> entries,
      RoleCatalog roles,
      PermissionCatalog permissions,
      DisplayText texts) {
    List<PermissionRow> rows =
        entries.stream()
            .map(
                entry ->
                    new PermissionRow(
                        entry.permission().key(),
                        texts.of(entry.description()),
                        text(entry.level()),
                        entry.assignable(),
                        Representations.keys(entry.includes()),
                        cells(entry.permission(), roles, permissions)))
            .toList();
    boolean levelled = entries.stream().anyMatch(entry -> entry.level() != null);
    return new ResourceRow(resource, rows, levelled ? levels(entries, roles) : null);
  }

  private static Map<String, Cell> cells(
      Permission permission, RoleCatalog roles, PermissionCatalog permissions) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (CompanyRole role : roles.all()) {
      Set<Permission> by = permissions.including(permission, role.granted());
      String state = "none";
      if (!by.isEmpty()) {
        state = "included";
      } else if (role.granted().contains(permission)) {
        state = "granted";
      } else if (role.permits(permission)) {
        state = "included";
      }
      cells.put(role.id(), new Cell(state, Representations.keys(by)));
    }
    return cells;
  }

  private static Map<String, String> levels(
      List<PermissionCatalog.Entry> entries, RoleCatalog roles) {
    Map<String, String> levels = new LinkedHashMap<>();
    for (CompanyRole role : roles.all()) {
      Level highest = Level.NONE;
      for (PermissionCatalog.Entry entry : entries) {
        Level level = entry.level();
        if (level != null && role.permits(entry.permission()) && level.compareTo(highest) > 0) {
          highest = level;
        }
      }
      levels.put(role.id(), String.valueOf(text(highest)));
    }
    return levels;
  }

  private static @Nullable String text(@Nullable Level level) {
    return level == null ? null : level.name().toLowerCase(Locale.ROOT);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.companydata.CompanyData.CustomRoleData;
import io.companyaccounts.companydata.CompanyData.HeldRoleData;
import io.companyaccounts.companydata.CompanyData.MemberData;
import io.companyaccounts.companydata.CompanyData.OrganizationData;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.RoleAssignment;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one organization of a file. */
final class ReadOrganization {

  static final String REQUIRED = "required";
  static final String DUPLICATE = "duplicate";
  private static final int MOST_DESCRIPTION = 4000;

  private final ItemParser items;
  private final ItemErrors errors;
  private final int index;

  private final List<CustomRoleData> roles = new ArrayList<>();
  private final Set<String> roleNames = new HashSet<>();
  private final List<MemberData> members = new ArrayList<>();
  private final Set<String> usernames = new HashSet<>();
  private @Nullable String alias;
  private @Nullable String owner;

  ReadOrganization(ItemParser items, ItemErrors errors, int index) {
    this.items = items;
    this.errors = errors;
    this.index = index;
  }

  /** Null if it has no alias, so that nothing can be said about it. */
  @Nullable OrganizationData read(String path) throws IOException {
    int before = errors.total();
    items.object(
        path,
        (name, at) -> {
          switch (name) {
            case "alias" -> alias = items.name(at);
            case "owner" -> owner = items.name(at);
            case "roles" -> items.list(at, this::customRole);
            case "members" -> items.list(at, this::member);
            default -> {
              return false;
            }
          }
          return true;
        });
    if (alias == null) {
      missing(before, path + ".alias", "The alias of an organization is needed.");
      return null;
    }
    return new OrganizationData(index, alias, owner, List.copyOf(roles), List.copyOf(members));
  }

  /** Told only if nothing else is wrong inside, since that may be the very field. */
  private void missing(int errorsBefore, String path, String text) {
    if (errors.total() == errorsBefore) {
      errors.add(path, REQUIRED, text);
    }
  }

  private void customRole(int at, String path) throws IOException {
    CustomRole role = new CustomRole();
    int before = errors.total();
    items.object(path, role::field);
    if (role.name == null) {
      missing(before, path + ".name", "The name of the role is needed.");
    } else if (!roleNames.add(role.name.toLowerCase(Locale.ROOT))) {
      errors.add(path, DUPLICATE, "A role of this name is listed before.");
    } else {
      roles.add(new CustomRoleData(at, role.name, role.description, role.rank, role.permissions));
    }
  }

  private final class CustomRole {
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable Integer rank;
    private final Map<Permission, Integer> permissions = new LinkedHashMap<>();

    private boolean field(String field, String at) throws IOException {
      switch (field) {
        case "name" -> name = items.name(at);
        case "description" -> description = description(items.text(at, MOST_DESCRIPTION));
        case "rank" -> rank = items.wholeNumber(at);
        case "permissions" -> items.list(at, this::permission);
        default -> {
          return false;
        }
      }
      return true;
    }

    /** Some databases store an empty text as none. */
    private static @Nullable String description(@Nullable String text) {
      return text == null || text.isBlank() ? null : text;
    }

    private void permission(int at, String path) throws IOException {
      String key = items.name(path);
      Permission permission = key == null ? null : Permission.parse(key).orElse(null);
      if (permission == null) {
        if (key != null || items.isNull()) {
          items.wrong(path, "must be a permission such as shop:order.place");
        }
      } else if (permissions.putIfAbsent(permission, at) != null) {
        errors.add(path, DUPLICATE, "This permission is listed before.");
      }
    }
  }

  private void member(int at, String path) throws IOException {
    ListedMember member = new ListedMember();
    int before = errors.total();
    items.object(path, member::field);
    if (member.username == null) {
      missing(before, path + ".username", "The login name of the member is needed.");
    } else if (!usernames.add(member.username.toLowerCase(Locale.ROOT))) {
      errors.add(path, DUPLICATE, "This member is listed before.");
    } else {
      members.add(
          new MemberData(
              at, member.username, member.state, member.external, List.copyOf(member.held)));
    }
  }

  private final class ListedMember {
    private @Nullable String username;
    private MemberState state = MemberState.ACTIVE;
    private boolean external;
    private final List<HeldRoleData> held = new ArrayList<>();
    private final Set<String> heldNames = new HashSet<>();

    private boolean field(String field, String at) throws IOException {
      switch (field) {
        case "username" -> username = items.name(at);
        case "state" -> state(at);
        case "external" -> external = Boolean.TRUE.equals(items.flag(at));
        case "roles" -> items.list(at, this::role);
        default -> {
          return false;
        }
      }
      return true;
    }

    private void state(String at) throws IOException {
      String text = items.text(at, 16);
      Arrays.stream(MemberState.values())
          .filter(each -> each.name().equals(text))
          .findFirst()
          .ifPresent(each -> state = each);
      if (text != null && !state.name().equals(text)) {
        items.wrong(at, "must be ACTIVE or BLOCKED");
      }
    }

    private void role(int at, String path) throws IOException {
      ListedRole role = new ListedRole();
      int before = errors.total();
      items.object(path, role::field);
      String predefined = role.predefined;
      String custom = role.custom;
      String name = custom == null ? predefined : custom;
      if (name == null || (predefined != null && custom != null)) {
        missing(before, path, "Name either a role or a custom role.");
      } else if (!heldNames.add(
          custom == null ? "role " + name : "custom " + name.toLowerCase(Locale.ROOT))) {
        errors.add(path, DUPLICATE, "This role is listed for the member before.");
      } else if (role.from != null && role.until != null && !role.from.isBefore(role.until)) {
        errors.add(path, "period_inverted", "The end must come after the beginning.");
      } else {
        held.add(new HeldRoleData(at, custom != null, name, role.from, role.until, role.limit));
      }
    }
  }

  private final class ListedRole {
    private @Nullable String predefined;
    private @Nullable String custom;
    private @Nullable Instant from;
    private @Nullable Instant until;
    private @Nullable Long limit;

    private boolean field(String field, String at) throws IOException {
      switch (field) {
        case "role" -> predefined = items.name(at);
        case "custom" -> custom = items.name(at);
        case "from" -> from = items.time(at);
        case "until" -> until = items.time(at);
        case "limit" -> limit = items.amount(at, RoleAssignment.MAX_LIMIT);
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}

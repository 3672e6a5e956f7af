// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.RoleAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds attributes of roles that mean nothing, or something else than somebody may have meant. */
final class CheckRoleAttributes {

  private static final Set<String> YES_OR_NO = Set.of("true", "false");
  private static final Set<String> LEVELS =
      Arrays.stream(PermissionCatalog.Level.values())
          .map(level -> level.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());

  private final List<Finding> findings = new ArrayList<>();

  private CheckRoleAttributes() {}

  static List<Finding> findings(List<MarkedRole> roles) {
    CheckRoleAttributes check = new CheckRoleAttributes();
    for (MarkedRole role : roles) {
      check.values(role);
      if (role.isCompanyRole()) {
        check.rank(role);
      } else if (role.clientId() == null) {
        check.unmarked(role);
      }
    }
    check.defaults(roles.stream().filter(MarkedRole::isCompanyRole).toList());
    return check.findings;
  }

  private void values(MarkedRole role) {
    oneOf(role, RoleAttributes.ASSIGNABLE, YES_OR_NO);
    if (role.clientId() == null) {
      oneOf(role, RoleAttributes.ROLE, YES_OR_NO);
      oneOf(role, RoleAttributes.DEFAULT, YES_OR_NO);
      oneOf(role, RoleAttributes.EXTERNAL, YES_OR_NO);
    } else {
      oneOf(role, RoleAttributes.LEVEL, LEVELS);
      oneOf(role, RoleAttributes.LIMIT, YES_OR_NO);
    }
  }

  private void oneOf(MarkedRole role, String attribute, Set<String> allowed) {
    Optional<String> value = role.value(attribute);
    if (value.isPresent() && !allowed.contains(value.get())) {
      findings.add(
          Finding.warning(
              "attribute_invalid",
              "The value of this attribute means nothing, so it counts as not set. Allowed: "
                  + allowed.stream().sorted().collect(Collectors.joining(", "))
                  + ".",
              Map.of("role", role.key(), "attribute", attribute, "value", value.get())));
    }
  }

  private void rank(MarkedRole role) {
    Optional<String> rank = role.value(RoleAttributes.RANK).filter(text -> !text.isBlank());
    if (rank.isEmpty()) {
      findings.add(
          Finding.warning(
              "rank_missing",
              "This company role has no rank, so it counts as the lowest. Set the attribute"
                  + " company.rank to a whole number; larger is higher.",
              Map.of("role", role.name())));
    } else if (!isRank(rank.get().strip())) {
      findings.add(
          Finding.warning(
              "rank_invalid",
              "The rank of this company role is not a whole number from 0, so it counts as the"
                  + " lowest. Correct the attribute company.rank.",
              Map.of("role", role.name(), "value", rank.get())));
    }
  }

  private static boolean isRank(String text) {
    try {
      return Integer.parseInt(text) >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Somebody described a company role and forgot to say that it is one. */
  private void unmarked(MarkedRole role) {
    boolean said = role.value(RoleAttributes.ROLE).isPresent();
    boolean described =
        role.attributes().containsKey(RoleAttributes.RANK)
            || role.attributes().containsKey(RoleAttributes.DEFAULT);
    if (!said && described) {
      findings.add(
          Finding.warning(
              "role_not_marked",
              "This realm role has attributes of a company role but is none. Set the attribute"
                  + " company.role to true, or remove the others.",
              Map.of("role", role.name())));
    }
  }

  private void defaults(List<MarkedRole> companyRoles) {
    if (companyRoles.isEmpty()) {
      findings.add(
          Finding.warning(
              "no_company_roles",
              "No realm role is a company role, so members have no permissions but those of roles"
                  + " their company made. Set the attribute company.role of some realm roles to"
                  + " true.",
              Map.of()));
      return;
    }
    List<String> defaults =
        companyRoles.stream()
            .filter(role -> role.value(RoleAttributes.DEFAULT).filter("true"::equals).isPresent())
            .map(MarkedRole::name)
            .toList();
    if (defaults.isEmpty()) {
      findings.add(
          Finding.warning(
              "default_role_missing",
              "No company role is the default, so members without a role have no permissions. Set"
                  + " the attribute company.default of one company role to true.",
              Map.of()));
    } else if (defaults.size() > 1) {
      findings.add(
          Finding.error(
              "several_default_roles",
              "More than one company role is the default; only one of them counts. Leave the"
                  + " attribute company.default on one.",
              Map.of("roles", defaults)));
    }
  }
}

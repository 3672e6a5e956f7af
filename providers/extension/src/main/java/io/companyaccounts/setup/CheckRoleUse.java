// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.membership.AdministrativeClients;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Finds company roles that act outside of companies: given in Keycloak itself they would count in
 * every company and every token.
 */
final class CheckRoleUse {

  private static final String ADVICE =
      " Take it away there, and give it to members in their companies.";

  private final RealmModel realm;
  private final JpaRealmFacts facts;
  private final Map<String, String> namesById;
  private final List<Finding> findings = new ArrayList<>();

  CheckRoleUse(RealmModel realm, JpaRealmFacts facts, List<MarkedRole> roles) {
    this.realm = realm;
    this.facts = facts;
    this.namesById =
        roles.stream()
            .filter(MarkedRole::isCompanyRole)
            .collect(
                Collectors.toMap(
                    MarkedRole::id, MarkedRole::name, (a, b) -> a, LinkedHashMap::new));
  }

  List<Finding> findings() {
    toUsers();
    toGroups();
    insideOthers();
    withAdministration();
    return findings;
  }

  private void toUsers() {
    facts
        .usersByRole(namesById.keySet())
        .forEach(
            (id, count) ->
                findings.add(
                    Finding.error(
                        "role_given_to_users",
                        "This company role is given to users in Keycloak itself, so it acts in"
                            + " every company."
                            + ADVICE,
                        Map.of("role", name(id), "count", count))));
  }

  private void toGroups() {
    facts
        .groupsByRole(namesById.keySet())
        .forEach(
            (id, groups) ->
                findings.add(
                    Finding.error(
                        "role_given_to_groups",
                        "This company role is given to groups of the realm, so it acts in every"
                            + " company."
                            + ADVICE,
                        about("groups", groups, id))));
  }

  private void insideOthers() {
    Set<String> defaults =
        reachable(realm.getDefaultRole()).stream()
            .map(RoleModel::getId)
            .collect(Collectors.toSet());
    namesById.forEach(
        (id, name) -> {
          if (defaults.contains(id)) {
            findings.add(
                Finding.error(
                    "role_in_default_roles",
                    "This company role is one of the realm's default roles, directly or inside"
                        + " another, so everybody has it in every company. Remove it there; mark it"
                        + " with company.default instead.",
                    Map.of("role", name)));
          }
        });
    facts
        .includedIn(namesById.keySet())
        .forEach(
            (id, parents) -> {
              List<String> others =
                  parents.stream()
                      .filter(parent -> !namesById.containsValue(parent))
                      .filter(parent -> !parent.equals(realm.getDefaultRole().getName()))
                      .toList();
              if (!others.isEmpty()) {
                findings.add(
                    Finding.warning(
                        "role_in_other_role",
                        "This company role is included in roles that are no company roles:"
                            + " whoever has such a role has it in every company."
                            + ADVICE,
                        about("roles", others, id)));
              }
            });
  }

  private void withAdministration() {
    namesById.forEach(
        (id, name) -> {
          RoleModel role = realm.getRoleById(id);
          Set<String> administrative = new TreeSet<>();
          if (role != null) {
            for (RoleModel each : reachable(role)) {
              if (each.isClientRole()
                  && each.getContainer() instanceof ClientModel client
                  && AdministrativeClients.contains(client)) {
                administrative.add(client.getClientId() + ":" + each.getName());
              }
            }
          }
          if (!administrative.isEmpty()) {
            findings.add(
                Finding.error(
                    "role_includes_administration",
                    "This company role includes roles of Keycloak's own clients. No company hands"
                        + " these out, so they are left out; remove them from the role.",
                    about("permissions", List.copyOf(administrative), id)));
          }
        });
  }

  private static Set<RoleModel> reachable(RoleModel role) {
    Set<RoleModel> all = new HashSet<>();
    collect(role, all);
    all.remove(role);
    return all;
  }

  private static void collect(RoleModel role, Set<RoleModel> all) {
    if (all.add(role) && role.isComposite()) {
      role.getCompositesStream().forEach(each -> collect(each, all));
    }
  }

  private Map<String, Object> about(String key, List<String> values, String roleId) {
    Map<String, Object> about = Examples.about(key, values);
    about.put("role", name(roleId));
    return about;
  }

  private String name(String id) {
    return namesById.getOrDefault(id, id);
  }
}

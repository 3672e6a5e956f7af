// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds stored members, owners and roles that do not fit what Keycloak has. */
final class CheckCompanies {

  private final JpaCompanyFacts facts;
  private final List<Finding> findings = new ArrayList<>();

  CheckCompanies(JpaCompanyFacts facts) {
    this.facts = facts;
  }

  List<Finding> findings(Collection<String> companyRoleNames) {
    blocked();
    roles(companyRoleNames);
    people();
    return findings;
  }

  private void blocked() {
    List<JpaCompanyFacts.Place> found = facts.blockedButMembers();
    if (!found.isEmpty()) {
      findings.add(
          Finding.error(
              "blocked_member_joined",
              "Blocked people are members of the organization in Keycloak, so tokens name it. This"
                  + " happens when a realm is imported. Block them again, or unblock them.",
              Examples.about(
                  "members", found.stream().map(JpaCompanyFacts.Place::about).toList())));
    }
  }

  private void roles(Collection<String> companyRoleNames) {
    List<?> shadowed = facts.customRolesNamed(companyRoleNames);
    if (!shadowed.isEmpty()) {
      findings.add(
          Finding.warning(
              "custom_role_shadowed",
              "Companies made roles that have the name of a company role of the realm, so people"
                  + " cannot tell them apart. Rename one of them.",
              Examples.about("roles", shadowed)));
    }
    organizations(
        "permission_gone",
        "Roles that companies made name permissions that no longer exist. Save these roles again.",
        facts.withGonePermissions());
    organizations(
        "role_gone",
        "Members hold roles that no longer exist; they count for nothing. Save the roles of these"
            + " members again.",
        facts.withGoneRoles());
  }

  private void organizations(String code, String text, List<String> aliases) {
    if (!aliases.isEmpty()) {
      findings.add(Finding.warning(code, text, Examples.about("organizations", aliases)));
    }
  }

  private void people() {
    List<JpaCompanyFacts.Place> gone = facts.withoutUser();
    if (!gone.isEmpty()) {
      findings.add(
          Finding.warning(
              "user_gone",
              "Something is stored about people who no longer exist, as after a user store was"
                  + " removed. It counts for nothing and does no harm.",
              Examples.about("members", gone.stream().map(JpaCompanyFacts.Place::about).toList())));
    }
    List<String> ownerless = facts.withoutOwner();
    if (!ownerless.isEmpty()) {
      findings.add(
          Finding.info(
              "no_owner",
              "Companies without an owner: only realm administrators can name one.",
              Examples.about("organizations", ownerless)));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MembershipProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds users and members by login name. */
final class People implements PlanOrganization.People {

  /** Databases take a thousand values in one condition at most. */
  private static final int AT_ONCE = 500;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final MembershipProvider members;
  private final OrganizationModel organization;

  People(
      KeycloakSession session,
      RealmModel realm,
      MembershipProvider members,
      OrganizationModel organization) {
    this.session = session;
    this.realm = realm;
    this.members = members;
    this.organization = organization;
  }

  @Override
  public @Nullable String idOf(String username) {
    UserModel user = session.users().getUserByUsername(realm, username);
    return user == null ? null : user.getId();
  }

  @Override
  public List<Member> members(List<String> usernames) {
    List<Member> found = new ArrayList<>();
    for (int from = 0; from < usernames.size(); from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, usernames.size());
      found.addAll(members.membersNamed(organization, usernames.subList(from, to)));
    }
    return found;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberPage;
import io.companyaccounts.membership.MemberQuery;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.platform.PageRequest;
import jakarta.ws.rs.ForbiddenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * A realm admin, with Keycloak's evaluated permissions: the organization's for the company, the
 * user's for each person, fine-grained ones included.
 */
final class AdminAccess extends OrganizationAccess {

  /** An admin with a narrow view does not make the server read an endless list. */
  private static final int MOST_EXAMINED = 5_000;

  private final AdminPermissionEvaluator auth;

  AdminAccess(
      KeycloakSession session, OrganizationModel organization, AdminPermissionEvaluator auth) {
    super(session, organization);
    this.auth = auth;
  }

  @Override
  public Actor actor() {
    return Actor.realmAdmin(ActivityActor.realmAdmin(session, auth.adminAuth()));
  }

  @Override
  public void requireView(Permission permission) {
    auth.orgs().requireView(organization);
  }

  @Override
  public void requireViewRoles() {
    auth.orgs().requireView(organization);
  }

  @Override
  public void requireViewOfAll() {
    auth.orgs().requireView(organization);
    auth.users().requireView();
  }

  @Override
  public void requireChangeOfAll() {
    auth.orgs().requireManage(organization);
    auth.users().requireManage();
  }

  @Override
  void requireViewOf(String userId) {
    auth.orgs().requireView(organization);
    UserModel user = user(userId);
    if (user != null) {
      auth.users().requireView(user);
    }
  }

  @Override
  public void requireChange() {
    auth.orgs().requireManage(organization);
  }

  @Override
  public void requireChangeOf(String userId) {
    auth.orgs().requireManage(organization);
    UserModel user = user(userId);
    if (user != null) {
      auth.users().requireManage(user);
    }
  }

  @Override
  public void requireFreshLogin(int seconds) {}

  @Override
  public Optional<UserModel> person() {
    return Optional.empty();
  }

  /** The administrator may be of another realm: what the browser says counts. */
  @Override
  DisplayText texts() {
    return new DisplayText(session, null);
  }

  @Override
  MemberLister lister() {
    auth.orgs().requireView(organization);
    auth.users().requireQuery();
    if (auth.users().canView()) {
      return query -> members().members(organization, query);
    }
    if (!session.getContext().getRealm().isAdminPermissionsEnabled()) {
      throw new ForbiddenException();
    }
    return this::visible;
  }

  /** With fine-grained permissions each person is asked for; the total is of those seen. */
  private MemberPage visible(MemberQuery query) {
    List<Member> page = new ArrayList<>();
    int seen = 0;
    int examined = 0;
    boolean more = true;
    while (more && examined < MOST_EXAMINED) {
      List<Member> batch = members().members(organization, at(query, examined)).members();
      for (Member member : batch) {
        UserModel user = user(member.userId());
        if (user != null && auth.users().canView(user)) {
          if (seen >= query.first() && page.size() < query.max()) {
            page.add(member);
          }
          seen++;
        }
      }
      examined += batch.size();
      more = batch.size() == PageRequest.MOST;
    }
    return new MemberPage(page, seen, more);
  }

  private static MemberQuery at(MemberQuery query, int first) {
    return new MemberQuery(
        query.search(),
        query.roleId(),
        query.state(),
        query.sort(),
        query.descending(),
        first,
        PageRequest.MOST);
  }

  private UserModel user(String userId) {
    return session.users().getUserById(session.getContext().getRealm(), userId);
  }
}

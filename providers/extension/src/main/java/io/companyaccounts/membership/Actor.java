// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Set;

/**
 * Who asks for a change.
 *
 * @param kind a member acting in the own company, a realm admin, or the server itself
 * @param userId id of the person; empty for the server
 * @param rank how high the actor stands in the organization that is changed
 * @param owner whether the actor owns the organization
 * @param permissions what the actor may do in the organization
 */
public record Actor(
    Kind kind, String userId, int rank, boolean owner, Set<Permission> permissions) {

  /** In which capacity somebody acts. */
  public enum Kind {
    MEMBER,
    REALM_ADMIN,
    SYSTEM
  }

  public Actor {
    permissions = Set.copyOf(permissions);
  }

  /** A member, with what the member may do in this organization. */
  public static Actor member(Standing standing) {
    return new Actor(
        Kind.MEMBER, standing.userId(), standing.rank(), standing.owner(), standing.permissions());
  }

  /** A realm admin whose Keycloak permissions were checked by the caller. */
  public static Actor realmAdmin(String userId) {
    return new Actor(Kind.REALM_ADMIN, userId, Standing.OWNER_RANK, false, Set.of());
  }

  /** The server: start-up import, jobs, clean-up. */
  public static Actor system() {
    return new Actor(Kind.SYSTEM, "", Standing.OWNER_RANK, false, Set.of());
  }

  /** Whether the company's own limits (rank, permissions, assignable) bind this actor. */
  public boolean isMember() {
    return kind == Kind.MEMBER;
  }

  public boolean may(Permission permission) {
    return !isMember() || permissions.contains(permission);
  }

  /** Whether the actor may hand out or manage something of that rank. */
  public boolean reaches(int other, RankRule rule) {
    return !isMember() || owner || rule.reaches(rank, other);
  }
}

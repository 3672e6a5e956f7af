// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import io.companyaccounts.activity.ActivityActor;
import java.util.Set;

/**
 * Who asks for a change.
 *
 * @param kind a member acting in the own company, a realm admin, or the server itself
 * @param userId id of the person; empty for the server
 * @param rank how high the actor stands in the organization that is changed
 * @param lastingRank how high the actor will stand when everything lent until a date has ended
 * @param owner whether the actor owns the organization
 * @param permissions what the actor may do in the organization
 * @param limits the permissions that the actor has, and can give, only up to an amount; none for an
 *     owner, whom they do not bind
 * @param trace how the actor appears in the activity and in events
 */
public record Actor(
    Kind kind,
    String userId,
    int rank,
    int lastingRank,
    boolean owner,
    Set<Permission> permissions,
    Limits limits,
    ActivityActor trace) {

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
  public static Actor member(Standing standing, ActivityActor trace) {
    return new Actor(
        Kind.MEMBER,
        standing.userId(),
        standing.rank(),
        standing.lastingRank(),
        standing.owner(),
        standing.permissions(),
        standing.owner() ? Limits.NONE : standing.limits(),
        trace);
  }

  /** A realm admin whose Keycloak permissions were checked by the caller. */
  public static Actor realmAdmin(ActivityActor trace) {
    String userId = trace.userId() == null ? "" : trace.userId();
    return unbound(Kind.REALM_ADMIN, userId, trace);
  }

  /** The server: start-up import, jobs, clean-up. */
  public static Actor system() {
    return system(ActivityActor.system());
  }

  /** The server, on behalf of somebody who is named in the activity. */
  public static Actor system(ActivityActor trace) {
    return unbound(Kind.SYSTEM, "", trace);
  }

  /** Somebody who has no say in the organization, for example who has just left it. */
  public static Actor outsider(String userId, ActivityActor trace) {
    return new Actor(Kind.MEMBER, userId, 0, 0, false, Set.of(), Limits.NONE, trace);
  }

  private static Actor unbound(Kind kind, String userId, ActivityActor trace) {
    int rank = Standing.OWNER_RANK;
    return new Actor(kind, userId, rank, rank, false, Set.of(), Limits.NONE, trace);
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

  /**
   * Whether the actor reaches that rank also when everything lent has ended: asked where somebody
   * could otherwise keep what was only lent.
   */
  public boolean reachesForGood(int other, RankRule rule) {
    return !isMember() || owner || rule.reaches(lastingRank, other);
  }

  boolean is(Standing person) {
    return isMember() && userId.equals(person.userId());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Members of organizations: who they are, what they may do, and how that is changed. Other
 * extensions get it with {@code session.getProvider(MembershipProvider.class)}.
 *
 * <p>All methods work in the realm of the session's context and take part in its transaction. Reads
 * of one person are remembered for the session, so that asking again costs nothing. Changes are
 * decided by the rules of the pack; a refused change has changed nothing and left the transaction
 * usable. Each change that is made writes one activity row and one admin event.
 */
public interface MembershipProvider extends Provider {

  /**
   * Alias of the required action that stands at every login; on a user it marks who is blocked and
   * has no other company.
   */
  String GATE_ACTION = "company-gate";

  /** Where a person stands; empty if the person is neither a member nor blocked there. */
  Optional<Standing> standing(OrganizationModel organization, String userId);

  /** Whether the organization has shut a person out; asks for nothing else. */
  default boolean isBlocked(OrganizationModel organization, String userId) {
    return standing(organization, userId)
        .filter(standing -> standing.state() == MemberState.BLOCKED)
        .isPresent();
  }

  /** Where a person stands in each enabled or disabled organization; blocked ones included. */
  List<Standing> standings(UserModel user);

  /**
   * The organizations whose native member a person is. Asked by the pack itself: what an admin with
   * a restricted view may see does not change the answer. Keycloak remembers it, so it costs
   * nothing.
   */
  List<OrganizationModel> organizations(UserModel user);

  /** Whether an active member of an enabled organization has this permission there. */
  default boolean may(OrganizationModel organization, UserModel user, Permission permission) {
    return organization.isEnabled()
        && standing(organization, user.getId()).filter(s -> s.may(permission)).isPresent();
  }

  /** The roles that exist for this organization. */
  RoleCatalog roles(OrganizationModel organization);

  /** The predefined roles of the realm, without any organization's own. */
  RoleCatalog predefinedRoles();

  /** The permissions of the realm that have to do with companies. */
  PermissionCatalog permissions();

  /**
   * Lets nobody else change this organization, on any node, until the transaction ends. What is
   * read afterwards is as of now.
   */
  void lock(OrganizationModel organization);

  /** How many people the organization may have, and how many places are taken. */
  Seats seats(OrganizationModel organization);

  /**
   * The same under the lock of the organization, for whoever is about to take a place. Without a
   * limit nothing is locked and nobody is counted.
   */
  Seats lockedSeats(OrganizationModel organization);

  /**
   * The actor with what the actor may do now: read again, it may have been taken away meanwhile.
   */
  default Actor asOfNow(OrganizationModel organization, Actor claimed) {
    return claimed.isMember()
        ? standing(organization, claimed.userId())
            .map(standing -> Actor.member(standing, claimed.trace()))
            .orElseGet(() -> Actor.outsider(claimed.userId(), claimed.trace()))
        : claimed;
  }

  /** How far company admins of this organization reach. */
  RankRule rankRule(OrganizationModel organization);

  /** One page of members, blocked ones included, with roles, state and owner. */
  MemberPage members(OrganizationModel organization, MemberQuery query);

  /** One member; empty if the person is neither a member nor blocked there. */
  Optional<Member> member(OrganizationModel organization, String userId);

  /**
   * Members by login name, blocked ones included, whatever the case of the letters; who is neither
   * member nor blocked is left out.
   */
  List<Member> membersNamed(OrganizationModel organization, Collection<String> usernames);

  /** Active members who have at least one of these permissions now, owner first. */
  List<Member> membersWho(OrganizationModel organization, Set<Permission> anyOf, int max);

  /** The accounts of these members, to write to; without those that are gone. */
  List<UserModel> accountsWho(OrganizationModel organization, Set<Permission> anyOf, int max);

  /** Id of the owner; empty if the company has none. */
  Optional<String> owner(OrganizationModel organization);

  /**
   * Gives a member exactly these roles.
   *
   * @param ifVersion refuses unless the member has this version; null: whatever it is
   */
  Outcome<Member> changeRoles(
      Actor actor,
      OrganizationModel organization,
      String userId,
      List<RoleAssignment> roles,
      @Nullable Integer ifVersion);

  /**
   * Gives many members exactly these roles, like {@link #changeRoles} for each of them, but with
   * few statements if the server itself acts: for data that is brought in.
   *
   * @param rolesByUser all roles wanted, by the id of the member
   * @return whose roles were refused, and why; the others are changed
   */
  default Map<String, Outcome.Refused<Member>> changeRolesOfMany(
      Actor actor, OrganizationModel organization, Map<String, List<RoleAssignment>> rolesByUser) {
    Map<String, Outcome.Refused<Member>> refused = new LinkedHashMap<>();
    rolesByUser.forEach(
        (userId, roles) -> {
          Outcome<Member> outcome = changeRoles(actor, organization, userId, roles, null);
          if (outcome instanceof Outcome.Refused<Member> refusal) {
            refused.put(userId, refusal);
          }
        });
    return refused;
  }

  /** Makes a custom role. */
  Outcome<CompanyRole> createRole(Actor actor, OrganizationModel organization, RoleDraft draft);

  /** Changes a custom role for all who hold it. */
  Outcome<CompanyRole> changeRole(
      Actor actor,
      OrganizationModel organization,
      String roleId,
      RoleDraft draft,
      @Nullable Integer ifVersion);

  /**
   * Deletes a custom role.
   *
   * @param moveTo id or name of the role that its holders get instead; null refuses if it is held
   */
  Outcome<CompanyRole> deleteRole(
      Actor actor, OrganizationModel organization, String roleId, @Nullable String moveTo);

  /** Names the owner; a former owner becomes an ordinary member. */
  Outcome<Member> nameOwner(Actor actor, OrganizationModel organization, String userId);

  /** Leaves the company without an owner. Gives the former owner. */
  Outcome<Member> clearOwner(Actor actor, OrganizationModel organization);

  /**
   * Shuts a member out of this company at once; the roles are kept for the return.
   *
   * @param reason shown to those who manage members; may be null
   */
  Outcome<Member> block(
      Actor actor, OrganizationModel organization, String userId, @Nullable String reason);

  /**
   * Shuts a person out who is not a member, so that nobody can make the person one: for data that
   * comes from another server, where the person was blocked. A member is blocked.
   */
  Outcome<Member> keepOut(Actor actor, OrganizationModel organization, String userId);

  /**
   * Makes sure that removing the member will never delete the account: Keycloak deletes whom it
   * brought in itself. The person must be a member.
   */
  void keepAccount(OrganizationModel organization, UserModel member);

  /** Keeps a phone number with a member whose user profile has no place for it. */
  void notePhone(OrganizationModel organization, UserModel member, String phone);

  /**
   * Makes a member an external with exactly these roles, all of them for externals. Whether the
   * address asks for it is decided by whoever calls.
   */
  Outcome<Member> makeExternal(
      Actor actor, OrganizationModel organization, String userId, List<RoleAssignment> roles);

  /** Makes an external an ordinary member; roles are kept. */
  Outcome<Member> makeOrdinary(Actor actor, OrganizationModel organization, String userId);

  /**
   * Notes that a member's address does not fit, or fits again; nothing else changes.
   *
   * @param since null: it fits
   * @param until when the member is shut out; null: never
   * @return whether this is news
   */
  boolean noteMisfit(
      OrganizationModel organization,
      String userId,
      @Nullable Instant since,
      @Nullable Instant until);

  /**
   * What is kept about a person's address in each company where the person is an active member.
   * Read together with the standings, so that a login pays for one statement only, and without
   * looking at any role.
   */
  List<MemberAddress> addresses(UserModel user);

  /** Lets a blocked member in again, with the roles held before. */
  Outcome<Member> unblock(Actor actor, OrganizationModel organization, String userId);
}

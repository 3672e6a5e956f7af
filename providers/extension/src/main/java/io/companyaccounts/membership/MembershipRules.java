// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the rules of this feature, for whoever implements {@link MembershipProvider}:
 * decides, stores nothing. Suppliers named {@code othersManage} are asked only if the answer
 * matters.
 *
 * @param catalog the roles of the organization
 * @param permissions the permissions of the realm
 * @param rankRule how far company admins reach
 * @param now the moment of the decision
 */
public record MembershipRules(
    RoleCatalog catalog, PermissionCatalog permissions, RankRule rankRule, Instant now) {

  /**
   * Who holds a custom role that shall be deleted.
   *
   * @param count how many, those of a later or past period included
   * @param names some of them, for the text of a refusal
   * @param standings all of them; asked only if they are to be moved
   */
  public record Holders(long count, String names, Supplier<List<Standing>> standings) {}

  /**
   * What a holder of a deleted role has instead.
   *
   * @param member the holder as stored
   * @param roles all assignments to store
   */
  public record Move(Standing member, List<RoleAssignment> roles) {
    public Move {
      roles = List.copyOf(roles);
    }
  }

  /** See {@link ChangeRoles}. */
  public Outcome<List<RoleAssignment>> changeRoles(
      Actor actor, Standing member, List<RoleAssignment> wanted, BooleanSupplier othersManage) {
    return new ChangeRoles(catalog, rankRule, now).change(actor, member, wanted, othersManage);
  }

  /**
   * Decides whether somebody may bring in a person with these roles, none for the default role. See
   * {@link ChangeRoles}.
   */
  public Outcome<List<RoleAssignment>> rolesForNewcomer(Actor actor, List<RoleAssignment> roles) {
    return new ChangeRoles(catalog, rankRule, now).forNewcomer(actor, roles);
  }

  /** See {@link DefineRole}. */
  public Outcome<RoleDraft> createRole(Actor actor, RoleDraft draft) {
    return define().create(actor, draft);
  }

  /** See {@link DefineRole}. */
  public Outcome<RoleDraft> changeRole(
      Actor actor, CompanyRole role, RoleDraft draft, BooleanSupplier othersManage) {
    return define().change(actor, role, draft, othersManage);
  }

  /** See {@link DeleteRole}. */
  public Outcome<List<Move>> deleteRole(
      Actor actor,
      CompanyRole role,
      Holders holders,
      @Nullable String moveTo,
      BooleanSupplier othersManage) {
    return new DeleteRole(catalog, define(), rankRule, now)
        .delete(actor, role, holders, moveTo, othersManage);
  }

  /** See {@link MakeExternal}. */
  public Outcome<List<RoleAssignment>> makeExternal(
      Actor actor, Standing member, List<RoleAssignment> roles, BooleanSupplier othersManage) {
    return new MakeExternal(catalog, rankRule, now).external(actor, member, roles, othersManage);
  }

  /** See {@link MakeExternal}. */
  public Outcome<Standing> makeOrdinary(Actor actor, Standing member) {
    return new MakeExternal(catalog, rankRule, now).ordinary(actor, member);
  }

  /** See {@link BlockMember}. */
  public Outcome<Standing> block(Actor actor, Standing member, BooleanSupplier othersManage) {
    return new BlockMember(catalog, rankRule, now).block(actor, member, othersManage);
  }

  /** See {@link BlockMember}. */
  public Outcome<String> keepOut(Actor actor, String userId) {
    return BlockMember.keepOut(actor, userId);
  }

  /** See {@link BlockMember}. */
  public Outcome<Standing> unblock(Actor actor, Standing member) {
    return new BlockMember(catalog, rankRule, now).unblock(actor, member);
  }

  /** See {@link NameOwner}. */
  public Outcome<Standing> nameOwner(Actor actor, Standing candidate) {
    return NameOwner.name(actor, candidate);
  }

  /** See {@link NameOwner}. */
  public Outcome<Standing> clearOwner(Actor actor, Standing owner, BooleanSupplier othersManage) {
    return NameOwner.clear(actor, owner, catalog, now, othersManage);
  }

  private DefineRole define() {
    return new DefineRole(catalog, permissions, rankRule);
  }
}

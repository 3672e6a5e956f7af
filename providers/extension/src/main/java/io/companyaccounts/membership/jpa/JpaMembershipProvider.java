// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberAddress;
import io.companyaccounts.membership.MemberPage;
import io.companyaccounts.membership.MemberQuery;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.RankRule;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.RoleDraft;
import io.companyaccounts.membership.Seats;
import io.companyaccounts.membership.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Members and roles in tables beside Keycloak's own. */
final class JpaMembershipProvider implements MembershipProvider {

  private static final Logger LOG = Logger.getLogger(JpaMembershipProvider.class);

  private final KeycloakSession session;
  private final Map<String, Store> stores = new HashMap<>();

  JpaMembershipProvider(KeycloakSession session) {
    this.session = session;
  }

  private Store store() {
    RealmModel realm = session.getContext().getRealm();
    return stores.computeIfAbsent(realm.getId(), id -> Store.of(session, realm));
  }

  /** For the listeners of this package. */
  Store storeOf(RealmModel realm) {
    return stores.computeIfAbsent(realm.getId(), id -> Store.of(session, realm));
  }

  @Override
  public Optional<Standing> standing(OrganizationModel organization, String userId) {
    return store().standings().standing(organization, userId);
  }

  @Override
  public boolean isBlocked(OrganizationModel organization, String userId) {
    return store().standings().isBlocked(organization, userId);
  }

  @Override
  public List<Standing> standings(UserModel user) {
    return store().standings().standings(user);
  }

  @Override
  public List<OrganizationModel> organizations(UserModel user) {
    return store().standings().organizations(user);
  }

  @Override
  public RoleCatalog roles(OrganizationModel organization) {
    return store().standings().catalog(organization);
  }

  @Override
  public RoleCatalog predefinedRoles() {
    return store().standings().predefined();
  }

  @Override
  public PermissionCatalog permissions() {
    return store().standings().permissions();
  }

  @Override
  public RankRule rankRule(OrganizationModel organization) {
    List<String> own = organization.getAttributes().getOrDefault(RankRule.KEY, List.of());
    String text =
        own.isEmpty() ? session.getContext().getRealm().getAttribute(RankRule.KEY) : own.get(0);
    if (text == null || text.isBlank()) {
      return RankRule.UP_TO;
    }
    return RankRule.parse(text.strip())
        .orElseGet(
            () -> {
              LOG.warnf("%s must be up-to or below; below is used", RankRule.KEY);
              return RankRule.BELOW;
            });
  }

  @Override
  public void lock(OrganizationModel organization) {
    store().members().lock(organization.getId());
    store().standings().forget();
  }

  @Override
  public Seats seats(OrganizationModel organization) {
    return store().seats().of(organization);
  }

  @Override
  public Seats lockedSeats(OrganizationModel organization) {
    if (store().seats().limit(organization) == null) {
      return Seats.UNLIMITED;
    }
    lock(organization);
    return seats(organization);
  }

  @Override
  public MemberPage members(OrganizationModel organization, MemberQuery query) {
    Store store = store();
    String defaultRole = predefinedRoles().byDefault().map(CompanyRole::id).orElse(null);
    JpaMemberList.Rows rows =
        store.list().page(organization.getId(), query, defaultRole, Standings.now());
    boolean capped = rows.counted() > MemberPage.CAP;
    return new MemberPage(
        store.standings().withRoles(organization, rows.rows()),
        Math.min(rows.counted(), MemberPage.CAP),
        capped);
  }

  @Override
  public Optional<Member> member(OrganizationModel organization, String userId) {
    Store store = store();
    List<JpaMemberList.Row> rows = store.list().byIds(organization.getId(), List.of(userId));
    return store.standings().withRoles(organization, rows).stream().findFirst();
  }

  @Override
  public List<Member> membersNamed(OrganizationModel organization, Collection<String> usernames) {
    Store store = store();
    return store
        .standings()
        .withRoles(organization, store.list().byNames(organization.getId(), usernames));
  }

  @Override
  public List<Member> membersWho(OrganizationModel organization, Set<Permission> anyOf, int max) {
    Store store = store();
    Set<String> ids = new LinkedHashSet<>();
    if (anyOf.stream().anyMatch(Permission.OWN::contains)) {
      owner(organization).ifPresent(ids::add);
    }
    Collection<String> roles =
        anyOf.stream()
            .flatMap(each -> roles(organization).idsPermitting(each).stream())
            .collect(Collectors.toSet());
    ids.addAll(store.members().holders(organization.getId(), roles, Standings.now(), max));
    List<JpaMemberList.Row> rows = store.list().byIds(organization.getId(), List.copyOf(ids));
    return store.standings().withRoles(organization, rows).stream()
        .filter(member -> member.state() == MemberState.ACTIVE)
        .filter(member -> member.owner() || holdsAny(member, anyOf))
        .sorted(Comparator.comparing(member -> !member.owner()))
        .limit(max)
        .toList();
  }

  /** What an external holds by a role that is no longer for externals does not count. */
  private static boolean holdsAny(Member member, Set<Permission> anyOf) {
    return member.roles().stream()
        .filter(Member.HeldRole::counts)
        .anyMatch(held -> anyOf.stream().anyMatch(held.role()::permits));
  }

  @Override
  public List<UserModel> accountsWho(
      OrganizationModel organization, Set<Permission> anyOf, int max) {
    RealmModel realm = session.getContext().getRealm();
    return membersWho(organization, anyOf, max).stream()
        .map(member -> session.users().getUserById(realm, member.userId()))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public Optional<String> owner(OrganizationModel organization) {
    return store().members().owner(organization.getId());
  }

  @Override
  public Outcome<Member> changeRoles(
      Actor actor,
      OrganizationModel organization,
      String userId,
      List<RoleAssignment> roles,
      @Nullable Integer ifVersion) {
    return onMember(actor, organization, each -> each.changeRoles(userId, roles, ifVersion));
  }

  @Override
  public Map<String, Outcome.Refused<Member>> changeRolesOfMany(
      Actor actor, OrganizationModel organization, Map<String, List<RoleAssignment>> rolesByUser) {
    return actor.kind() == Actor.Kind.SYSTEM
        ? change(actor, organization, each -> each.changeRolesOfMany(rolesByUser))
        : MembershipProvider.super.changeRolesOfMany(actor, organization, rolesByUser);
  }

  @Override
  public Outcome<CompanyRole> createRole(
      Actor actor, OrganizationModel organization, RoleDraft draft) {
    return onRole(actor, organization, each -> each.createRole(draft));
  }

  @Override
  public Outcome<CompanyRole> changeRole(
      Actor actor,
      OrganizationModel organization,
      String roleId,
      RoleDraft draft,
      @Nullable Integer ifVersion) {
    return onRole(actor, organization, each -> each.changeRole(roleId, draft, ifVersion));
  }

  @Override
  public Outcome<CompanyRole> deleteRole(
      Actor actor, OrganizationModel organization, String roleId, @Nullable String moveTo) {
    return change(actor, organization, each -> each.deleteRole(roleId, moveTo));
  }

  @Override
  public Outcome<Member> nameOwner(Actor actor, OrganizationModel organization, String userId) {
    return onMember(actor, organization, each -> each.nameOwner(userId));
  }

  @Override
  public Outcome<Member> clearOwner(Actor actor, OrganizationModel organization) {
    return onMember(actor, organization, OrganizationChanges::clearOwner);
  }

  @Override
  public Outcome<Member> block(
      Actor actor, OrganizationModel organization, String userId, @Nullable String reason) {
    return onMember(actor, organization, each -> each.block(userId, reason));
  }

  @Override
  public Outcome<Member> keepOut(Actor actor, OrganizationModel organization, String userId) {
    return onMember(actor, organization, each -> each.keepOut(userId));
  }

  @Override
  public void keepAccount(OrganizationModel organization, UserModel member) {
    store().membership().keepAccount(organization, member);
  }

  @Override
  public void notePhone(OrganizationModel organization, UserModel member, String phone) {
    Store store = store();
    store.members().touch(organization.getId(), member.getId(), Standings.now()).phone = phone;
    store.standings().forget();
  }

  @Override
  public Outcome<Member> makeExternal(
      Actor actor, OrganizationModel organization, String userId, List<RoleAssignment> roles) {
    return onMember(actor, organization, each -> each.makeExternal(userId, roles));
  }

  @Override
  public Outcome<Member> makeOrdinary(Actor actor, OrganizationModel organization, String userId) {
    return onMember(actor, organization, each -> each.makeOrdinary(userId));
  }

  @Override
  public boolean noteMisfit(
      OrganizationModel organization,
      String userId,
      @Nullable Instant since,
      @Nullable Instant until) {
    lock(organization);
    boolean news =
        store().members().noteMisfit(organization.getId(), userId, since, until, Standings.now());
    store().standings().forget();
    return news;
  }

  @Override
  public List<MemberAddress> addresses(UserModel user) {
    return store().standings().addresses(user);
  }

  @Override
  public Outcome<Member> unblock(Actor actor, OrganizationModel organization, String userId) {
    return onMember(actor, organization, each -> each.unblock(userId));
  }

  private Outcome<Member> onMember(
      Actor actor,
      OrganizationModel organization,
      Function<OrganizationChanges, Outcome<String>> change) {
    return change(actor, organization, change)
        .then(userId -> Outcome.done(member(organization, userId).orElseThrow()));
  }

  private Outcome<CompanyRole> onRole(
      Actor actor,
      OrganizationModel organization,
      Function<OrganizationChanges, Outcome<String>> change) {
    return change(actor, organization, change)
        .then(roleId -> Outcome.done(roles(organization).byId(roleId).orElseThrow()));
  }

  private <T> T change(
      Actor actor, OrganizationModel organization, Function<OrganizationChanges, T> change) {
    Store store = store();
    Trail trail = new Trail(new ActivityLog(session), store.realm());
    T outcome =
        change.apply(
            new OrganizationChanges(
                store,
                organization,
                actor,
                trail,
                new BlockedMarker(store),
                rankRule(organization)));
    store.standings().forget();
    return outcome;
  }

  @Override
  public void close() {}
}

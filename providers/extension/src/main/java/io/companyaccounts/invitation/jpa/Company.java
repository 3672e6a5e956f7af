// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.Candidate.Occasion;
import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.invitation.AcceptInvitation;
import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationRules;
import io.companyaccounts.invitation.InvitationSettings;
import io.companyaccounts.invitation.OrganizationInvitationSettings;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.MembershipRules;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.Seats;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** One organization at this moment, with everything that is known of its invitations. */
record Company(
    KeycloakSession session,
    RealmModel realm,
    OrganizationModel organization,
    MembershipProvider members,
    JpaInvitations invitations,
    JpaInviteLinks links,
    JpaInvitationSettings settings,
    Instant now) {

  static Company of(KeycloakSession session, OrganizationModel organization) {
    RealmModel realm = session.getContext().getRealm();
    return new Company(
        session,
        realm,
        organization,
        session.getProvider(MembershipProvider.class),
        new JpaInvitations(session, realm.getId()),
        new JpaInviteLinks(session, realm.getId()),
        new JpaInvitationSettings(session),
        Instant.ofEpochMilli(Time.currentTimeMillis()));
  }

  String id() {
    return organization.getId();
  }

  JpaInvitedAddresses addresses() {
    return new JpaInvitedAddresses(session, realm.getId(), id());
  }

  JpaInvitationList list() {
    return new JpaInvitationList(session, id());
  }

  NativeInvitations natives() {
    return new NativeInvitations(session, organization, invitations);
  }

  Codes codes() {
    return new Codes(session, realm);
  }

  InvitationTrail trail() {
    return new InvitationTrail(session, realm, id());
  }

  InvitationEmail email() {
    return new InvitationEmail(this);
  }

  InvitationRules rules(OrganizationInvitationSettings own) {
    InvitationSettings limits = InvitationSettings.of(realm::getAttribute);
    return new InvitationRules(
        new MembershipRules(
            members.roles(organization),
            new PermissionCatalog(List.of()),
            members.rankRule(organization),
            now),
        limits,
        Objects.requireNonNullElse(own.validityDays(), limits.validityDays()),
        locales(),
        this::address,
        organization.isEnabled());
  }

  /** The rules where no validity is asked for. */
  InvitationRules rules() {
    return rules(OrganizationInvitationSettings.NONE);
  }

  private Verdict address(Candidate candidate) {
    return session.getProvider(EmailDomainProvider.class).check(organization, candidate);
  }

  /** What is to be said of somebody who is about to join, now that the account is known. */
  Verdict address(UserModel user) {
    return address(EmailDomainProvider.candidate(user, Occasion.JOIN));
  }

  /** Without internationalization Keycloak speaks English. */
  private Set<String> locales() {
    if (!realm.isInternationalizationEnabled()) {
      return Set.of("en");
    }
    Set<String> locales =
        realm.getSupportedLocalesStream().collect(Collectors.toCollection(HashSet::new));
    if (realm.getDefaultLocale() != null) {
      locales.add(realm.getDefaultLocale());
    }
    return locales;
  }

  /** What a member may do is read again under the lock: it may have been taken away meanwhile. */
  Actor asOfNow(Actor claimed) {
    return members.asOfNow(organization, claimed);
  }

  /** As whom an invitation counts that somebody sent; empty if that person is gone. */
  Optional<Actor> vouching(Actor.Kind kind, @Nullable String userId) {
    if (kind != Actor.Kind.MEMBER) {
      return Optional.of(Actor.system());
    }
    return Optional.ofNullable(userId)
        .flatMap(id -> members.standing(organization, id))
        .filter(standing -> standing.state() == MemberState.ACTIVE)
        .map(standing -> Actor.member(standing, ActivityActor.system()));
  }

  /** What the rule says to an invitation at this moment. */
  AcceptInvitation accepting(StoredInvitation stored, Seats seats) {
    InvitationEntity row = stored.row();
    return rules()
        .accepting(stored.at(now), vouching(row.inviterKind, row.inviterId), seats, domains(row));
  }

  /** Where the link lets people in from now, if the invitation came from one that is left. */
  private List<String> domains(InvitationEntity row) {
    return row.linkId == null
        ? List.of()
        : links
            .read(row.orgId, row.linkId)
            .map(link -> InviteLinks.domains(link.row()))
            .orElse(List.of());
  }

  /** The account of who invited; empty if there is none in this realm. */
  Optional<UserModel> inviterOf(InvitationEntity row) {
    return row.inviterKind == Actor.Kind.MEMBER && row.inviterId != null
        ? Optional.ofNullable(session.users().getUserById(realm, row.inviterId))
        : Optional.empty();
  }

  /** Who invites, as it is stored and shown. */
  Invitation.Inviter inviter(Actor actor) {
    String userId = actor.userId().isEmpty() ? null : actor.userId();
    return new Invitation.Inviter(
        actor.kind(), userId, userId == null ? null : name(actor, userId));
  }

  /** An administrator may come from another realm. */
  private @Nullable String name(Actor actor, String userId) {
    String realmId = actor.trace().realmId();
    RealmModel home =
        realmId == null || realmId.equals(realm.getId())
            ? realm
            : session.realms().getRealm(realmId);
    UserModel user = home == null ? null : session.users().getUserById(home, userId);
    return user == null
        ? null
        : Member.displayName(user.getUsername(), user.getFirstName(), user.getLastName());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.BatchOutcome;
import io.companyaccounts.invitation.BatchProgress;
import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationCode;
import io.companyaccounts.invitation.InvitationDraft;
import io.companyaccounts.invitation.InvitationPage;
import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitationQuery;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InviteLink;
import io.companyaccounts.invitation.InviteLinkDraft;
import io.companyaccounts.invitation.Joining;
import io.companyaccounts.invitation.OpenedInvitation;
import io.companyaccounts.invitation.OpenedLink;
import io.companyaccounts.invitation.OrganizationInvitationSettings;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.platform.MailStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Invitations in tables beside Keycloak's own. */
final class JpaInvitationProvider implements InvitationProvider {

  private final KeycloakSession session;

  /** People join one organization at a time; remembers what is being accepted. */
  private final Map<String, JoinByInvitation> joins = new HashMap<>();

  JpaInvitationProvider(KeycloakSession session) {
    this.session = session;
  }

  private Company company(OrganizationModel organization) {
    return Company.of(session, organization);
  }

  @Override
  public Outcome<Invitation> invite(
      Actor actor, OrganizationModel organization, InvitationDraft draft) {
    return new SendInvitations(company(organization), actor).invite(draft);
  }

  @Override
  public BatchOutcome inviteMany(
      Actor actor,
      OrganizationModel organization,
      List<InvitationDraft> drafts,
      boolean sendValid,
      boolean dryRun) {
    return new SendInvitations(company(organization), actor).inviteMany(drafts, sendValid, dryRun);
  }

  @Override
  public Optional<BatchProgress> progress(OrganizationModel organization, String batchId) {
    Map<String, Long> counts = company(organization).list().progress(batchId);
    long pending = counts.getOrDefault(MailStatus.State.PENDING.name(), 0L);
    long failed = counts.getOrDefault(MailStatus.State.FAILED.name(), 0L);
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    // what is forgotten was sent long ago; what was dropped had been withdrawn or accepted
    return total == 0
        ? Optional.empty()
        : Optional.of(new BatchProgress(batchId, total, pending, total - pending - failed, failed));
  }

  @Override
  public InvitationPage list(OrganizationModel organization, InvitationQuery query) {
    Company company = company(organization);
    JpaInvitationList.Rows rows = company.list().page(query, company.now());
    return new InvitationPage(
        rows.rows().stream().map(stored -> stored.at(company.now())).toList(),
        rows.total(),
        company.members().seats(organization));
  }

  @Override
  public Optional<Invitation> find(OrganizationModel organization, String id) {
    Company company = company(organization);
    return company
        .invitations()
        .read("id", id, organization.getId())
        .map(stored -> stored.at(company.now()));
  }

  @Override
  public Outcome<Invitation> resend(
      Actor actor, OrganizationModel organization, String id, @Nullable Integer validityDays) {
    return new SendInvitations(company(organization), actor).resend(id, validityDays);
  }

  @Override
  public Outcome<Invitation> withdraw(Actor actor, OrganizationModel organization, String id) {
    return new ManageInvitations(company(organization)).withdraw(actor, id);
  }

  @Override
  public Outcome<Invitation> changeRoles(
      Actor actor,
      OrganizationModel organization,
      String id,
      List<RoleAssignment> roles,
      @Nullable Integer ifVersion) {
    return new ManageInvitations(company(organization)).changeRoles(actor, id, roles, ifVersion);
  }

  @Override
  public Optional<OpenedInvitation> open(String code) {
    return byCode().find(code).map(byCode()::opened);
  }

  @Override
  public Optional<Outcome.Refused<Invitation>> obstacle(OpenedInvitation opened, UserModel user) {
    return byCode().obstacle(opened, user);
  }

  @Override
  public Outcome<Invitation> accept(String code, UserModel user) {
    return byCode(code, stored -> join(organization(stored.row().orgId)).accept(stored, user));
  }

  @Override
  public Outcome<Invitation> decline(String code) {
    return byCode(
        code,
        stored ->
            new ManageInvitations(company(organization(stored.row().orgId)))
                .decline(stored.row().codeHash));
  }

  @Override
  public Outcome<Invitation> askForNew(String code) {
    return byCode(
        code,
        stored ->
            new ManageInvitations(company(organization(stored.row().orgId)))
                .askForNew(stored.row().codeHash));
  }

  private InvitationsByCode byCode() {
    return new InvitationsByCode(session);
  }

  private Outcome<Invitation> byCode(
      String code, Function<StoredInvitation, Outcome<Invitation>> change) {
    return byCode()
        .find(code)
        .map(change)
        .orElseGet(() -> Outcome.refused(InvitationRefusal.INVITATION_UNKNOWN));
  }

  @Override
  public String registrationToken(OpenedInvitation opened, String clientId, String redirectUri) {
    return registration().token(opened, clientId, redirectUri);
  }

  @Override
  public Optional<OpenedInvitation> beingRegistered() {
    return registration().running().map(byCode()::opened);
  }

  private InvitedRegistrations registration() {
    return new InvitedRegistrations(session);
  }

  @Override
  public Joining joining(OrganizationModel organization, UserModel user) {
    return join(organization).joining(user);
  }

  @Override
  public void joined(OrganizationModel organization, UserModel user) {
    join(organization).joined(user);
  }

  private JoinByInvitation join(OrganizationModel organization) {
    return joins.computeIfAbsent(
        organization.getId(), id -> new JoinByInvitation(company(organization)));
  }

  @Override
  public List<InviteLink> links(OrganizationModel organization) {
    return new InviteLinks(company(organization)).all();
  }

  @Override
  public Optional<InviteLink> link(OrganizationModel organization, String id) {
    return new InviteLinks(company(organization)).find(id);
  }

  @Override
  public Outcome<InviteLink> createLink(
      Actor actor, OrganizationModel organization, InviteLinkDraft draft) {
    return new InviteLinks(company(organization)).create(actor, draft);
  }

  @Override
  public Outcome<InviteLink> changeLink(
      Actor actor,
      OrganizationModel organization,
      String id,
      InviteLinkDraft draft,
      @Nullable Integer ifVersion) {
    return new InviteLinks(company(organization)).change(actor, id, draft, ifVersion);
  }

  @Override
  public Outcome<InviteLink> renewLink(Actor actor, OrganizationModel organization, String id) {
    return new InviteLinks(company(organization)).renew(actor, id);
  }

  @Override
  public Outcome<InviteLink> deleteLink(Actor actor, OrganizationModel organization, String id) {
    return new InviteLinks(company(organization)).delete(actor, id);
  }

  @Override
  public Optional<OpenedLink> openLink(String code) {
    return openedLink(code)
        .map(
            stored -> {
              OrganizationModel organization = organization(stored.row().orgId);
              InviteLinks links = new InviteLinks(company(organization));
              return new OpenedLink(
                  links.value(stored), organization, links.rule(stored).obstacle());
            });
  }

  @Override
  public Outcome<InviteLink> useLink(String code, String email, @Nullable String locale) {
    return openedLink(code)
        .map(
            stored ->
                new InviteLinks(company(organization(stored.row().orgId)))
                    .use(stored, email, locale))
        .orElseGet(() -> Outcome.refused(InvitationRefusal.LINK_UNKNOWN));
  }

  private Optional<JpaInviteLinks.Stored> openedLink(String code) {
    String realmId = session.getContext().getRealm().getId();
    return InvitationCode.read(code)
        .flatMap(
            read ->
                new JpaInviteLinks(session, realmId)
                    .readByHash(read.hash())
                    .filter(stored -> read.fits(stored.row().codeHash)));
  }

  private OrganizationModel organization(String id) {
    return session.getProvider(OrganizationProvider.class).getById(id);
  }

  @Override
  public OrganizationInvitationSettings settings(OrganizationModel organization) {
    return company(organization).settings().of(organization.getId());
  }

  @Override
  public Outcome<OrganizationInvitationSettings> changeSettings(
      Actor claimed,
      OrganizationModel organization,
      OrganizationInvitationSettings settings,
      @Nullable Integer ifVersion) {
    Company company = company(organization);
    company.members().lock(organization);
    Actor actor = company.asOfNow(claimed);
    OrganizationInvitationSettings before = company.settings().of(organization.getId());
    return company
        .rules()
        .changeSettings(actor, settings, before, ifVersion)
        .then(
            fit -> {
              OrganizationInvitationSettings stored =
                  company.settings().store(organization.getId(), fit);
              company.trail().settings(actor.trace());
              return Outcome.done(stored);
            });
  }

  @Override
  public void close() {}
}

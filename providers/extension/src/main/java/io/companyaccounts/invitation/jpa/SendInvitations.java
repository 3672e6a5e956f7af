// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.emaildomain.EmailAddress;
import io.companyaccounts.invitation.BatchOutcome;
import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationDraft;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InvitationRules;
import io.companyaccounts.invitation.InvitationRules.Fit;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.invitation.InvitedPerson;
import io.companyaccounts.invitation.jpa.JpaInvitedAddresses.Addresses;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.Seats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends invitations of one organization, under its lock. */
final class SendInvitations {

  private final Company company;
  private final Actor actor;

  SendInvitations(Company company, Actor actor) {
    this.company = company;
    company.members().lock(company.organization());
    this.actor = company.asOfNow(actor);
  }

  Outcome<Invitation> invite(InvitationDraft draft) {
    Addresses addresses = addresses(List.of(draft));
    return decide(List.of(draft), addresses)
        .get(0)
        .then(
            fit -> {
              clear(addresses, List.of(fit));
              return Outcome.done(send(fit, company.inviter(actor), actor.trace(), null, null));
            });
  }

  BatchOutcome inviteMany(List<InvitationDraft> drafts, boolean sendValid, boolean dryRun) {
    Addresses addresses = addresses(drafts);
    List<Outcome<Fit>> decided = decide(drafts, addresses);
    List<Fit> fits = new ArrayList<>();
    List<Outcome<InvitedPerson>> rows = new ArrayList<>();
    for (Outcome<Fit> outcome : decided) {
      if (outcome instanceof Outcome.Done<Fit> done) {
        fits.add(done.value());
      }
      rows.add(outcome.then(fit -> Outcome.done(fit.person())));
    }
    boolean sends = !dryRun && !fits.isEmpty() && (sendValid || fits.size() == decided.size());
    if (!sends) {
      return new BatchOutcome(null, rows, false);
    }
    String batchId = KeycloakModelUtils.generateId();
    Invitation.Inviter inviter = company.inviter(actor);
    clear(addresses, fits);
    fits.forEach(fit -> send(fit, inviter, actor.trace(), null, batchId));
    return new BatchOutcome(batchId, rows, true);
  }

  private Addresses addresses(Collection<InvitationDraft> drafts) {
    Set<String> emails =
        drafts.stream()
            .map(draft -> EmailAddress.parse(draft.email()))
            .flatMap(Optional::stream)
            .map(EmailAddress::text)
            .collect(Collectors.toSet());
    return company.addresses().of(emails, company.now());
  }

  private List<Outcome<Fit>> decide(List<InvitationDraft> drafts, Addresses addresses) {
    JpaInvitationSettings.Facts facts = facts();
    return company
        .rules(facts.settings())
        .invite(actor, drafts, seats(), facts.sent(), addresses.known());
  }

  private JpaInvitationSettings.Facts facts() {
    return company.settings().facts(company.id(), actor.trace().userId(), company.now());
  }

  private Seats seats() {
    return company.members().lockedSeats(company.organization());
  }

  /** What an address leaves behind from before makes room. */
  void clear(Addresses addresses, Collection<Fit> fits) {
    List<String> old =
        fits.stream()
            .map(fit -> fit.person().email())
            .filter(addresses.outdated()::contains)
            .toList();
    if (!old.isEmpty()) {
      company.addresses().endOutdated(old, company.now());
      old.forEach(company.natives()::clear);
    }
  }

  Invitation send(
      Fit fit,
      Invitation.Inviter inviter,
      ActivityActor trace,
      @Nullable String linkId,
      @Nullable String batchId) {
    InvitationEntity row = new InvitationEntity();
    row.id = KeycloakModelUtils.generateId();
    row.realmId = company.realm().getId();
    row.orgId = company.id();
    row.email = fit.person().email();
    row.firstName = fit.person().firstName();
    row.lastName = fit.person().lastName();
    row.phone = fit.person().phone();
    row.message = fit.message();
    row.locale = fit.locale();
    row.created = company.now().toEpochMilli();
    row.linkId = linkId;
    row.batchId = batchId;
    open(row, inviter, fit.expires());
    company.invitations().add(row, fit.roles());
    company.trail().invitation(trace, ActivityKind.INVITATION_SENT, row, null);
    return sent(row, fit.roles());
  }

  /** A new code, a new invitation of Keycloak's, a new mail. */
  private void open(InvitationEntity row, Invitation.Inviter inviter, Instant expires) {
    row.state = InvitationState.OPEN;
    row.ended = null;
    row.asked = null;
    row.sent = company.now().toEpochMilli();
    row.expires = expires.toEpochMilli();
    row.inviterKind = inviter.kind();
    row.inviterId = inviter.userId();
    row.inviterName = inviter.name();
    row.version++;
    row.codeHash = company.codes().of(row).hash();
    company.natives().add(row);
    company.email().invite(row);
  }

  private Invitation sent(InvitationEntity row, List<RoleAssignment> roles) {
    return new StoredInvitation(
            row,
            row.nativeId,
            (int) (row.expires / 1_000),
            Invitation.MailState.PENDING.name(),
            roles)
        .at(company.now());
  }

  Outcome<Invitation> resend(String id, @Nullable Integer days) {
    StoredInvitation stored = company.invitations().forChange("id", id, company.id()).orElse(null);
    if (stored == null) {
      return Outcome.refused(InvitationRefusal.INVITATION_UNKNOWN);
    }
    InvitationEntity row = stored.row();
    Addresses addresses = company.addresses().of(Set.of(row.email), company.now());
    JpaInvitationSettings.Facts facts = facts();
    InvitationRules rules = company.rules(facts.settings());
    return rules
        .resend(actor, stored.at(company.now()), days, seats(), facts.sent(), addresses.known())
        .then(
            expires -> {
              if (row.state != InvitationState.OPEN) {
                company.addresses().endOutdated(Set.of(row.email), company.now());
              }
              company.natives().clear(row.email);
              row.generation++;
              open(row, company.inviter(actor), expires);
              company.trail().invitation(actor.trace(), ActivityKind.INVITATION_RESENT, row, null);
              return Outcome.done(sent(row, stored.roles()));
            });
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.emaildomain.EmailAddress;
import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationCode;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InvitationRules.Fit;
import io.companyaccounts.invitation.InviteLink;
import io.companyaccounts.invitation.InviteLinkDraft;
import io.companyaccounts.invitation.UseInviteLink;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Seats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The invite links of one organization. */
final class InviteLinks {

  private final Company company;

  InviteLinks(Company company) {
    this.company = company;
  }

  List<InviteLink> all() {
    return company.links().of(company.id()).stream().map(this::value).toList();
  }

  Optional<InviteLink> find(String id) {
    return company.links().read(company.id(), id).map(this::value);
  }

  /** The code can be shown as long as the realm's key makes the one that is stored. */
  InviteLink value(JpaInviteLinks.Stored stored) {
    InviteLinkEntity row = stored.row();
    InvitationCode code = company.codes().of(row);
    return new InviteLink(
        row.id,
        row.orgId,
        row.name,
        stored.roles(),
        Instant.ofEpochMilli(row.created),
        row.expires == null ? null : Instant.ofEpochMilli(row.expires),
        row.maxUses,
        row.uses,
        domains(row),
        row.enabled,
        new Invitation.Inviter(row.creatorKind, row.creatorId, row.creatorName),
        code.fits(row.codeHash) ? code.text() : null,
        row.version);
  }

  /** Oracle keeps an empty text as null. */
  static List<String> domains(InviteLinkEntity row) {
    return row.domains == null || row.domains.isEmpty()
        ? List.of()
        : List.of(row.domains.split(" "));
  }

  Outcome<InviteLink> create(Actor claimed, InviteLinkDraft draft) {
    Actor actor = lock(claimed);
    return company
        .rules()
        .defineLink(actor, draft, null, company.links().count(company.id()))
        .then(
            fit -> {
              InviteLinkEntity row = new InviteLinkEntity();
              row.id = KeycloakModelUtils.generateId();
              row.realmId = company.realm().getId();
              row.orgId = company.id();
              row.created = company.now().toEpochMilli();
              row.codeHash = company.codes().of(row).hash();
              store(row, fit, actor);
              company.links().add(row, fit.roles());
              company.trail().link(actor.trace(), ActivityKind.INVITE_LINK_CREATED, row);
              return Outcome.done(value(new JpaInviteLinks.Stored(row, fit.roles())));
            });
  }

  Outcome<InviteLink> change(
      Actor claimed, String id, InviteLinkDraft draft, @Nullable Integer ifVersion) {
    Actor actor = lock(claimed);
    return on(
        id,
        stored -> {
          int version = stored.row().version;
          if (ifVersion != null && ifVersion != version) {
            return Outcome.refused(
                InvitationRefusal.VERSION_CONFLICT, "version", Integer.toString(version));
          }
          return company
              .rules()
              .defineLink(actor, draft, value(stored), 0)
              .then(
                  fit -> {
                    store(stored.row(), fit, actor);
                    company.links().replaceRoles(id, fit.roles());
                    company
                        .trail()
                        .link(actor.trace(), ActivityKind.INVITE_LINK_CHANGED, stored.row());
                    return Outcome.done(
                        value(new JpaInviteLinks.Stored(stored.row(), fit.roles())));
                  });
        });
  }

  private void store(InviteLinkEntity row, InviteLinkDraft fit, Actor actor) {
    Invitation.Inviter creator = company.inviter(actor);
    row.name = String.valueOf(fit.name());
    row.expires = fit.expires() == null ? null : fit.expires().toEpochMilli();
    row.maxUses = fit.maxUses();
    row.domains = String.join(" ", fit.domains());
    row.enabled = fit.enabled();
    row.creatorKind = creator.kind();
    row.creatorId = creator.userId();
    row.creatorName = creator.name();
    row.version++;
  }

  Outcome<InviteLink> renew(Actor claimed, String id) {
    Actor actor = lock(claimed);
    return on(
        id,
        stored ->
            company
                .rules()
                .manageLink(actor, value(stored))
                .then(
                    fit -> {
                      InviteLinkEntity row = stored.row();
                      row.generation++;
                      row.version++;
                      row.codeHash = company.codes().of(row).hash();
                      company.trail().link(actor.trace(), ActivityKind.INVITE_LINK_RENEWED, row);
                      return Outcome.done(value(stored));
                    }));
  }

  Outcome<InviteLink> delete(Actor claimed, String id) {
    Actor actor = lock(claimed);
    return on(
        id,
        stored ->
            company
                .rules()
                .manageLink(actor, value(stored))
                .then(
                    link -> {
                      company.links().delete(stored.row());
                      company
                          .trail()
                          .link(actor.trace(), ActivityKind.INVITE_LINK_DELETED, stored.row());
                      return Outcome.done(link);
                    }));
  }

  /** Sends an invitation to an address, in the name of who made the link. */
  Outcome<InviteLink> use(JpaInviteLinks.Stored seen, String email, @Nullable String locale) {
    SendInvitations sending = new SendInvitations(company, Actor.system());
    return on(
        seen.row().id,
        stored -> {
          InviteLinkEntity row = stored.row();
          if (!row.codeHash.equals(seen.row().codeHash)) {
            return Outcome.refused(InvitationRefusal.LINK_UNKNOWN);
          }
          Set<String> emails =
              EmailAddress.parse(email).map(address -> Set.of(address.text())).orElse(Set.of());
          var addresses = company.addresses().of(emails, company.now());
          var facts = company.settings().facts(company.id(), row.creatorId, company.now());
          Seats seats = company.members().lockedSeats(company.organization());
          return company
              .rules(facts.settings())
              .usingLink(value(stored), company.vouching(row.creatorKind, row.creatorId), seats)
              .use(email, locale, facts.sent(), addresses.known())
              .then(
                  fit -> {
                    fit.ifPresent(
                        each -> {
                          sending.clear(addresses, List.of(each));
                          send(sending, row, each);
                        });
                    return Outcome.done(value(stored));
                  });
        });
  }

  private static void send(SendInvitations sending, InviteLinkEntity row, Fit fit) {
    row.uses++;
    sending.send(
        fit,
        new Invitation.Inviter(row.creatorKind, row.creatorId, row.creatorName),
        ActivityActor.system(),
        row.id,
        null);
  }

  UseInviteLink rule(JpaInviteLinks.Stored stored) {
    return company
        .rules()
        .usingLink(
            value(stored),
            company.vouching(stored.row().creatorKind, stored.row().creatorId),
            company.members().seats(company.organization()));
  }

  private Actor lock(Actor claimed) {
    company.members().lock(company.organization());
    return company.asOfNow(claimed);
  }

  private Outcome<InviteLink> on(
      String id, Function<JpaInviteLinks.Stored, Outcome<InviteLink>> change) {
    return company
        .links()
        .forChange(company.id(), id)
        .map(change)
        .orElseGet(() -> Outcome.refused(InvitationRefusal.LINK_UNKNOWN));
  }
}

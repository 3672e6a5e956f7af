// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.emaildomain.EmailDomain;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.RoleAssignment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether somebody may make or change a link for many. Who does vouches for it from then
 * on, so what it gives must be the actor's to give, and what it gave before within the actor's
 * reach.
 */
final class DefineInviteLink {

  static final int MOST_LINKS = 50;
  static final int LONGEST_NAME = 100;
  static final int MOST_USES = 100_000;
  static final int MOST_DOMAINS = 50;
  static final Duration LONGEST = Duration.ofDays(366);

  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Cf}]");

  private final InvitationRules rules;

  DefineInviteLink(InvitationRules rules) {
    this.rules = rules;
  }

  Outcome<InviteLinkDraft> define(
      Actor actor, InviteLinkDraft draft, @Nullable InviteLink before, long links) {
    List<RoleAssignment> given = before == null ? List.of() : before.roles();
    return mayReach(actor, given)
        .then(roles -> wellFormed(draft, before))
        .then(
            fit ->
                rules
                    .membership()
                    .rolesForNewcomer(actor, draft.roles())
                    .then(roles -> Outcome.done(fit)))
        .then(
            fit ->
                before == null && links >= MOST_LINKS
                    ? Outcome.refused(
                        InvitationRefusal.TOO_MANY_LINKS, "max", Integer.toString(MOST_LINKS))
                    : Outcome.done(fit));
  }

  /** Whether somebody may renew the link's code or delete it. */
  Outcome<InviteLink> manage(Actor actor, InviteLink link) {
    return mayReach(actor, link.roles()).then(roles -> Outcome.done(link));
  }

  private Outcome<List<RoleAssignment>> mayReach(Actor actor, List<RoleAssignment> roles) {
    return InvitationRules.mayInvite(actor).then(definer -> rules.reach(definer, roles));
  }

  private Outcome<InviteLinkDraft> wellFormed(InviteLinkDraft draft, @Nullable InviteLink before) {
    String name = draft.name() == null ? "" : draft.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || UNFIT.matcher(name).find()) {
      return invalid("name");
    }
    Instant now = rules.membership().now();
    Instant expires = draft.expires();
    boolean unchanged = before != null && expires != null && expires.equals(before.expires());
    if (expires != null
        && !unchanged
        && (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST)))) {
      return invalid("expires");
    }
    Integer uses = draft.maxUses();
    if (uses != null && (uses < 1 || uses > MOST_USES)) {
      return invalid("maxUses");
    }
    List<String> domains =
        draft.domains().stream()
            .map(domain -> EmailDomain.parse(domain.strip()).map(EmailDomain::ascii).orElse(""))
            .distinct()
            .toList();
    if (domains.size() > MOST_DOMAINS || domains.contains("")) {
      return invalid("domains");
    }
    return Outcome.done(
        new InviteLinkDraft(name, draft.roles(), expires, uses, domains, draft.enabled()));
  }

  private static Outcome<InviteLinkDraft> invalid(String field) {
    return Outcome.refused(InvitationRefusal.LINK_INVALID, "field", field);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.emaildomain.EmailAddress;
import io.companyaccounts.invitation.InvitationRules.Fit;
import io.companyaccounts.invitation.InvitationRules.Known;
import io.companyaccounts.invitation.InvitationRules.Sent;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.Seats;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether somebody may invite an address as asked. Drafts given to one instance count
 * together: for seats, for what may be sent in an hour, and each address may come once.
 */
final class InviteMember {

  static final int LONGEST_MESSAGE = 1_000;
  static final int LONGEST_NAME = 255;
  static final int LONGEST_PHONE = 40;

  /** What Keycloak's own user profile accepts as the name of a person. */
  private static final Pattern NAME =
      Pattern.compile("[^<>&\"\\v$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}\\p{Cs}\\p{Cf}]+");

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]*[0-9][0-9 ()./-]*");
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\t]]");

  private final InvitationRules rules;
  private final Actor actor;
  private final Seats seats;
  private final Sent sent;
  private final Known known;
  private final Set<String> asked = new HashSet<>();
  private long fits;
  private long newSeats;

  InviteMember(InvitationRules rules, Actor actor, Seats seats, Sent sent, Known known) {
    this.rules = rules;
    this.actor = actor;
    this.seats = seats;
    this.sent = sent;
    this.known = known;
  }

  Outcome<Fit> invite(InvitationDraft draft) {
    return InvitationRules.mayInvite(actor)
        .then(rules::notSuspended)
        .then(inviter -> person(draft))
        .then(person -> fit(draft, person))
        .then(this::admitted)
        .then(this::counted);
  }

  /** Whoever may not see members must not learn from a limit whom it does not concern. */
  private Outcome<Fit> admitted(Fit fit) {
    return actor.may(Permission.MEMBERS_VIEW)
        ? unknownYet(fit).then(this::withinLimits)
        : withinLimits(fit).then(this::unknownYet);
  }

  private Outcome<InvitedPerson> person(InvitationDraft draft) {
    EmailAddress email =
        EmailAddress.parse(draft.email()).filter(EmailAddress::isPlain).orElse(null);
    if (email == null) {
      return Outcome.refused(InvitationRefusal.EMAIL_INVALID);
    }
    @Nullable String first = text(draft.firstName());
    @Nullable String last = text(draft.lastName());
    if (isBadName(first) || isBadName(last)) {
      return Outcome.refused(InvitationRefusal.NAME_INVALID, "max", Integer.toString(LONGEST_NAME));
    }
    @Nullable String phone = text(draft.phone());
    if (phone != null && (phone.length() > LONGEST_PHONE || !PHONE.matcher(phone).matches())) {
      return Outcome.refused(
          InvitationRefusal.PHONE_INVALID, "max", Integer.toString(LONGEST_PHONE));
    }
    return Outcome.done(new InvitedPerson(email.text(), first, last, phone));
  }

  private static boolean isBadName(@Nullable String name) {
    return name != null && (name.length() > LONGEST_NAME || !NAME.matcher(name).matches());
  }

  private Outcome<Fit> fit(InvitationDraft draft, InvitedPerson person) {
    @Nullable String given = text(draft.message());
    @Nullable String message = given == null ? null : given.replaceAll("\\R", "\n");
    if (message != null
        && (message.codePointCount(0, message.length()) > LONGEST_MESSAGE
            || UNFIT.matcher(message).find())) {
      return Outcome.refused(
          InvitationRefusal.MESSAGE_INVALID, "max", Integer.toString(LONGEST_MESSAGE));
    }
    @Nullable String locale = text(draft.locale());
    if (locale != null && !rules.locales().contains(locale)) {
      return Outcome.refused(InvitationRefusal.LOCALE_UNKNOWN, "locale", locale);
    }
    return rules
        .expiry(draft.validityDays())
        .then(
            expires ->
                rules
                    .membership()
                    .rolesForNewcomer(actor, draft.roles())
                    .then(roles -> rules.welcome(person, roles))
                    .then(roles -> Outcome.done(new Fit(person, roles, message, locale, expires))));
  }

  private Outcome<Fit> unknownYet(Fit fit) {
    String email = fit.person().email();
    if (!asked.add(email)) {
      return Outcome.refused(InvitationRefusal.EMAIL_TWICE, "email", email);
    }
    if (known.members().contains(email)) {
      return Outcome.refused(InvitationRefusal.ALREADY_MEMBER);
    }
    return known.invited().contains(email)
        ? Outcome.refused(InvitationRefusal.ALREADY_INVITED)
        : Outcome.done(fit);
  }

  private Outcome<Fit> withinLimits(Fit fit) {
    if (needsSeat(fit) && !seats.leaves(newSeats + 1)) {
      return Outcome.refused(Refusal.NO_SEATS);
    }
    return rules.allows(actor, sent, fits + 1)
        ? Outcome.done(fit)
        : Outcome.refused(InvitationRefusal.TOO_MANY_INVITATIONS);
  }

  /** An invitation in place of one of Keycloak's own takes its seat over. */
  private boolean needsSeat(Fit fit) {
    return !actor.may(Permission.MEMBERS_VIEW) || !known.elsewhere().contains(fit.person().email());
  }

  private Outcome<Fit> counted(Fit fit) {
    newSeats += needsSeat(fit) ? 1 : 0;
    fits++;
    return Outcome.done(fit);
  }

  private static @Nullable String text(@Nullable String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides whether somebody may set what a company demands, and what happens to who is there. */
public final class ChangeEmailRule {

  /** More names than these are a mistake; with them the rule still fits its column. */
  static final int MOST_DOMAINS = 50;

  static final int LONGEST_DOMAINS = 3_500;

  private ChangeEmailRule() {}

  /** What happens to members who do not fit. */
  public enum Choice {
    /** They stay as externals, with one role for externals. */
    EXTERNAL,
    /** They have some days left. */
    GRACE,
    /** They are blocked at once. */
    BLOCK
  }

  /**
   * What somebody chose.
   *
   * @param role id of the role for externals; null for the other choices
   * @param days how long a grace lasts; null: as long as the vendor's setting says
   */
  public record Answer(Choice choice, @Nullable String role, @Nullable Integer days) {}

  /**
   * @param before as it is
   * @param misfits how many members would not fit who do now
   * @param answer what happens to them; null if nobody said
   * @param ifVersion refuses unless the rule has this version; null: whatever it has
   */
  public static Outcome<EmailRule> change(
      Actor actor,
      EmailRule wanted,
      EmailPolicy before,
      long misfits,
      @Nullable Answer answer,
      @Nullable Integer ifVersion) {
    if (!actor.may(Permission.SETTINGS_MANAGE)) {
      return Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.SETTINGS_MANAGE.key());
    }
    if (ifVersion != null && ifVersion != before.own().version()) {
      return Outcome.refused(
          EmailRefusal.VERSION_CONFLICT, "version", Integer.toString(before.own().version()));
    }
    Optional<String> weaker = wanted.weakerThan(before.settings().floor());
    if (weaker.isPresent()) {
      return Outcome.refused(EmailRefusal.WEAKER_THAN_VENDOR, "field", weaker.get());
    }
    if (tooLong(wanted)) {
      return Outcome.refused(EmailRefusal.TOO_MANY_DOMAINS, "max", Integer.toString(MOST_DOMAINS));
    }
    return misfits > 0 && answer == null
        ? Outcome.refused(EmailRefusal.MEMBERS_WOULD_NOT_FIT, "count", Long.toString(misfits))
        : Outcome.done(wanted);
  }

  private static boolean tooLong(EmailRule rule) {
    int letters =
        Stream.concat(rule.allowed().stream(), rule.refused().stream())
            .mapToInt(each -> each.toString().length() + 1)
            .sum();
    return rule.allowed().size() > MOST_DOMAINS
        || rule.refused().size() > MOST_DOMAINS
        || letters > LONGEST_DOMAINS;
  }

  /** Whether this can be done to members who do not fit. */
  public static Outcome<Answer> answer(
      Actor actor, Answer answer, EmailPolicy policy, RoleCatalog roles) {
    Permission needed =
        answer.choice() == Choice.EXTERNAL ? Permission.ROLES_ASSIGN : Permission.MEMBERS_MANAGE;
    if (!actor.may(needed)) {
      return Outcome.refused(Refusal.NOT_PERMITTED, "permission", needed.key());
    }
    return switch (answer.choice()) {
      case EXTERNAL -> external(answer, policy, roles);
      case GRACE -> grace(answer);
      case BLOCK -> Outcome.done(answer);
    };
  }

  private static Outcome<Answer> external(Answer answer, EmailPolicy policy, RoleCatalog roles) {
    if (!policy.allowsExternals()) {
      return Outcome.refused(EmailRefusal.EXTERNALS_NOT_ALLOWED);
    }
    return Optional.ofNullable(answer.role())
        .flatMap(roles::find)
        .filter(role -> role.external())
        .map(role -> Outcome.done(new Answer(Choice.EXTERNAL, role.id(), null)))
        .orElseGet(
            () ->
                Outcome.refused(
                    EmailRefusal.EXTERNAL_ROLE_NEEDED, "roles", namesForExternals(roles)));
  }

  private static Outcome<Answer> grace(Answer answer) {
    Integer days = answer.days();
    return days != null && (days < 1 || days > EmailDomainSettings.MOST_DAYS)
        ? Outcome.refused(
            EmailRefusal.DAYS_INVALID, "max", Integer.toString(EmailDomainSettings.MOST_DAYS))
        : Outcome.done(answer);
  }

  /** Until when a grace lasts that begins now. */
  public static Instant until(Answer answer, EmailDomainSettings settings, Instant now) {
    Integer days = answer.days();
    return now.plus(Duration.ofDays(days == null ? settings.days() : days));
  }

  /** Names of the roles that externals can have, in one line. */
  public static String namesForExternals(RoleCatalog roles) {
    return String.join(", ", roles.forExternals().all().stream().map(role -> role.name()).toList());
  }

  /** Whether these roles bring somebody in as an external: at least one, and nothing else. */
  public static boolean areForExternals(List<RoleAssignment> roles, RoleCatalog catalog) {
    return !roles.isEmpty()
        && roles.stream()
            .allMatch(
                each -> catalog.byId(each.roleId()).filter(role -> role.external()).isPresent());
  }
}

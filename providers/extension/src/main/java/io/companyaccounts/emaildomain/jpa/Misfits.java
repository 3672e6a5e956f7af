// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.Candidate.Occasion;
import io.companyaccounts.emaildomain.ChangeEmailRule;
import io.companyaccounts.emaildomain.ChangeEmailRule.Answer;
import io.companyaccounts.emaildomain.EmailDomain;
import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.EmailPolicy;
import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.emaildomain.EmailRule;
import io.companyaccounts.emaildomain.OwnEmailRule;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleAssignment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Members of one organization whose address does not fit, and what is done about them. */
public final class Misfits {

  /** More people than this are not changed in one transaction. */
  public static final int MOST_AT_ONCE = 500;

  private static final int READ_AT_ONCE = 1_000;

  private final KeycloakSession session;
  private final CompanyAddresses company;
  private final MembershipProvider members;

  public Misfits(KeycloakSession session, OrganizationModel organization) {
    this.session = session;
    this.company = CompanyAddresses.of(session, organization);
    this.members = session.getProvider(MembershipProvider.class);
  }

  /**
   * A member who does not fit.
   *
   * @param reason why
   * @param owner the owner is told of, and nothing else happens
   * @param since since when it is known; null if it is not
   * @param until when the member is shut out; null: never
   */
  public record Misfit(
      String userId,
      String username,
      String name,
      @Nullable String email,
      EmailRefusal reason,
      boolean owner,
      @Nullable Instant since,
      @Nullable Instant until) {}

  /** What decides now. */
  public EmailPolicy policy() {
    return company.policy();
  }

  /** Everybody who would not fit if the company demanded this, in the order of ids. */
  public void forEach(EmailRule own, Consumer<Misfit> consumer) {
    EmailPolicy now = policy();
    EmailPolicy policy =
        company.anchored(now.with(new OwnEmailRule(own, now.own().version())), null);
    if (policy.isOpen()) {
      return;
    }
    String after = "";
    List<JpaMemberAddresses.Row> rows;
    do {
      rows = company.members().after(after, READ_AT_ONCE);
      for (JpaMemberAddresses.Row row : rows) {
        after = row.userId();
        Verdict verdict =
            company.check(
                policy,
                new Candidate(
                    row.email(), row.firstName(), row.lastName(), Occasion.PRESENT, row.userId()));
        if (!verdict.admits(row.notes().external())) {
          consumer.accept(misfit(row, verdict.asRefusal()));
        }
      }
    } while (rows.size() == READ_AT_ONCE);
  }

  private static Misfit misfit(JpaMemberAddresses.Row row, Verdict.Refused refused) {
    return new Misfit(
        row.userId(),
        row.username(),
        Member.displayName(row.username(), row.firstName(), row.lastName()),
        row.email(),
        refused.reason(),
        row.owner(),
        row.notes().misfitSince(),
        row.notes().misfitUntil());
  }

  /** Those for whom nothing was decided yet. */
  private List<Misfit> undecided(EmailRule own) {
    List<Misfit> found = new ArrayList<>();
    forEach(
        own,
        misfit -> {
          boolean told = misfit.since() != null && (misfit.owner() || misfit.until() != null);
          if (!told && found.size() <= MOST_AT_ONCE) {
            found.add(misfit);
          }
        });
    return found;
  }

  /**
   * Sets what the company demands itself.
   *
   * @param answer what happens to members who would not fit; null if nobody said
   */
  public Outcome<EmailPolicy> change(
      Actor actor, EmailRule wanted, @Nullable Answer answer, @Nullable Integer ifVersion) {
    lock();
    Actor now = members.asOfNow(company.organization(), actor);
    EmailPolicy before = policy();
    List<Misfit> misfits = now.may(Permission.SETTINGS_MANAGE) ? undecided(wanted) : List.of();
    return ChangeEmailRule.change(now, wanted, before, misfits.size(), answer, ifVersion)
        .then(
            rule -> {
              EmailPolicy after =
                  company.anchored(
                      before.with(new OwnEmailRule(rule, before.own().version() + 1)), null);
              return misfits.isEmpty() || answer == null
                  ? Outcome.done(after)
                  : settle(now, after, misfits, answer).then(settled -> Outcome.done(after));
            })
        .then(
            after -> {
              String orgId = company.organization().getId();
              company.store(new RuleText(after.own(), storable(after.anchor())));
              new ActivityLog(session)
                  .record(
                      Activity.in(
                              company.realm(), orgId, ActivityKind.EMAIL_RULE_CHANGED, now.trace())
                          .detail(
                              ActivityDetail.COUNT,
                              misfits.isEmpty() ? null : Integer.toString(misfits.size())));
              return Outcome.done(after);
            });
  }

  /**
   * Decides about members who do not fit now; for others nothing happens.
   *
   * @param userIds whom it is about; null: all of them
   * @return how many it was
   */
  public Outcome<Integer> resolve(Actor actor, @Nullable List<String> userIds, Answer answer) {
    lock();
    company.keepAnchor(null);
    EmailPolicy policy = company.anchored(policy(), null);
    List<Misfit> found = new ArrayList<>();
    forEach(
        policy.own().rule(),
        misfit -> {
          boolean meant = userIds == null || userIds.contains(misfit.userId());
          if (meant && found.size() <= MOST_AT_ONCE) {
            found.add(misfit);
          }
        });
    return settle(members.asOfNow(company.organization(), actor), policy, found, answer);
  }

  /** Makes an external an ordinary member; refused unless the address fits. */
  public Outcome<Member> makeOrdinary(Actor actor, String userId) {
    lock();
    UserModel user = session.users().getUserById(company.realm(), userId);
    if (user == null || members.standing(company.organization(), userId).isEmpty()) {
      return Outcome.refused(Refusal.MEMBER_UNKNOWN);
    }
    Verdict verdict = company.check(EmailDomainProvider.candidate(user, Occasion.CHANGE));
    if (!verdict.isAccepted()) {
      Verdict.Refused refused = verdict.asRefusal();
      return new Outcome.Refused<>(refused.reason(), refused.details());
    }
    return members.makeOrdinary(actor, company.organization(), userId);
  }

  private Outcome<Integer> settle(
      Actor actor, EmailPolicy policy, List<Misfit> misfits, Answer wanted) {
    if (misfits.size() > MOST_AT_ONCE) {
      return Outcome.refused(EmailRefusal.TOO_MANY_MISFITS, "max", Integer.toString(MOST_AT_ONCE));
    }
    return ChangeEmailRule.answer(actor, wanted, policy, members.roles(company.organization()))
        .then(
            answer -> {
              Map<String, String> refused = new LinkedHashMap<>();
              int settled = 0;
              Reason first = null;
              for (Misfit misfit : misfits) {
                Outcome<?> outcome = settle(actor, policy, misfit, answer);
                if (outcome instanceof Outcome.Refused<?> refusal) {
                  refused.put(misfit.username(), refusal.reason().code());
                  first = first == null ? refusal.reason() : first;
                } else {
                  settled++;
                }
              }
              return first == null
                  ? Outcome.done(settled)
                  : Outcome.refused(first, "members", String.join(", ", refused.keySet()));
            });
  }

  private Outcome<?> settle(Actor actor, EmailPolicy policy, Misfit misfit, Answer answer) {
    OrganizationModel organization = company.organization();
    UserModel user = session.users().getUserById(company.realm(), misfit.userId());
    if (user == null) {
      return Outcome.refused(Refusal.MEMBER_UNKNOWN);
    }
    if (misfit.owner()) {
      new AddressWatch(session).tell(organization, user, null);
      return Outcome.done(misfit);
    }
    return switch (answer.choice()) {
      case EXTERNAL -> external(actor, policy, user, answer);
      case GRACE -> grace(actor, policy, misfit, user, answer);
      case BLOCK -> members.block(actor, organization, misfit.userId(), misfit.reason().code());
    };
  }

  /** Time runs out into a block, so whoever may not block may not start it either. */
  private Outcome<?> grace(
      Actor actor, EmailPolicy policy, Misfit misfit, UserModel user, Answer answer) {
    OrganizationModel organization = company.organization();
    boolean above =
        members
            .standing(organization, misfit.userId())
            .filter(member -> !actor.reaches(member.rank(), members.rankRule(organization)))
            .isPresent();
    if (above) {
      return Outcome.refused(Refusal.MEMBER_ABOVE_RANK);
    }
    Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
    Instant until = ChangeEmailRule.until(answer, policy.settings(), now);
    if (actor.isMember() && failsTheVendor(policy, user)) {
      Instant since = misfit.since() == null ? now : misfit.since();
      Instant longest = since.plus(Duration.ofDays(policy.settings().days()));
      until = until.isAfter(longest) ? longest : until;
    }
    new AddressWatch(session).tell(organization, user, until);
    return Outcome.done(misfit);
  }

  /** A company gives no more time than its vendor does where it is the vendor's rule. */
  private boolean failsTheVendor(EmailPolicy policy, UserModel user) {
    EmailPolicy vendors = policy.with(OwnEmailRule.NONE);
    return !company
        .check(vendors, EmailDomainProvider.candidate(user, Occasion.PRESENT))
        .isAccepted();
  }

  private static @Nullable EmailDomain storable(@Nullable EmailDomain anchor) {
    return EmailDomain.NOWHERE.equals(anchor) ? null : anchor;
  }

  private Outcome<?> external(Actor actor, EmailPolicy policy, UserModel user, Answer answer) {
    Verdict verdict = company.check(policy, EmailDomainProvider.candidate(user, Occasion.PRESENT));
    if (verdict instanceof Verdict.Refused refused) {
      return new Outcome.Refused<>(refused.reason(), refused.details());
    }
    members.noteMisfit(company.organization(), user.getId(), null, null);
    return members.makeExternal(
        actor,
        company.organization(),
        user.getId(),
        List.of(RoleAssignment.lasting(Objects.requireNonNull(answer.role()))));
  }

  private void lock() {
    members.lock(company.organization());
    company.forget();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides how often somebody may be wrong. A member has to wait longer after each wrong try in a
 * row, then is locked; too many wrong tries of all members within an hour lock the company, so that
 * nobody gets more tries by asking colleagues.
 */
final class CountTries {

  private static final Duration COMPANY_PERIOD = Duration.ofHours(1);
  private static final Duration FORGOTTEN = Duration.ofHours(12);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final OrderingSettings settings;
  private final Instant now;

  CountTries(OrderingSettings settings, Instant now) {
    this.settings = settings;
    this.now = now;
  }

  /**
   * Wrong tries of one member.
   *
   * @param failures in a row
   * @param lastAt when the last one was; null: never
   * @param openAt when the next one is allowed; null: at once
   * @param locked whether it is a lock, and not only a wait, until then
   */
  record OfMember(
      int failures, @Nullable Instant lastAt, @Nullable Instant openAt, boolean locked) {
    static final OfMember NONE = new OfMember(0, null, null, false);
  }

  /**
   * Wrong tries of all members of a company.
   *
   * @param failures since then
   * @param since begin of the hour that is counted; null: none yet
   * @param lockedUntil end of a lock; null: none
   */
  record OfCompany(int failures, @Nullable Instant since, @Nullable Instant lockedUntil) {
    static final OfCompany NONE = new OfCompany(0, null, null);
  }

  /** Whether somebody may try now. */
  sealed interface Turn {

    /** The password is looked at. */
    record Open(int left) implements Turn {}

    /** Not yet; it is not looked at and not counted. */
    record Wait(Instant until, int left) implements Turn {}

    /** Not for a while. */
    record Locked(Instant until, boolean wholeCompany) implements Turn {}
  }

  /** What a wrong try makes of the counters. */
  record Wrong(OfMember member, OfCompany company, Turn next, boolean locksCompany) {}

  Turn turn(OfMember member, OfCompany company) {
    if (company.lockedUntil() != null && now.isBefore(company.lockedUntil())) {
      return new Turn.Locked(company.lockedUntil(), true);
    }
    if (member.openAt() != null && now.isBefore(member.openAt())) {
      return member.locked()
          ? new Turn.Locked(member.openAt(), false)
          : new Turn.Wait(member.openAt(), left(member));
    }
    return new Turn.Open(left(member));
  }

  private int left(OfMember member) {
    return Math.max(0, settings.memberTries() - present(member).failures());
  }

  Wrong wrong(OfMember before, OfCompany companyBefore) {
    int failures = present(before).failures() + 1;
    boolean locked = failures >= settings.memberTries();
    Instant openAt = now.plus(locked ? lock() : pause(failures));
    OfMember member = new OfMember(failures, now, openAt, locked);

    OfCompany counted = present(companyBefore);
    int all = counted.failures() + 1;
    boolean locksCompany = all >= settings.companyTries();
    OfCompany company =
        locksCompany
            ? new OfCompany(all, counted.since(), now.plus(lock()))
            : new OfCompany(all, counted.since(), null);
    return new Wrong(member, company, turn(member, company), locksCompany);
  }

  /** None after the first, then 2, 4, 8 … seconds, up to a minute. */
  private static Duration pause(int failures) {
    if (failures <= 1) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
  }

  private Duration lock() {
    return Duration.ofMinutes(settings.lockMinutes());
  }

  /** A lock that is over, and what was long ago, counts no more. */
  private OfMember present(OfMember member) {
    boolean over = member.locked() && member.openAt() != null && !now.isBefore(member.openAt());
    boolean old = member.lastAt() != null && now.isAfter(member.lastAt().plus(FORGOTTEN));
    return over || old ? OfMember.NONE : member;
  }

  /** A lock does not end the hour: whoever goes on guessing after it is locked at once. */
  private OfCompany present(OfCompany company) {
    Instant since = company.since();
    return since == null || !now.isBefore(since.plus(COMPANY_PERIOD))
        ? new OfCompany(0, now, null)
        : company;
  }
}

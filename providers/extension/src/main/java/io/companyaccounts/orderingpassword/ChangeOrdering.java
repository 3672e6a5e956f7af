// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.platform.NumberSetting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether somebody may change the ordering password or its settings. */
final class ChangeOrdering {

  private final OrderingSettings vendor;

  ChangeOrdering(OrderingSettings vendor) {
    this.vendor = vendor;
  }

  /** Who may change anything about it. */
  static Outcome<Actor> manage(Actor actor) {
    return actor.may(Permission.ORDERING_MANAGE)
        ? Outcome.done(actor)
        : Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.ORDERING_MANAGE.key());
  }

  /** Whether this can be a password of the company; what the realm demands is asked elsewhere. */
  Outcome<TypedPassword> set(String typed, OrderingChoice choice) {
    TypedPassword password = TypedPassword.read(typed).orElse(null);
    if (password == null) {
      return Outcome.refused(OrderingRefusal.UNUSABLE);
    }
    if (password.hasSpaceAtEnd()) {
      return Outcome.refused(OrderingRefusal.SPACE_AT_END);
    }
    int least = choice.over(vendor).minLength();
    return password.length() < least
        ? Outcome.refused(OrderingRefusal.TOO_SHORT, "min", Integer.toString(least))
        : Outcome.done(password);
  }

  /**
   * Whether a company may set this for itself.
   *
   * @param ifVersion the version that was read; null: whatever it is
   */
  Outcome<OrderingChoice> settings(
      OrderingChoice wanted, CompanyOrdering present, @Nullable Integer ifVersion) {
    if (ifVersion != null && ifVersion != present.version()) {
      return Outcome.refused(OrderingRefusal.VERSION_CONFLICT);
    }
    if (wanted.requiredFor() != null) {
      for (String operation : wanted.requiredFor()) {
        if (!vendor.operations().contains(operation)) {
          return new Outcome.Refused<>(
              OrderingRefusal.UNKNOWN_OPERATION,
              Map.of("operation", operation, "operations", String.join(", ", vendor.operations())));
        }
      }
    }
    return range(
            "windowSeconds",
            wanted.windowSeconds(),
            OrderingSettings.WINDOW,
            OrderingSettings.WINDOW.least())
        .then(
            ok ->
                range(
                    "memberTries",
                    wanted.memberTries(),
                    OrderingSettings.MEMBER_TRIES,
                    OrderingSettings.MEMBER_TRIES.least()))
        .then(
            ok ->
                range(
                    "lockMinutes",
                    wanted.lockMinutes(),
                    OrderingSettings.LOCK,
                    OrderingSettings.LOCK.least()))
        .then(
            ok ->
                range(
                    "minLength",
                    wanted.minLength(),
                    OrderingSettings.MIN_LENGTH,
                    vendor.minLength()))
        .then(ok -> Outcome.done(wanted));
  }

  private static Outcome<Boolean> range(
      String field, @Nullable Integer number, NumberSetting amount, int least) {
    return number == null || (number >= least && number <= amount.most())
        ? Outcome.done(true)
        : new Outcome.Refused<>(
            OrderingRefusal.OUT_OF_RANGE,
            Map.of(
                "field", field,
                "min", Integer.toString(least),
                "max", Integer.toString(amount.most())));
  }
}

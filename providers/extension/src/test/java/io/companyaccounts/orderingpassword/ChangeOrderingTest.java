// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may change the ordering password, and to what. */
class ChangeOrderingTest {

  private static final OrderingSettings VENDOR = OrderingSettings.USUAL;

  @Test
  void onlyWhoHasThePermissionChangesAnything() {
    Actor outsider = Actor.outsider("u", ActivityActor.system());

    assertThat(reason(ChangeOrdering.manage(outsider))).isEqualTo(Refusal.NOT_PERMITTED);
    assertThat(reason(ChangeOrdering.manage(Actor.system()))).isNull();
  }

  @Test
  void aPasswordIsLongEnoughAndNothingIsInvisible() {
    assertThat(set("12345678", OrderingChoice.NONE)).isNull();
    assertThat(set("1234567", OrderingChoice.NONE)).isEqualTo(OrderingRefusal.TOO_SHORT);
    assertThat(set("12345678", minLength(12))).isEqualTo(OrderingRefusal.TOO_SHORT);
    assertThat(set("", OrderingChoice.NONE)).isEqualTo(OrderingRefusal.UNUSABLE);
    assertThat(set("1234\u00005678", OrderingChoice.NONE)).isEqualTo(OrderingRefusal.UNUSABLE);
    assertThat(set(" 12345678", OrderingChoice.NONE)).isEqualTo(OrderingRefusal.SPACE_AT_END);
    assertThat(set("12345678\u00a0", OrderingChoice.NONE)).isEqualTo(OrderingRefusal.SPACE_AT_END);
    assertThat(set("\ud83d\udd11".repeat(8), OrderingChoice.NONE)).isNull();
    assertThat(set("x".repeat(73), OrderingChoice.NONE)).isNull();
  }

  @Test
  void aCompanySetsWhatLiesWithinTheVendorsLimits() {
    assertThat(settings(new OrderingChoice(Set.of("order.place"), 30, 3, 1, 8))).isNull();
    assertThat(settings(new OrderingChoice(Set.of(), 3600, 20, 1440, 64))).isNull();
    assertThat(settings(new OrderingChoice(null, 29, null, null, null)))
        .isEqualTo(OrderingRefusal.OUT_OF_RANGE);
    assertThat(settings(new OrderingChoice(null, 3601, null, null, null)))
        .isEqualTo(OrderingRefusal.OUT_OF_RANGE);
    assertThat(settings(new OrderingChoice(null, null, 2, null, null)))
        .isEqualTo(OrderingRefusal.OUT_OF_RANGE);
    assertThat(settings(new OrderingChoice(null, null, null, 0, null)))
        .isEqualTo(OrderingRefusal.OUT_OF_RANGE);
    assertThat(settings(minLength(7)))
        .as("less than the vendor demands")
        .isEqualTo(OrderingRefusal.OUT_OF_RANGE);
  }

  @Test
  void aMistypedPermissionDoesNotQuietlyTakeThePasswordAway() {
    assertThat(settings(requiredFor(Set.of("order.plaec"))))
        .isEqualTo(OrderingRefusal.UNKNOWN_OPERATION);
  }

  @Test
  void whoReadAnOlderVersionReadsAgain() {
    assertThat(
            reason(
                new ChangeOrdering(VENDOR).settings(OrderingChoice.NONE, CompanyOrdering.NONE, 1)))
        .isEqualTo(OrderingRefusal.VERSION_CONFLICT);
    assertThat(
            reason(
                new ChangeOrdering(VENDOR).settings(OrderingChoice.NONE, CompanyOrdering.NONE, 0)))
        .isNull();
  }

  @Test
  void theCompanysChoiceCountsBeforeTheVendorsExceptToBeWeaker() {
    OrderingSettings both = new OrderingChoice(null, 60, null, 5, 6).over(VENDOR);

    assertThat(both.windowSeconds()).isEqualTo(60);
    assertThat(both.memberTries()).isEqualTo(VENDOR.memberTries());
    assertThat(both.lockMinutes()).isEqualTo(5);
    assertThat(both.minLength()).as("the vendor raised it since").isEqualTo(VENDOR.minLength());
    assertThat(minLength(20).over(VENDOR).minLength()).isEqualTo(20);
  }

  @Test
  void thePasswordIsAskedForWhereThereIsOneAndItIsRequired() {
    CompanyOrdering set =
        new CompanyOrdering(true, 1, null, null, requiredFor(Set.of("order.release")), null, 1);

    assertThat(set.asks("order.release")).isTrue();
    assertThat(set.asks("order.place")).isFalse();
    assertThat(CompanyOrdering.NONE.asks("order.release")).isFalse();
    assertThat(OrderingChoice.NONE.requires("anything")).isTrue();
  }

  private static @Nullable Reason set(String typed, OrderingChoice choice) {
    return reason(new ChangeOrdering(VENDOR).set(typed, choice));
  }

  private static @Nullable Reason settings(OrderingChoice wanted) {
    return reason(new ChangeOrdering(VENDOR).settings(wanted, CompanyOrdering.NONE, null));
  }

  private static OrderingChoice minLength(int length) {
    return new OrderingChoice(null, null, null, null, length);
  }

  private static OrderingChoice requiredFor(Set<String> operations) {
    return new OrderingChoice(operations, null, null, null, null);
  }

  private static @Nullable Reason reason(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused ? refused.reason() : null;
  }
}

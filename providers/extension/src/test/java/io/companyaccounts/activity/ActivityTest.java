// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.companyaccounts.activity.ActivityActor.Kind;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.EventText;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:10Z");

  @Test
  void detailsHaveFixedNamesAndBlankOnesAreLeftOut() {
    Activity activity =
        by("anna")
            .detail(ActivityDetail.ROLES_ADDED, "purchaser")
            .detail(ActivityDetail.ROLES_REMOVED, " ")
            .detail(ActivityDetail.OWNER_BEFORE, null);

    assertThat(activity.namedDetails()).isEqualTo(Map.of("roles_added", "purchaser"));
  }

  @Test
  void namesFitTheirColumns() {
    assertThat(Arrays.stream(ActivityKind.values()).map(Enum::name))
        .allMatch(name -> name.length() <= 64);
    assertThat(Arrays.stream(Kind.values()).map(Enum::name)).allMatch(name -> name.length() <= 16);
  }

  @Test
  void aRefusalKeepsWhatWasTriedAndWhy() {
    Activity refusal =
        RefusalRecorder.refusal(
            by("anna").member("bert").detail(ActivityDetail.ROLE_NAME, "boss"), "rank_too_low");

    assertThat(refusal.kind()).isEqualTo(ActivityKind.REFUSED);
    assertThat(refusal.memberId()).isEqualTo("bert");
    assertThat(refusal.namedDetails())
        .isEqualTo(
            Map.of("action", "ROLES_CHANGED", "reason", "rank_too_low", "role_name", "boss"));
  }

  @Test
  void repetitionsWithinAMinuteAreOneRow() {
    Activity refusal = RefusalRecorder.refusal(by("anna").member("bert"), "rank_too_low");
    Activity again = RefusalRecorder.refusal(by("anna").member("carl"), "rank_too_low");

    assertThat(RefusalRecorder.id(again, NOON.plusSeconds(40)))
        .isEqualTo(RefusalRecorder.id(refusal, NOON))
        .hasSize(36);
  }

  @Test
  void anotherActorReasonCompanyOrMinuteIsAnotherRow() {
    String id = RefusalRecorder.id(RefusalRecorder.refusal(by("anna"), "rank_too_low"), NOON);

    assertThat(RefusalRecorder.id(RefusalRecorder.refusal(by("bert"), "rank_too_low"), NOON))
        .isNotEqualTo(id);
    assertThat(RefusalRecorder.id(RefusalRecorder.refusal(by("anna"), "last_manager"), NOON))
        .isNotEqualTo(id);
    assertThat(
            RefusalRecorder.id(
                RefusalRecorder.refusal(by("anna"), "rank_too_low"), NOON.plusSeconds(60)))
        .isNotEqualTo(id);
    Activity elsewhere =
        new Activity(
            ActivityKind.ROLES_CHANGED, "realm", "org2", actor("anna"), null, null, Map.of());
    assertThat(RefusalRecorder.id(RefusalRecorder.refusal(elsewhere, "rank_too_low"), NOON))
        .isNotEqualTo(id);
  }

  @Test
  void aCursorIsReadAgain() {
    ActivityCursor cursor =
        new ActivityCursor(NOON.toEpochMilli(), "0a1b2c3d-0000-4000-8000-000000000000");

    assertThat(ActivityCursor.parse(cursor.toString())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "MTIzLmFiYw", "OTk5OTk5OTk5OTk5OTk5OTk5OTkuYQ"})
  void aCursorThatIsNoneIsRefused(String text) {
    ApiException refusal =
        catchThrowableOfType(ApiException.class, () -> ActivityCursor.parse(text));

    assertThat(refusal.code()).isEqualTo("invalid_cursor");
  }

  @Test
  void aFilterIsRead() {
    assertThat(
            ActivityFilter.read(
                new MultivaluedHashMap<>(
                    Map.of(
                        "kind", "MEMBER_BLOCKED",
                        "member", "anna",
                        "from", "2026-01-01T00:00:00+01:00"))))
        .isEqualTo(
            new ActivityFilter(
                ActivityKind.MEMBER_BLOCKED, "anna", Instant.parse("2025-12-31T23:00:00Z"), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind=NOTHING", "kind=member_blocked", "from=today", "until=2026-01-01"})
  void aFilterThatCannotBeIsRefused(String parameter) {
    String[] parts = parameter.split("=", 2);

    ApiException refusal =
        catchThrowableOfType(
            ApiException.class,
            () -> ActivityFilter.read(new MultivaluedHashMap<>(Map.of(parts[0], parts[1]))));

    assertThat(refusal.code()).isEqualTo("invalid_value");
  }

  @Test
  void thePathOfAnEventLeadsToTheThing() {
    assertThat(ActivityResource.COMPANY_MEMBER.path("org", "anna"))
        .isEqualTo("company/organizations/org/members/anna");
    assertThat(ActivityResource.COMPANY_SETUP.path(null, null)).isEqualTo("company/setup");
  }

  @Test
  void anEventHoldsOnlyCharactersThatKeycloaksColumnTakesOnEveryDatabase() {
    assertThat(EventText.storable("Küche 漢字 😀😀 <b>")).isEqualTo("Küche 漢字 \uFFFD\uFFFD <b>");
  }

  private static Activity by(String userId) {
    return new Activity(
        ActivityKind.ROLES_CHANGED, "realm", "org", actor(userId), null, null, Map.of());
  }

  private static ActivityActor actor(String userId) {
    return new ActivityActor(Kind.MEMBER, userId, "realm", "client", "127.0.0.1");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InvitedCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.invitation.InvitationRules.Fit;
import io.companyaccounts.invitation.InvitationRules.Known;
import io.companyaccounts.invitation.InvitationRules.Sent;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.Seats;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteMemberTest {

  private static final Actor LEADER = actor(LEAD);

  @Test
  void anInvitationHoldsWhatWasAskedForAndTheAddressInLowerCase() {
    InvitationDraft draft =
        new InvitationDraft(
            " Vera@ACME.example ",
            "Vera",
            "O'Neil-Vieth",
            "+49 (30) 123-45",
            lasting(GREETER),
            "Dear Vera,\r\nwelcome <b>here</b> 🎉",
            "de",
            14);

    Fit fit = done(invite(LEADER, draft));

    assertThat(fit.person())
        .isEqualTo(
            new InvitedPerson("vera@acme.example", "Vera", "O'Neil-Vieth", "+49 (30) 123-45"));
    assertThat(fit.roles()).isEqualTo(lasting(GREETER));
    assertThat(fit.message()).isEqualTo("Dear Vera,\nwelcome <b>here</b> 🎉");
    assertThat(fit.locale()).isEqualTo("de");
    assertThat(fit.expires()).isEqualTo(NOW.plus(Duration.ofDays(14)));
  }

  @Test
  void whatIsBlankIsLeftOutAndTheUsualValidityCounts() {
    Fit fit =
        done(
            invite(
                LEADER,
                new InvitationDraft("vera@acme.example", " ", "", " ", List.of(), "\n", "", null)));

    assertThat(fit.person()).isEqualTo(new InvitedPerson("vera@acme.example", null, null, null));
    assertThat(fit.message()).isNull();
    assertThat(fit.locale()).isNull();
    assertThat(fit.expires()).isEqualTo(NOW.plus(Duration.ofDays(7)));
  }

  @Test
  void whoMayNotInviteIsRefusedFirst() {
    Outcome<Fit> outcome =
        rules(false, ROLES)
            .invite(actor(OPERATOR), List.of(draft("x")), NO_LIMIT, NOTHING_SENT, NOBODY)
            .get(0);
    assertThat(outcome)
        .isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED, "permission", "company:members.invite"));
  }

  @Test
  void aSuspendedCompanyInvitesNobody() {
    assertThat(
            reason(
                rules(false, ROLES)
                    .invite(
                        LEADER, List.of(draft("vera@acme.example")), NO_LIMIT, NOTHING_SENT, NOBODY)
                    .get(0)))
        .isEqualTo(InvitationRefusal.SUSPENDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "vera",
        "vera@",
        "@acme.example",
        "vera@acme",
        "vera@@acme.example",
        "vera@acme..example",
        "vera@-acme.example",
        "ve ra@acme.example",
        ".vera@acme.example",
        "vera.@acme.example",
        "vera@acme.example\nBcc: eve@evil.example",
        "vera@acme.example, eve@evil.example",
        "\"vera\"@acme.example",
        "<vera@acme.example>",
        "vera@acme.example>",
        "ve\u0000ra@acme.example",
        "vera@acme\u202E.example",
        "vera@[127.0.0.1]",
        "0123456789012345678901234567890123456789012345678901234567890123x@acme.example"
      })
  void anAddressMustBeOne(String email) {
    assertThat(reason(invite(LEADER, draft(email)))).isEqualTo(InvitationRefusal.EMAIL_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.cd",
        "first.last+tag@sub.acme.example",
        "o'neil@acme.example",
        "x@müller.example"
      })
  void unusualAddressesAreAddresses(String email) {
    assertThat(done(invite(LEADER, draft(email))).person().email()).isEqualTo(email);
  }

  @Test
  void aMissingAddressAndOneTooLongAreNone() {
    assertThat(reason(invite(LEADER, draft(null)))).isEqualTo(InvitationRefusal.EMAIL_INVALID);
    assertThat(reason(invite(LEADER, draft("v@" + "a.".repeat(130) + "example"))))
        .isEqualTo(InvitationRefusal.EMAIL_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>Vera</b>", "Vera\nVieth", "Vera\u202E", "${7*7}", "Vera\u0000"})
  void namesAreNamesOfPeople(String name) {
    assertThat(reason(invite(LEADER, named(name, null)))).isEqualTo(InvitationRefusal.NAME_INVALID);
    assertThat(reason(invite(LEADER, named(null, name)))).isEqualTo(InvitationRefusal.NAME_INVALID);
  }

  @Test
  void aNameFitsIntoTheTable() {
    assertThat(invite(LEADER, named("V".repeat(255), null))).isInstanceOf(Outcome.Done.class);
    assertThat(reason(invite(LEADER, named("V".repeat(256), null))))
        .isEqualTo(InvitationRefusal.NAME_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"call me", "+", "()", "+49 30\n1", "12345678901234567890123456789012345678901"})
  void aPhoneNumberHasDigits(String phone) {
    assertThat(
            reason(
                invite(
                    LEADER,
                    new InvitationDraft(
                        "v@acme.example", null, null, phone, List.of(), null, null, null))))
        .isEqualTo(InvitationRefusal.PHONE_INVALID);
  }

  @Test
  void aMessageHasAThousandCharactersAtMostAndNoneThatCannotBeStored() {
    assertThat(invite(LEADER, saying("🎉".repeat(1000)))).isInstanceOf(Outcome.Done.class);
    for (String bad : List.of("x".repeat(1001), "a\u0000b", "a\u001Bb", "a\uD800b")) {
      assertThat(reason(invite(LEADER, saying(bad)))).isEqualTo(InvitationRefusal.MESSAGE_INVALID);
    }
  }

  @Test
  void aLanguageIsOneOfTheRealm() {
    assertThat(
            reason(
                invite(
                    LEADER,
                    new InvitationDraft(
                        "v@acme.example", null, null, null, List.of(), null, "fr", null))))
        .isEqualTo(InvitationRefusal.LOCALE_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 31, Integer.MAX_VALUE})
  void anInvitationIsValidForOneToThirtyDays(int days) {
    assertThat(
            reason(
                invite(
                    LEADER,
                    new InvitationDraft(
                        "v@acme.example", null, null, null, List.of(), null, null, days))))
        .isEqualTo(InvitationRefusal.VALIDITY_INVALID);
  }

  @Test
  void rolesMustBeTheInvitersToGive() {
    assertThat(invite(LEADER, draft("v@acme.example", DIRECTOR)))
        .isEqualTo(Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "director"));
    assertThat(invite(actor(GREETER), draft("v@acme.example", OPERATOR)))
        .isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED, "permission", "company:roles.assign"));
    assertThat(invite(actor(GREETER), draft("v@acme.example"))).isInstanceOf(Outcome.Done.class);
    assertThat(invite(Actor.system(), draft("v@acme.example", DIRECTOR)))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whoIsMemberOrInvitedIsNamedAsSuch() {
    Known known = new Known(Set.of("m@acme.example"), Set.of("i@acme.example"), Set.of());
    List<Outcome<Fit>> outcomes =
        rules()
            .invite(
                LEADER,
                List.of(draft("M@acme.example"), draft("i@acme.example"), draft("n@acme.example")),
                NO_LIMIT,
                NOTHING_SENT,
                known);
    assertThat(reason(outcomes.get(0))).isEqualTo(InvitationRefusal.ALREADY_MEMBER);
    assertThat(reason(outcomes.get(1))).isEqualTo(InvitationRefusal.ALREADY_INVITED);
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anAddressIsInvitedOnceAtATime() {
    List<Outcome<Fit>> outcomes =
        rules()
            .invite(
                LEADER,
                List.of(draft("v@acme.example"), draft("V@ACME.example")),
                NO_LIMIT,
                NOTHING_SENT,
                NOBODY);
    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
    assertThat(reason(outcomes.get(1))).isEqualTo(InvitationRefusal.EMAIL_TWICE);
  }

  @Test
  void manyTakeOneSeatEachAndRefusedOnesNone() {
    List<Outcome<Fit>> outcomes =
        rules()
            .invite(
                LEADER,
                List.of(
                    draft("bad"),
                    draft("a@acme.example"),
                    draft("b@acme.example"),
                    draft("c@acme.example")),
                new Seats(5, 2, 1),
                NOTHING_SENT,
                NOBODY);
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Done.class);
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Done.class);
    assertThat(reason(outcomes.get(3))).isEqualTo(Refusal.NO_SEATS);
  }

  @Test
  void anInvitationOfTheConsoleHasASeatAlready() {
    Known known = new Known(Set.of(), Set.of(), Set.of("v@acme.example"));
    assertThat(
            rules()
                .invite(
                    LEADER,
                    List.of(draft("v@acme.example")),
                    new Seats(3, 2, 1),
                    NOTHING_SENT,
                    known)
                .get(0))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whoMayNotSeeMembersLearnsFromNoLimitWhoIsOne() {
    Known known = new Known(Set.of("m@a.example"), Set.of("i@a.example"), Set.of("k@a.example"));
    List<InvitationDraft> drafts =
        List.of(
            draft("m@a.example"), draft("i@a.example"), draft("k@a.example"), draft("n@a.example"));

    assertThat(
            rules().invite(actor(GREETER), drafts, new Seats(1, 1, 0), NOTHING_SENT, known).stream()
                .map(InviteMemberTest::reason))
        .containsOnly(Refusal.NO_SEATS);
    assertThat(
            rules().invite(actor(GREETER), drafts, NO_LIMIT, new Sent(100, 0), known).stream()
                .map(InviteMemberTest::reason))
        .containsOnly(InvitationRefusal.TOO_MANY_INVITATIONS);
  }

  @Test
  void nobodySendsMoreThanTheVendorAllowsInAnHour() {
    assertThat(reason(sent(LEADER, new Sent(100, 0))))
        .isEqualTo(InvitationRefusal.TOO_MANY_INVITATIONS);
    assertThat(reason(sent(LEADER, new Sent(10, 10))))
        .isEqualTo(InvitationRefusal.TOO_MANY_INVITATIONS);
    assertThat(sent(LEADER, new Sent(99, 9))).isInstanceOf(Outcome.Done.class);
    assertThat(sent(Actor.system(), new Sent(10, 10))).isInstanceOf(Outcome.Done.class);
    assertThat(reason(sent(Actor.system(), new Sent(100, 0))))
        .isEqualTo(InvitationRefusal.TOO_MANY_INVITATIONS);
  }

  private static Outcome<Fit> sent(Actor actor, Sent sent) {
    return rules().invite(actor, List.of(draft("v@acme.example")), NO_LIMIT, sent, NOBODY).get(0);
  }

  private static InvitationDraft named(@Nullable String first, @Nullable String last) {
    return new InvitationDraft("v@acme.example", first, last, null, List.of(), null, null, null);
  }

  private static InvitationDraft saying(String message) {
    return new InvitationDraft("v@acme.example", null, null, null, List.of(), message, null, null);
  }

  private static Fit done(Outcome<Fit> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<Fit>) outcome).value();
  }

  static Reason reason(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused<?>) outcome).reason();
  }
}

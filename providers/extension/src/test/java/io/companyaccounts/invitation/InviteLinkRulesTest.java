// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InviteMemberTest.reason;
import static io.companyaccounts.invitation.InvitedCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.invitation.InvitationRules.Fit;
import io.companyaccounts.invitation.InvitationRules.Known;
import io.companyaccounts.invitation.InvitationRules.Sent;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.Seats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Links for many: {@link DefineInviteLink} and {@link UseInviteLink}. */
class InviteLinkRulesTest {

  private static final Actor LEADER = actor(LEAD);
  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

  @Nested
  class Define {

    @Test
    void aLinkIsKeptTidy() {
      InviteLinkDraft draft =
          new InviteLinkDraft(
              " Team ",
              lasting(GREETER),
              TOMORROW,
              5,
              List.of("ACME.example ", "acme.example"),
              true);
      assertThat(rules().defineLink(LEADER, draft, null, 49))
          .isEqualTo(
              Outcome.done(
                  new InviteLinkDraft(
                      "Team", lasting(GREETER), TOMORROW, 5, List.of("acme.example"), true)));
    }

    @Test
    void whatMakesNoSenseIsNamed() {
      assertThat(define(draft(" ", null, null))).isEqualTo(invalid("name"));
      assertThat(define(draft("x".repeat(101), null, null))).isEqualTo(invalid("name"));
      assertThat(define(draft("a\u0007b", null, null))).isEqualTo(invalid("name"));
      assertThat(define(draft("Team", NOW, null))).isEqualTo(invalid("expires"));
      assertThat(define(draft("Team", NOW.plus(Duration.ofDays(400)), null)))
          .isEqualTo(invalid("expires"));
      assertThat(define(draft("Team", null, 0))).isEqualTo(invalid("maxUses"));
      assertThat(define(draft("Team", null, 100_001))).isEqualTo(invalid("maxUses"));
      for (String domain : List.of("acme", "*.example", "a b.example", "@acme.example", "")) {
        assertThat(define(withDomains(List.of(domain)))).isEqualTo(invalid("domains"));
      }
      assertThat(
              define(
                  withDomains(IntStream.range(0, 51).mapToObj(i -> "d" + i + ".example").toList())))
          .isEqualTo(invalid("domains"));
    }

    @Test
    void aLinkThatHasExpiredCanStillBeSwitchedOff() {
      InviteLink expired = link(true, NOW.minus(Duration.ofDays(1)), null, 0, List.of());
      InviteLinkDraft off =
          new InviteLinkDraft("Team", List.of(), expired.expires(), null, List.of(), false);
      assertThat(rules().defineLink(LEADER, off, expired, 0)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void thereIsAnEndToLinks() {
      assertThat(reason(rules().defineLink(LEADER, draft("Team", null, null), null, 50)))
          .isEqualTo(InvitationRefusal.TOO_MANY_LINKS);
    }

    @Test
    void aLinkGivesWhatItsMakerMayGive() {
      Outcome<Object> above = Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "director");
      assertThat(define(withRoles(DIRECTOR))).isEqualTo(above);
      InviteLink high = link(true, null, null, 0, List.of(), DIRECTOR);
      assertThat(rules().defineLink(LEADER, draft("Team", null, null), high, 0)).isEqualTo(above);
      assertThat(rules().manageLink(LEADER, high)).isEqualTo(above);
      assertThat(reason(rules().manageLink(actor(OPERATOR), high)))
          .isEqualTo(Refusal.NOT_PERMITTED);
      assertThat(rules().manageLink(actor(DIRECTOR), high)).isEqualTo(Outcome.done(high));
    }

    private Outcome<InviteLinkDraft> define(InviteLinkDraft draft) {
      return rules().defineLink(LEADER, draft, null, 0);
    }

    private InviteLinkDraft draft(
        @Nullable String name, @Nullable Instant expires, @Nullable Integer uses) {
      return new InviteLinkDraft(name, List.of(), expires, uses, List.of(), true);
    }

    private InviteLinkDraft withDomains(List<String> domains) {
      return new InviteLinkDraft("Team", List.of(), null, null, domains, true);
    }

    private InviteLinkDraft withRoles(CompanyRole... roles) {
      return new InviteLinkDraft("Team", lasting(roles), null, null, List.of(), true);
    }

    private Outcome<Object> invalid(String field) {
      return Outcome.refused(InvitationRefusal.LINK_INVALID, "field", field);
    }
  }

  @Nested
  class Use {

    @Test
    void itInvitesTheAddressWithItsRoles() {
      InviteLink link = link(true, TOMORROW, 3, 2, List.of("acme.example"), GREETER);
      Fit fit = fit(use(link, "Vera@ACME.example", "de")).orElseThrow();
      assertThat(fit.person().email()).isEqualTo("vera@acme.example");
      assertThat(fit.roles()).isEqualTo(lasting(GREETER));
      assertThat(fit.locale()).isEqualTo("de");
      assertThat(fit(use(link, "vera@acme.example", "xx")).orElseThrow().locale()).isNull();
    }

    @Test
    void itStopsAtItsLimits() {
      assertThat(obstacle(link(false, null, null, 0, List.of())))
          .contains(InvitationRefusal.LINK_OFF);
      assertThat(obstacle(link(true, NOW, null, 0, List.of())))
          .contains(InvitationRefusal.LINK_EXPIRED);
      assertThat(obstacle(link(true, null, 3, 3, List.of())))
          .contains(InvitationRefusal.LINK_USED_UP);
      assertThat(reason(use(link(true, null, 3, 3, List.of()), "v@acme.example", null)))
          .isEqualTo(InvitationRefusal.LINK_USED_UP);
    }

    @Test
    void itStopsWithItsMakerItsCompanyAndItsSeats() {
      InviteLink link = link(true, null, null, 0, List.of(), GREETER);
      assertThat(rules(false, ROLES).usingLink(link, Optional.of(LEADER), NO_LIMIT).obstacle())
          .contains(InvitationRefusal.SUSPENDED);
      assertThat(rules().usingLink(link, Optional.empty(), NO_LIMIT).obstacle())
          .contains(InvitationRefusal.INVITER_MAY_NOT);
      assertThat(rules().usingLink(link, Optional.of(actor(GREETER)), NO_LIMIT).obstacle())
          .contains(InvitationRefusal.INVITER_MAY_NOT);
      assertThat(rules().usingLink(link, Optional.of(LEADER), new Seats(3, 2, 1)).obstacle())
          .contains(Refusal.NO_SEATS);
    }

    @Test
    void theAddressMustBeOneOfItsDomains() {
      InviteLink link = link(true, null, null, 0, List.of("acme.example"));
      assertThat(reason(use(link, "vera@evil.example", null)))
          .isEqualTo(InvitationRefusal.DOMAIN_NOT_ALLOWED);
      assertThat(reason(use(link, "vera@sub.acme.example", null)))
          .isEqualTo(InvitationRefusal.DOMAIN_NOT_ALLOWED);
      assertThat(reason(use(link, "vera", null))).isEqualTo(InvitationRefusal.EMAIL_INVALID);
    }

    @Test
    void theAnswerDoesNotTellWhoIsMemberOrInvited() {
      InviteLink link = link(true, null, null, 0, List.of());
      Known known = new Known(Set.of("m@acme.example"), Set.of("i@acme.example"), Set.of());
      for (String email : List.of("m@acme.example", "i@acme.example")) {
        assertThat(fit(using(link).use(email, null, NOTHING_SENT, known))).isEmpty();
        assertThat(reason(using(link).use(email, null, new Sent(100, 0), known)))
            .isEqualTo(InvitationRefusal.TOO_MANY_INVITATIONS);
      }
      assertThat(reason(using(link).use("n@acme.example", null, new Sent(100, 0), known)))
          .isEqualTo(InvitationRefusal.TOO_MANY_INVITATIONS);
    }

    private Outcome<Optional<Fit>> use(InviteLink link, String email, @Nullable String locale) {
      return using(link).use(email, locale, NOTHING_SENT, NOBODY);
    }

    private Optional<Reason> obstacle(InviteLink link) {
      return using(link).obstacle();
    }

    private UseInviteLink using(InviteLink link) {
      return rules().usingLink(link, Optional.of(LEADER), NO_LIMIT);
    }

    private Optional<Fit> fit(Outcome<Optional<Fit>> outcome) {
      assertThat(outcome).isInstanceOf(Outcome.Done.class);
      return ((Outcome.Done<Optional<Fit>>) outcome).value();
    }
  }

  private static InviteLink link(
      boolean enabled,
      @Nullable Instant expires,
      @Nullable Integer maxUses,
      int uses,
      List<String> domains,
      CompanyRole... roles) {
    return new InviteLink(
        "id",
        "org",
        "Team",
        lasting(roles),
        NOW,
        expires,
        maxUses,
        uses,
        domains,
        enabled,
        new Invitation.Inviter(Actor.Kind.MEMBER, "boss", "Boss"),
        null,
        1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InvitedCompany.DIRECTOR;
import static io.companyaccounts.invitation.InvitedCompany.LEAD;
import static io.companyaccounts.invitation.InvitedCompany.NOBODY;
import static io.companyaccounts.invitation.InvitedCompany.NOTHING_SENT;
import static io.companyaccounts.invitation.InvitedCompany.NO_LIMIT;
import static io.companyaccounts.invitation.InvitedCompany.OPERATOR;
import static io.companyaccounts.invitation.InvitedCompany.actor;
import static io.companyaccounts.invitation.InvitedCompany.draft;
import static io.companyaccounts.invitation.InvitedCompany.invitation;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.RoleCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an address that is not the company's means for invitations. */
class InviteExternalTest {

  private static final CompanyRole DRAUGHTSMAN =
      new CompanyRole(
          "id-draughtsman",
          CompanyRole.Kind.PREDEFINED,
          "draughtsman",
          Map.of(),
          null,
          5,
          true,
          false,
          true,
          Set.of(),
          Set.of(),
          Set.of(),
          0);
  private static final RoleCatalog ROLES =
      new RoleCatalog(List.of(DIRECTOR, LEAD, OPERATOR, DRAUGHTSMAN));
  private static final Verdict OUTSIDE = new Verdict.Outside(List.of("acme.com"));
  private static final Verdict REFUSED =
      new Verdict.Refused(EmailRefusal.OTHER_DOMAIN, List.of("acme.com"));

  private static Outcome<?> invite(Verdict verdict, CompanyRole... roles) {
    return InvitedCompany.rules(true, ROLES, candidate -> verdict)
        .invite(
            actor(LEAD),
            List.of(draft("vera@draught.example", roles)),
            NO_LIMIT,
            NOTHING_SENT,
            NOBODY)
        .get(0);
  }

  private static AcceptInvitation accept(Verdict verdict, CompanyRole... roles) {
    return InvitedCompany.rules(true, ROLES, candidate -> verdict)
        .accepting(
            invitation(InvitationState.OPEN, roles), Optional.of(actor(LEAD)), NO_LIMIT, List.of());
  }

  @Test
  void anExternalNeedsARoleForExternalsAndNoOther() {
    assertThat(invite(OUTSIDE, DRAUGHTSMAN)).isInstanceOf(Outcome.Done.class);
    for (CompanyRole[] roles :
        List.of(
            new CompanyRole[] {},
            new CompanyRole[] {OPERATOR},
            new CompanyRole[] {DRAUGHTSMAN, OPERATOR})) {
      assertThat(invite(OUTSIDE, roles))
          .isEqualTo(
              new Outcome.Refused<>(
                  EmailRefusal.EXTERNAL_ROLE_NEEDED,
                  Map.of("domains", "acme.com", "roles", "draughtsman")));
    }
  }

  @Test
  void whatIsRefusedIsRefusedToExternalsToo() {
    assertThat(invite(REFUSED, DRAUGHTSMAN))
        .isEqualTo(new Outcome.Refused<>(EmailRefusal.OTHER_DOMAIN, Map.of("domains", "acme.com")));
  }

  @Test
  void theRuleCountsAgainAtTheMomentOfAcceptance() {
    assertThat(accept(REFUSED, DRAUGHTSMAN).obstacle()).contains(EmailRefusal.OTHER_DOMAIN);
    assertThat(accept(OUTSIDE, OPERATOR).obstacle()).contains(EmailRefusal.EXTERNAL_ROLE_NEEDED);
    assertThat(accept(OUTSIDE, DRAUGHTSMAN).obstacle()).isEmpty();
    assertThat(accept(OUTSIDE, DRAUGHTSMAN).bringsExternal()).isTrue();
    assertThat(accept(Verdict.accepted(), OPERATOR).bringsExternal()).isFalse();
  }
}

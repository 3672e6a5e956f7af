// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static io.companyaccounts.emaildomain.Addresses.NOBODY;
import static io.companyaccounts.emaildomain.Addresses.domain;
import static io.companyaccounts.emaildomain.Addresses.joining;
import static io.companyaccounts.emaildomain.Addresses.others;
import static io.companyaccounts.emaildomain.Addresses.outcome;
import static io.companyaccounts.emaildomain.Addresses.ownDomains;
import static io.companyaccounts.emaildomain.Addresses.policy;
import static io.companyaccounts.emaildomain.Addresses.present;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.emaildomain.Candidate.Occasion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckAddressTest {

  private static String check(EmailPolicy policy, @Nullable String email) {
    return outcome(policy.check(joining(email), NOBODY));
  }

  @Nested
  class WithoutAnyRule {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"ida@acme.com", "no address", "info@gmail.com", "a@b@c"})
    void everythingPasses(@Nullable String email) {
      assertThat(check(policy(), email)).isEqualTo("accepted");
    }
  }

  @Nested
  class TheCompanysDomains {

    @ParameterizedTest
    @CsvSource({
      "ida@acme.com, accepted",
      "IDA@Acme.Com., accepted",
      "ida+shop@acme.com, accepted",
      "ida@acme.example, accepted",
      "ida@mail.acme.example, accepted",
      "ida@deep.mail.acme.example, accepted",
      "ida@mail.acme.com, email_domain_not_accepted",
      "ida@evil-acme.com, email_domain_not_accepted",
      "ida@acme.com.evil.org, email_domain_not_accepted",
      "acme.com@evil.org, email_domain_not_accepted",
      "'\"ida@acme.com\"@evil.org', email_domain_not_accepted",
      "ida@evilacme.example, email_domain_not_accepted",
      "ida@acme.com@evil.org, email_unreadable",
      "ida@acme, email_unreadable",
      "ida, email_unreadable",
      "ida@\u0430cme.com, email_lookalike",
      "'', email_required"
    })
    void areComparedExactly(String email, String outcome) {
      assertThat(check(ownDomains(), email)).isEqualTo(outcome);
    }

    @Test
    void includeWhatLiesBelowIfTheVendorSaysSo() {
      EmailPolicy policy = ownDomains(EmailDomainSettings.SUBDOMAINS, "true");

      assertThat(check(policy, "ida@mail.acme.com")).isEqualTo("accepted");
      assertThat(check(policy, "ida@evil-acme.com")).isEqualTo("email_domain_not_accepted");
    }

    @Test
    void areNotNeededWhereOthersAreAllowed() {
      EmailPolicy policy =
          ownDomains(EmailDomainSettings.ALLOWED, "partner.example, *.group.example");

      assertThat(check(policy, "ida@partner.example")).isEqualTo("accepted");
      assertThat(check(policy, "ida@a.group.example")).isEqualTo("accepted");
      assertThat(check(policy, "ida@a.partner.example")).isEqualTo("email_domain_not_accepted");
    }

    @Test
    void doNotHelpWhereTheyAreRefused() {
      EmailPolicy policy = ownDomains(EmailDomainSettings.REFUSED, "*.acme.example");

      assertThat(check(policy, "ida@mail.acme.example")).isEqualTo("email_domain_refused");
    }

    @Test
    void areNamedInTheRefusal() {
      Verdict verdict = ownDomains().check(joining("ida@evil.org"), NOBODY);

      assertThat(verdict.asRefusal().domainsText()).isEqualTo("acme.com, *.acme.example");
    }
  }

  @Nested
  class Externals {

    private final EmailPolicy policy =
        ownDomains(
            EmailDomainSettings.EXTERNALS, "invited-only", EmailDomainSettings.REFUSED, "evil.org");

    @Test
    void comeFromOutside() {
      assertThat(check(policy, "ida@draught.example")).isEqualTo("outside");
      assertThat(policy.check(joining("ida@draught.example"), NOBODY).admits(true)).isTrue();
      assertThat(policy.check(joining("ida@draught.example"), NOBODY).admits(false)).isFalse();
    }

    @Test
    void areBoundByEverythingElse() {
      assertThat(check(policy, "ida@evil.org")).isEqualTo("email_domain_refused");
      assertThat(policy.check(joining("ida@evil.org"), NOBODY).admits(true)).isFalse();
    }

    @Test
    void needBothToAllowThem() {
      EmailRule own =
          new EmailRule(
              DomainPolicy.ANY,
              true,
              Set.of(),
              Set.of(),
              io.companyaccounts.emaildomain.Externals.NONE,
              true,
              Treatment.ALLOW,
              Treatment.ALLOW,
              Treatment.ALLOW,
              false);

      assertThat(check(policy.with(new OwnEmailRule(own, 1)), "ida@draught.example"))
          .isEqualTo("email_domain_not_accepted");
    }
  }

  @Nested
  class TheFirstMembersDomain {

    private final EmailPolicy policy = policy(EmailDomainSettings.POLICY, "first-member");

    @Test
    void isWhateverTheFirstOneHas() {
      assertThat(check(policy, "ida@one.example")).isEqualTo("accepted");
    }

    @Test
    void countsForAllOthers() {
      EmailPolicy anchored = policy.anchoredAt(domain("one.example"));

      assertThat(check(anchored, "udo@one.example")).isEqualTo("accepted");
      assertThat(check(anchored, "udo@acme.com")).isEqualTo("email_domain_not_accepted");
    }

    @Test
    void isNobodysIfWhoIsThereHasNone() {
      Verdict verdict =
          policy.anchoredAt(EmailDomain.NOWHERE).check(joining("udo@acme.com"), NOBODY);

      assertThat(outcome(verdict)).isEqualTo("email_domain_not_accepted");
      assertThat(verdict.asRefusal().domains()).isEmpty();
    }

    @Test
    void isNoCompanysIfEverybodyCanHaveIt() {
      EmailPolicy anchored = policy.anchoredAt(domain("gmail.com"));

      assertThat(outcome(anchored.check(joining("udo@gmail.com"), others("ida@gmail.com"))))
          .isEqualTo("email_single_seat");
      assertThat(outcome(anchored.check(present("ida@gmail.com"), others("udo@gmail.com"))))
          .isEqualTo("accepted");
    }
  }

  @Nested
  class KindsOfAddresses {

    @ParameterizedTest
    @CsvSource({
      "company.freemail, ida@gmail.com, email_free_mail",
      "company.freemail, ida@GMX.de, email_free_mail",
      "company.freemail, ida@sub.gmail.com, email_free_mail",
      "company.freemail, ida@mailinator.com, email_free_mail",
      "company.freemail, ida@acme.com, accepted",
      "company.throwAway, ida@mailinator.com, email_throw_away",
      "company.throwAway, ida@x.mailinator.com, email_throw_away",
      "company.throwAway, ida@gmail.com, accepted",
      "company.roleAddress, info@acme.com, email_role_address",
      "company.roleAddress, Support+x@acme.com, email_role_address",
      "company.roleAddress, einkauf@acme.com, email_role_address",
      "company.roleAddress, student@acme.com, email_role_address",
      "company.roleAddress, paris@acme.com, accepted",
      "company.roleAddress, ida.ix@acme.com, accepted"
    })
    void areRefused(String key, String email, String outcome) {
      assertThat(check(policy(key, "refuse"), email)).isEqualTo(outcome);
    }

    @Test
    void areAcceptedWhereTheVendorNamesThem() {
      EmailPolicy policy =
          policy(EmailDomainSettings.FREE_MAIL, "refuse", EmailDomainSettings.ALLOWED, "gmx.de");

      assertThat(check(policy, "ida@gmx.de")).isEqualTo("accepted");
    }

    @ParameterizedTest
    @CsvSource({
      "company.freemail, ida@gmail.com, '', accepted",
      "company.freemail, ida@gmail.com, udo@acme.com, email_single_seat",
      "company.freemail, ida@acme.com, udo@gmail.com, email_single_seat",
      "company.freemail, ida@acme.com, udo@acme.com, accepted",
      "company.roleAddress, info@acme.com, '', accepted",
      "company.roleAddress, info@acme.com, udo@acme.com, email_single_seat",
      "company.roleAddress, ida@acme.com, info@acme.com, email_single_seat"
    })
    void leaveRoomForOneMemberOnly(String key, String email, String other, String outcome) {
      var others = other.isEmpty() ? NOBODY : others(other);

      assertThat(outcome(policy(key, "single-seat").check(joining(email), others)))
          .isEqualTo(outcome);
    }

    @Test
    void doNotShutOutWhoIsThere() {
      EmailPolicy policy = policy(EmailDomainSettings.FREE_MAIL, "single-seat");

      assertThat(outcome(policy.check(present("ida@gmail.com"), others("udo@gmail.com"))))
          .isEqualTo("accepted");
    }

    @Test
    void doNotCountExternalsIfTheVendorSaysSo() {
      EmailPolicy policy =
          ownDomains(
              EmailDomainSettings.FREE_MAIL, "single-seat",
              EmailDomainSettings.EXTERNALS, "invited-only",
              EmailDomainSettings.COUNT_EXTERNALS, "false");

      assertThat(outcome(policy.check(joining("ida@gmail.com"), others("udo@acme.com"))))
          .isEqualTo("outside");
    }

    @Test
    void canBeAddedAndTakenOutForARealm() {
      ProviderLists lists =
          new ProviderLists(
              key ->
                  switch (key) {
                    case "company.freemail.add" -> List.of("mail.town.example");
                    case "company.freemail.remove" -> List.of("gmx.de");
                    case "company.roleAddress.add" -> List.of("Schlosserei");
                    case "company.roleAddress.remove" -> List.of("office");
                    default -> List.of();
                  });

      assertThat(lists.isFreeMail(domain("mail.town.example"))).isTrue();
      assertThat(lists.isFreeMail(domain("town.example"))).isFalse();
      assertThat(lists.isFreeMail(domain("gmx.de"))).isFalse();
      assertThat(lists.isFreeMail(domain("x.gmx.de"))).isFalse();
      assertThat(lists.isFreeMail(domain("gmail.com"))).isTrue();
      assertThat(lists.isRoleName("schlosserei")).isTrue();
      assertThat(lists.isRoleName("office")).isFalse();
      assertThat(lists.isRoleName("info")).isTrue();
    }
  }

  @Nested
  class RealPersons {

    private final EmailPolicy policy = policy(EmailDomainSettings.REAL_PERSON, "true");

    private String named(Occasion occasion, @Nullable String first, @Nullable String last) {
      return outcome(
          policy.check(new Candidate("support@acme.com", first, last, occasion, null), NOBODY));
    }

    @ParameterizedTest
    @CsvSource(
        nullValues = "-",
        value = {
          "Ida, Ix, accepted",
          "Ida, Support, accepted",
          "Support, Ix, accepted",
          "-, Ix, person_name_required",
          "Ida, -, person_name_required",
          "' ', Ix, person_name_required",
          "'.', Ix, person_name_required",
          "Support, Support, person_name_not_real",
          "Support, Acme, person_name_not_real",
          "ACME, Info, person_name_not_real",
          "Info, Verkauf, person_name_not_real"
        })
    void haveNamesOfTheirOwn(@Nullable String first, @Nullable String last, String outcome) {
      assertThat(named(Occasion.JOIN, first, last)).isEqualTo(outcome);
      assertThat(named(Occasion.CHANGE, first, last)).isEqualTo(outcome);
    }

    @Test
    void mayGiveTheirNamesAfterTheyWereInvited() {
      assertThat(named(Occasion.INVITE, null, null)).isEqualTo("accepted");
      assertThat(named(Occasion.ACCEPT, "Ida", null)).isEqualTo("accepted");
      assertThat(named(Occasion.INVITE, "Info", "Acme")).isEqualTo("person_name_not_real");
    }

    @Test
    void areNotAskedAgainAtEachLogin() {
      assertThat(named(Occasion.PRESENT, null, null)).isEqualTo("accepted");
    }
  }
}

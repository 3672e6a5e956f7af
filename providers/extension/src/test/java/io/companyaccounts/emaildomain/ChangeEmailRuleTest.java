// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.emaildomain.ChangeEmailRule.Answer;
import io.companyaccounts.emaildomain.ChangeEmailRule.Choice;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Limits;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeEmailRuleTest {

  private static final Actor ADMIN = actor(Permission.SETTINGS_MANAGE);
  private static final RoleCatalog ROLES =
      new RoleCatalog(List.of(role("draughtsman", true), role("purchaser", false)));
  private static final EmailRule STRICT =
      rule(DomainPolicy.COMPANY_DOMAINS, Externals.NONE, Treatment.REFUSE, true);

  private static Actor actor(Permission... permissions) {
    return new Actor(
        Actor.Kind.MEMBER,
        "ida",
        50,
        50,
        false,
        Set.of(permissions),
        Limits.NONE,
        ActivityActor.system());
  }

  private static CompanyRole role(String name, boolean external) {
    return new CompanyRole(
        name,
        CompanyRole.Kind.PREDEFINED,
        name,
        Map.of(),
        null,
        10,
        true,
        false,
        external,
        Set.of(),
        Set.of(),
        Set.of(),
        0);
  }

  private static EmailRule rule(
      DomainPolicy policy, Externals externals, Treatment all, boolean realPerson) {
    Treatment throwAway = all;
    return new EmailRule(
        policy, true, Set.of(), Set.of(), externals, true, all, throwAway, all, realPerson);
  }

  private static String change(
      Actor actor, EmailRule wanted, EmailPolicy before, long misfits, @Nullable Answer answer) {
    return code(ChangeEmailRule.change(actor, wanted, before, misfits, answer, null));
  }

  private static String code(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused ? refused.reason().code() : "done";
  }

  @Test
  void onlyWhoManagesTheSettingsSetsIt() {
    assertThat(change(actor(), STRICT, Addresses.policy(), 0, null)).isEqualTo("not_permitted");
    assertThat(change(ADMIN, STRICT, Addresses.policy(), 0, null)).isEqualTo("done");
  }

  @Test
  void whoSawAnOlderOneIsTold() {
    EmailPolicy before = Addresses.policy().with(new OwnEmailRule(EmailRule.OPEN, 4));

    assertThat(code(ChangeEmailRule.change(ADMIN, STRICT, before, 0, null, 3)))
        .isEqualTo("version_conflict");
    assertThat(code(ChangeEmailRule.change(ADMIN, STRICT, before, 0, null, 4))).isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource({
    "company.freemail, single-seat, freeMail",
    "company.throwAway, refuse, throwAway",
    "company.roleAddress, refuse, roleAddress",
    "company.realPerson, true, realPerson"
  })
  void aCompanyAsksForNoLessThanItsVendor(String key, String value, String field) {
    EmailPolicy floor = Addresses.policy(EmailDomainSettings.EXTERNALS, "invited-only", key, value);
    Outcome<EmailRule> outcome =
        ChangeEmailRule.change(ADMIN, EmailRule.OPEN, floor, 0, null, null);

    assertThat(outcome).isEqualTo(Outcome.refused(EmailRefusal.WEAKER_THAN_VENDOR, "field", field));
    assertThat(change(ADMIN, STRICT, floor, 0, null)).isEqualTo("done");
  }

  @Test
  void whoseDomainsAreAcceptedIsAskedOfBothSoThatNothingNeedsToBeSaid() {
    EmailPolicy floor = Addresses.ownDomains(EmailDomainSettings.EXTERNALS, "invited-only");

    assertThat(change(ADMIN, EmailRule.OPEN, floor, 0, null)).isEqualTo("done");
  }

  @Test
  void externalsNeedTheVendorsConsent() {
    assertThat(ChangeEmailRule.change(ADMIN, EmailRule.OPEN, Addresses.policy(), 0, null, null))
        .isEqualTo(Outcome.refused(EmailRefusal.WEAKER_THAN_VENDOR, "field", "externals"));
  }

  @Test
  void domainsFitTheirColumn() {
    Set<DomainPattern> many =
        IntStream.range(0, ChangeEmailRule.MOST_DOMAINS + 1)
            .mapToObj(i -> Addresses.pattern("d" + i + ".example"))
            .collect(Collectors.toSet());
    EmailRule wanted =
        new EmailRule(
            DomainPolicy.COMPANY_DOMAINS,
            true,
            many,
            Set.of(),
            Externals.NONE,
            true,
            Treatment.ALLOW,
            Treatment.ALLOW,
            Treatment.ALLOW,
            false);

    assertThat(change(ADMIN, wanted, Addresses.policy(), 0, null)).isEqualTo("too_many_domains");
  }

  @Test
  void somebodyHasToSayWhatHappensToWhoDoesNotFit() {
    assertThat(change(ADMIN, STRICT, Addresses.policy(), 3, null))
        .isEqualTo("members_would_not_fit");
    assertThat(change(ADMIN, STRICT, Addresses.policy(), 3, new Answer(Choice.GRACE, null, null)))
        .isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "EXTERNAL, draughtsman, -, invited-only, done",
        "EXTERNAL, purchaser, -, invited-only, external_role_required",
        "EXTERNAL, unheard-of, -, invited-only, external_role_required",
        "EXTERNAL, -, -, invited-only, external_role_required",
        "EXTERNAL, draughtsman, -, none, externals_not_allowed",
        "GRACE, -, -, none, done",
        "GRACE, -, 30, none, done",
        "GRACE, -, 0, none, invalid_days",
        "GRACE, -, 366, none, invalid_days",
        "BLOCK, -, -, none, done"
      })
  void whatCanHappenToThem(
      Choice choice,
      @Nullable String role,
      @Nullable Integer days,
      String externals,
      String outcome) {
    EmailPolicy policy = Addresses.ownDomains(EmailDomainSettings.EXTERNALS, externals);
    Actor everything =
        actor(Permission.SETTINGS_MANAGE, Permission.ROLES_ASSIGN, Permission.MEMBERS_MANAGE);

    assertThat(
            code(ChangeEmailRule.answer(everything, new Answer(choice, role, days), policy, ROLES)))
        .isEqualTo(outcome);
    assertThat(code(ChangeEmailRule.answer(ADMIN, new Answer(choice, role, days), policy, ROLES)))
        .isEqualTo("not_permitted");
  }

  @Test
  void onlyRolesForExternalsBringExternalsIn() {
    RoleAssignment draughtsman = RoleAssignment.lasting("draughtsman");
    RoleAssignment purchaser = RoleAssignment.lasting("purchaser");

    assertThat(ChangeEmailRule.areForExternals(List.of(draughtsman), ROLES)).isTrue();
    assertThat(ChangeEmailRule.areForExternals(List.of(), ROLES)).isFalse();
    assertThat(ChangeEmailRule.areForExternals(List.of(draughtsman, purchaser), ROLES)).isFalse();
  }
}

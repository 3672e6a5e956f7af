// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.companyaccounts.companydata.CompanyData.OrganizationData;
import io.companyaccounts.companydata.OrganizationPlan.MemberPlan;
import io.companyaccounts.companydata.OrganizationPlan.RolePlan;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.AddressNotes;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipRules;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.PermissionCatalog.Entry;
import io.companyaccounts.membership.RankRule;
import io.companyaccounts.membership.RoleCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanOrganizationTest {

  private static final Permission ORDER = new Permission("shop", "order.place");
  private static final Permission ADMIN = new Permission("shop", "admin");
  private static final CompanyRole BUYER = role("buyer", CompanyRole.Kind.PREDEFINED, 50);
  private static final CompanyRole EARLY = role("Early shift", CompanyRole.Kind.CUSTOM, 60);

  /** Anna is a member, Bob is blocked, Carl has an account in the realm only. */
  private static final PlanOrganization.People PEOPLE =
      new PlanOrganization.People() {
        @Override
        public @Nullable String idOf(String username) {
          return Set.of("anna", "bob", "carl").contains(username) ? "id-" + username : null;
        }

        @Override
        public List<Member> members(List<String> usernames) {
          List<String> asked =
              usernames.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
          return List.of(member("anna", MemberState.ACTIVE), member("bob", MemberState.BLOCKED))
              .stream()
              .filter(member -> asked.contains(member.username()))
              .toList();
        }
      };

  private final ItemErrors errors = new ItemErrors();

  @Test
  void everythingThatIsThereIsFound() {
    OrganizationPlan plan =
        plan(
            """
            "owner": "Anna",
            "roles": [{"name": "early SHIFT", "permissions": ["shop:order.place"]},
                      {"name": "Late shift", "permissions": ["shop:order.place"]}],
            "members": [{"username": "ANNA", "roles": [
                          {"role": "buyer"}, {"custom": "Early Shift"}, {"custom": "late shift"}]},
                        {"username": "bob"}]
            """);

    assertThat(errors.first()).isEmpty();
    assertThat(plan.owner()).isEqualTo("id-anna");
    assertThat(plan.roles()).extracting(RolePlan::present).containsExactly(EARLY, null);
    assertThat(plan.members()).extracting(MemberPlan::userId).containsExactly("id-anna", "id-bob");
  }

  @Test
  void whoWasBlockedElsewhereIsKeptOutWithoutBeingAMember() {
    OrganizationPlan plan = plan("\"members\": [{\"username\": \"carl\", \"state\": \"BLOCKED\"}]");

    assertThat(errors.first()).isEmpty();
    assertThat(plan.members())
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.userId()).isEqualTo("id-carl");
              assertThat(member.present()).isNull();
            });
  }

  @Test
  void anAccountThatIsNoMemberIsNamed() {
    refused("\"members\": [{\"username\": \"carl\"}]", ".members[0].username", "not_a_member");
  }

  @Test
  void aLoginNameThatIsUnknownIsNamed() {
    refused(
        "\"members\": [{\"username\": \"zoe\", \"state\": \"BLOCKED\"}]",
        ".members[0].username",
        "unknown_user");
  }

  @Test
  void anUnknownRoleIsNamed() {
    refused(
        "\"members\": [{\"username\": \"anna\", \"roles\": [{\"role\": \"buyer\"}, {\"role\": \"Buyer\"}]}]",
        ".members[0].roles[1]",
        "unknown_role");
  }

  @Test
  void aCustomRoleIsNoRoleOfTheRealmAndTheOtherWayRound() {
    plan(
        """
        "members": [{"username": "anna", "roles": [{"role": "Early shift"}, {"custom": "buyer"}]}]
        """);

    assertThat(errors.first())
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(
            tuple("organizations[0].members[0].roles[0]", "unknown_role"),
            tuple("organizations[0].members[0].roles[1]", "unknown_role"));
  }

  @Test
  void anUnknownPermissionIsNamedByItsPlace() {
    refused(
        "\"roles\": [{\"name\": \"x\", \"permissions\": [\"shop:order.place\", \"shop:fly\"]}]",
        ".roles[0].permissions[1]",
        "unknown_permission");
  }

  @Test
  void aPermissionThatIsNotForCustomRolesIsNamedByItsPlace() {
    refused(
        "\"roles\": [{\"name\": \"x\", \"permissions\": [\"shop:admin\"]}]",
        ".roles[0].permissions[0]",
        "permission_not_assignable");
  }

  @Test
  void aRoleWithoutPermissionsIsNamed() {
    refused("\"roles\": [{\"name\": \"x\"}]", ".roles[0]", "no_permissions");
  }

  @Test
  void aRoleThatHasTheNameOfARealmRoleIsNamed() {
    refused(
        "\"roles\": [{\"name\": \"Buyer\", \"permissions\": [\"shop:order.place\"]}]",
        ".roles[0]",
        "name_taken");
  }

  @Test
  void aRankBelowThePermissionsIsNamed() {
    refused(
        "\"roles\": [{\"name\": \"x\", \"rank\": 1, \"permissions\": [\"shop:order.place\"]}]",
        ".roles[0]",
        "rank_below_permissions");
  }

  @Test
  void anOwnerWhoIsNoMemberIsNamed() {
    refused("\"owner\": \"carl\"", ".owner", "owner_not_a_member");
  }

  @Test
  void anOwnerWhoIsUnknownIsNamed() {
    refused("\"owner\": \"zoe\"", ".owner", "unknown_user");
  }

  @Test
  void anOwnerWhoIsBlockedIsNamed() {
    refused("\"owner\": \"bob\"", ".owner", "owner_blocked");
  }

  @Test
  void anOwnerWhoIsToBeBlockedIsNamed() {
    refused(
        "\"owner\": \"anna\", \"members\": [{\"username\": \"anna\", \"state\": \"BLOCKED\"}]",
        ".owner",
        "owner_blocked");
  }

  @Test
  void anOwnerWhoIsToBeLetInAgainIsFine() {
    OrganizationPlan plan = plan("\"owner\": \"bob\", \"members\": [{\"username\": \"bob\"}]");

    assertThat(errors.first()).isEmpty();
    assertThat(plan.owner()).isEqualTo("id-bob");
  }

  @Test
  void allThatIsWrongIsToldAtOnceAndWithoutNamesOfPeople() {
    plan(
        """
        "owner": "zoe",
        "roles": [{"name": "x", "permissions": ["shop:fly", "shop:admin"]}],
        "members": [{"username": "zoe"}, {"username": "carl", "roles": [{"role": "pilot"}]}]
        """);

    assertThat(errors.total()).isEqualTo(6);
    assertThat(errors.first())
        .allSatisfy(error -> assertThat(error.text()).doesNotContain("zoe", "carl"));
  }

  private void refused(String fields, String path, String code) {
    plan(fields);

    assertThat(errors.first())
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(tuple("organizations[0]" + path, code));
  }

  private OrganizationPlan plan(String fields) {
    String json = "{\"format\": 1, \"organizations\": [{\"alias\": \"acme\", " + fields + "}]}";
    ReadCompanyData.Reading reading = ReadCompanyData.read(json.getBytes(UTF_8));
    assertThat(reading.errors().first()).isEmpty();
    OrganizationData data = reading.data().organizations().get(0);
    return new PlanOrganization(data, rules(), Actor.system(), PEOPLE, errors).plan();
  }

  private static MembershipRules rules() {
    PermissionCatalog permissions =
        new PermissionCatalog(
            List.of(
                new Entry(ORDER, "1", "order", null, null, true, Set.of()),
                new Entry(ADMIN, "2", "admin", null, null, false, Set.of())));
    return new MembershipRules(
        new RoleCatalog(List.of(BUYER, EARLY)), permissions, RankRule.UP_TO, Instant.EPOCH);
  }

  private static CompanyRole role(String name, CompanyRole.Kind kind, int rank) {
    return new CompanyRole(
        "id of " + name,
        kind,
        name,
        Map.of(),
        null,
        rank,
        true,
        false,
        Set.of(ORDER),
        Set.of(ORDER),
        1);
  }

  private static Member member(String username, MemberState state) {
    return new Member(
        "id-" + username,
        username,
        null,
        null,
        null,
        null,
        true,
        state,
        false,
        AddressNotes.NONE,
        List.of(),
        1);
  }
}

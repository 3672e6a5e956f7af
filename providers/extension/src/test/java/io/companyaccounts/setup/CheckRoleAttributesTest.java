// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckRoleAttributesTest {

  private static final MarkedRole TECHNICIAN =
      role(
          "technician",
          Map.of("company.role", "true", "company.rank", "10", "company.default", "true"));

  @Test
  void wellDescribedRolesGiveNoFindings() {
    MarkedRole buyer =
        role(
            "buyer",
            Map.of(
                "company.role", "true",
                "company.rank", "50",
                "company.assignable", "false",
                "company.name.de", "Einkauf"));
    MarkedRole permission =
        permission(
            Map.of(
                "company.resource", "order",
                "company.level", "read",
                "company.limit", "true",
                "company.assignable", "true"));

    assertThat(CheckRoleAttributes.findings(List.of(TECHNICIAN, buyer, permission))).isEmpty();
  }

  @Test
  void aRealmWithoutCompanyRolesIsTold() {
    assertThat(codes()).containsExactly("no_company_roles");
  }

  @Test
  void aRoleWithoutRankIsNamed() {
    assertThat(CheckRoleAttributes.findings(List.of(TECHNICIAN, role("x", "company.role", "true"))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("rank_missing");
              assertThat(finding.about()).containsEntry("role", "x");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"high", "1.5", "-1", "99999999999", "10 20", "0x10"})
  void aRankThatIsNoWholeNumberIsNamed(String rank) {
    MarkedRole role = role("x", Map.of("company.role", "true", "company.rank", rank));

    assertThat(codes(TECHNICIAN, role)).containsExactly("rank_invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", " 7 ", "1000000"})
  void aRankThatIsOnePassesHoweverSpaced(String rank) {
    MarkedRole role = role("x", Map.of("company.role", "true", "company.rank", rank));

    assertThat(codes(TECHNICIAN, role)).isEmpty();
  }

  @Test
  void noDefaultRoleIsTold() {
    MarkedRole role = role("x", Map.of("company.role", "true", "company.rank", "1"));

    assertThat(codes(role)).containsExactly("default_role_missing");
  }

  @Test
  void severalDefaultRolesAreNamed() {
    MarkedRole other =
        role("x", Map.of("company.role", "true", "company.rank", "1", "company.default", "true"));

    assertThat(CheckRoleAttributes.findings(List.of(TECHNICIAN, other)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("several_default_roles");
              assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
              assertThat(finding.about()).containsEntry("roles", List.of("technician", "x"));
            });
  }

  @Test
  void aRoleThatIsMarkedInAnotherWordIsNoCompanyRoleAndTold() {
    MarkedRole role = role("x", Map.of("company.role", "yes", "company.rank", "1"));

    assertThat(codes(TECHNICIAN, role)).containsExactly("attribute_invalid");
  }

  @Test
  void aRoleWithRankThatIsNotMarkedIsTold() {
    assertThat(codes(TECHNICIAN, role("x", "company.rank", "1")))
        .containsExactly("role_not_marked");
  }

  @Test
  void aRoleThatIsDeliberatelyNotMarkedIsLeftInPeace() {
    MarkedRole role = role("x", Map.of("company.role", "false", "company.rank", "1"));

    assertThat(codes(TECHNICIAN, role)).isEmpty();
  }

  @Test
  void anUnknownLevelOfAPermissionIsNamedWithItsClient() {
    assertThat(
            CheckRoleAttributes.findings(
                List.of(TECHNICIAN, permission(Map.of("company.level", "write")))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("attribute_invalid");
              assertThat(finding.text()).contains("full, none, read");
              assertThat(finding.about())
                  .containsEntry("role", "shop:order.place")
                  .containsEntry("attribute", "company.level")
                  .containsEntry("value", "write");
            });
  }

  @Test
  void anUnclearAssignableIsNamed() {
    assertThat(codes(TECHNICIAN, permission(Map.of("company.assignable", "True"))))
        .containsExactly("attribute_invalid");
  }

  @Test
  void anUnclearLimitIsNamed() {
    assertThat(codes(TECHNICIAN, permission(Map.of("company.limit", "5000"))))
        .containsExactly("attribute_invalid");
  }

  @Test
  void aClientRoleIsNoCompanyRole() {
    assertThat(codes(TECHNICIAN, permission(Map.of("company.role", "true")))).isEmpty();
  }

  private static List<String> codes(MarkedRole... roles) {
    return CheckRoleAttributes.findings(List.of(roles)).stream().map(Finding::code).toList();
  }

  private static MarkedRole role(String name, String attribute, String value) {
    return role(name, Map.of(attribute, value));
  }

  private static MarkedRole role(String name, Map<String, String> attributes) {
    return marked(name, null, attributes);
  }

  private static MarkedRole permission(Map<String, String> attributes) {
    return marked("order.place", "shop", attributes);
  }

  private static MarkedRole marked(
      String name, @Nullable String client, Map<String, String> attributes) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    attributes.forEach((key, value) -> lists.put(key, List.of(value)));
    return new MarkedRole("id of " + name, name, client, lists);
  }
}

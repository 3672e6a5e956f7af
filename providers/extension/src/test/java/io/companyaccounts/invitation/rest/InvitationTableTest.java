// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.companyaccounts.invitation.InvitationDraft;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.platform.ApiException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationTableTest {

  private static final RoleCatalog ROLES =
      new RoleCatalog(List.of(role("id-purchaser", "purchaser"), role("id-night", "Night, late")));

  @Test
  void aRowBecomesAnInvitation() {
    List<InvitationDraft> drafts =
        read(
            """
            email,firstName,lastName,phone,roles,message,locale,validityDays
            Anna@Example.com , Anna,"Ärmel, jr.",+49 30 1,Purchaser | id-night,"Hi
            there",de,14
            bob@example.com
            """);

    assertThat(drafts)
        .containsExactly(
            new InvitationDraft(
                "Anna@Example.com",
                "Anna",
                "Ärmel, jr.",
                "+49 30 1",
                List.of(RoleAssignment.lasting("id-purchaser"), RoleAssignment.lasting("id-night")),
                "Hi\nthere",
                "de",
                14),
            new InvitationDraft("bob@example.com", null, null, null, List.of(), null, null, null));
  }

  @Test
  void columnsComeInAnyOrderAndOnesWithoutTitleStayEmpty() {
    List<InvitationDraft> drafts = read("ROLES;Email;;\r\npurchaser;a@b.example;;\r\n");

    assertThat(drafts.get(0).email()).isEqualTo("a@b.example");
    assertThat(drafts.get(0).roles()).containsExactly(RoleAssignment.lasting("id-purchaser"));
  }

  @Test
  void aRoleThatDoesNotExistKeepsItsNameSoThatTheRuleCanRefuseIt() {
    assertThat(read("email,roles\na@b.example,boss").get(0).roles())
        .containsExactly(RoleAssignment.lasting("boss"));
  }

  @Test
  void whatIsNoNumberOfDaysIsLeftToTheRule() {
    assertThat(read("email,validityDays\na@b.example,soon").get(0).validityDays()).isZero();
  }

  @Test
  void theTemplateNamesAllColumns() {
    assertThat(read(InvitationTable.TEMPLATE + "a@b.example,A,B,1,purchaser,Hi,en,7\r\n"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'email,shoeSize\na@b.example,43' | unknown_field",
        "'a@b.example\nb@b.example' | unknown_field",
        "'firstName,lastName\nA,B' | invalid_csv",
        "'email,Email\nA,B' | invalid_csv",
        "'email\na@b.example,more' | invalid_csv",
        "'email\n\"a@b.example' | invalid_csv",
        "'email\n' | invalid_value",
        "'' | invalid_value",
      })
  void aTableThatIsNotWhatItShouldBe(String text, String code) {
    assertThat(refusal(text.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(code);
  }

  @Test
  void anotherEncodingIsRefusedInsteadOfSpoilingNames() {
    byte[] bytes = "email,lastName\na@b.example,Ärmel".getBytes(Charset.forName("windows-1252"));

    assertThat(refusal(bytes).text()).contains("UTF-8");
  }

  @Test
  void fiveHundredRowsAreTakenAndNoMore() {
    String rows = "email\n" + "a@b.example\n".repeat(500);

    assertThat(read(rows)).hasSize(500);
    assertThat(refusal((rows + "a@b.example").getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("invalid_value");
  }

  @Test
  void onlyTextCsvIsATable() {
    assertThat(InvitationTable.isTable("text/csv")).isTrue();
    assertThat(InvitationTable.isTable("Text/CSV; charset=utf-8")).isTrue();
    assertThat(InvitationTable.isTable("application/json")).isFalse();
    assertThat(InvitationTable.isTable(null)).isFalse();
  }

  private static List<InvitationDraft> read(String text) {
    return InvitationTable.drafts(text.getBytes(StandardCharsets.UTF_8), ROLES);
  }

  private static ApiException refusal(byte[] bytes) {
    return catchThrowableOfType(ApiException.class, () -> InvitationTable.drafts(bytes, ROLES));
  }

  private static CompanyRole role(String id, String name) {
    return new CompanyRole(
        id,
        CompanyRole.Kind.PREDEFINED,
        name,
        Map.of(),
        null,
        10,
        true,
        false,
        Set.of(),
        Set.of(),
        0);
  }
}

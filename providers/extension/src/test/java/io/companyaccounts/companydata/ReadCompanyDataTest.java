// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.companyaccounts.companydata.CompanyData.HeldRoleData;
import io.companyaccounts.companydata.CompanyData.MemberData;
import io.companyaccounts.companydata.CompanyData.OrganizationData;
import io.companyaccounts.companydata.ReadCompanyData.Reading;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCompanyDataTest {

  @Test
  void aWholeFileIsReadAsItIsWritten() {
    OrganizationData acme =
        data("""
                {"format": 1, "organizations": [{"alias": "acme", "owner": "anna",
                  "roles": [{"name": "Weekend", "description": "Saturdays", "rank": 20,
                             "permissions": ["shop:order.request", "https://x.example:read"]}],
                  "members": [
                    {"username": "anna", "roles": [{"role": "director", "limit": 5000}]},
                    {"username": "bob", "state": "BLOCKED", "roles": [
                      {"custom": "Weekend", "from": "2026-01-01T00:00:00+01:00",
                       "until": "2026-12-31T00:00:00.123456Z"}]}]}]}
                """)
            .organizations()
            .get(0);

    assertThat(acme.alias()).isEqualTo("acme");
    assertThat(acme.owner()).isEqualTo("anna");
    assertThat(acme.roles())
        .singleElement()
        .satisfies(
            role -> {
              assertThat(role.name()).isEqualTo("Weekend");
              assertThat(role.description()).isEqualTo("Saturdays");
              assertThat(role.rank()).isEqualTo(20);
              assertThat(role.permissions())
                  .isEqualTo(
                      Map.of(
                          new Permission("shop", "order.request"), 0,
                          new Permission("https://x.example", "read"), 1));
            });
    assertThat(acme.members())
        .containsExactly(
            new MemberData(
                0,
                "anna",
                MemberState.ACTIVE,
                false,
                List.of(new HeldRoleData(0, false, "director", null, null, 5000L))),
            new MemberData(
                1,
                "bob",
                MemberState.BLOCKED,
                false,
                List.of(
                    new HeldRoleData(
                        0,
                        true,
                        "Weekend",
                        Instant.parse("2025-12-31T23:00:00Z"),
                        Instant.parse("2026-12-31T00:00:00.123Z"),
                        null))));
  }

  @Test
  void whatIsLeftOutOrNullIsTheLeast() {
    OrganizationData acme =
        data("""
                {"organizations": [{"alias": "acme", "owner": null, "roles": null,
                  "members": [{"username": "anna", "state": null, "roles": null}]},
                  {"alias": "other"}], "format": 1}
                """)
            .organizations()
            .get(0);

    assertThat(acme.owner()).isNull();
    assertThat(acme.roles()).isEmpty();
    assertThat(acme.members())
        .containsExactly(new MemberData(0, "anna", MemberState.ACTIVE, false, List.of()));
  }

  @Test
  void anExternalIsMarked() {
    OrganizationData acme =
        data("""
                {"organizations": [{"alias": "acme",
                  "members": [{"username": "anna", "external": true}]}], "format": 1}
                """)
            .organizations()
            .get(0);

    assertThat(acme.members())
        .containsExactly(new MemberData(0, "anna", MemberState.ACTIVE, true, List.of()));
    assertThat(
            errors(
                "{\"organizations\": [{\"alias\": \"a\", \"members\":"
                    + " [{\"username\": \"anna\", \"external\": \"yes\"}]}], \"format\": 1}"))
        .isNotEmpty();
  }

  @Test
  void anotherFormatIsToldAloneAndNotAsUnknownFields() {
    assertThat(errors("{\"organizations\": [{\"alias\": \"a\", \"new\": 1}], \"format\": 2}"))
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(tuple("format", "unsupported_format"));
  }

  @Test
  void formatAndOrganizationsAreNeeded() {
    assertThat(errors("{}"))
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(tuple("format", "required"), tuple("organizations", "required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nonsense",
        "{\"format\": 1, \"organizations\": []} more",
        "{\"format\": 1, \"format\": 1, \"organizations\": []}",
        "{\"format\": 1, \"organizations\": [{\"alias\": \"a\"}",
      })
  void whatIsNoJsonIsToldWithItsPlace(String json) {
    assertThat(errors(json)).extracting(ItemError::code).contains("invalid_json");
  }

  @Test
  void twoOwnersAreNoJson() {
    assertThat(errors(organization("\"owner\": \"anna\", \"owner\": \"bob\"")))
        .extracting(ItemError::code)
        .containsExactly("invalid_json");
  }

  @Test
  void anotherEncodingIsNoJson() {
    byte[] latin = organization("\"owner\": \"Jürgen\"").getBytes(ISO_8859_1);

    assertThat(ReadCompanyData.read(latin).errors().first())
        .extracting(ItemError::code)
        .containsExactly("invalid_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "null", "\"text\""})
  void aFileThatIsNoObjectIsRefused(String json) {
    assertThat(errors(json))
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(tuple("", "invalid_value"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"alias\": null | organizations[0].alias | required",
        "\"alias\": 5 | organizations[0].alias | invalid_value",
        "\"alias\": \" \" | organizations[0].alias | invalid_value",
        "\"alias\": \"a\", \"logo\": {\"x\": [1]} | organizations[0].logo | unknown_field",
        "\"alias\": \"a\", \"a b\\n\": 1 | organizations[0].(field) | unknown_field",
        "\"alias\": \"a\", \"owner\": [\"x\", \"y\"] | organizations[0].owner | invalid_value",
        "\"alias\": \"a\", \"members\": {} | organizations[0].members | invalid_value",
        "\"alias\": \"a\", \"members\": [7] | organizations[0].members[0] | invalid_value",
        "\"alias\": \"a\", \"members\": [{}] | organizations[0].members[0].username | required",
      })
  void eachWrongItemOfAnOrganizationIsNamedOnce(String fields, String path, String code) {
    assertThat(errors("{\"format\": 1, \"organizations\": [{" + fields + "}]}"))
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(tuple(path, code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{} | .name | required",
        "{\"name\": \"r\", \"rank\": 1.5} | .rank | invalid_value",
        "{\"name\": \"r\", \"rank\": \"5\"} | .rank | invalid_value",
        "{\"name\": \"r\", \"rank\": 99999999999} | .rank | invalid_value",
        "{\"name\": \"r\", \"permissions\": [\"shop\"]} | .permissions[0] | invalid_value",
        "{\"name\": \"r\", \"permissions\": [\"a:b\", null]} | .permissions[1] | invalid_value",
        "{\"name\": \"r\", \"permissions\": [\"a:b\", \"a:b\"]} | .permissions[1] | duplicate",
        "{\"name\": \"r\", \"permissions\": [\"a:b\", 5]} | .permissions[1] | invalid_value",
        "{\"name\": \"r\", \"description\": {}} | .description | invalid_value",
        "{\"name\": \"r\", \"description\": \"\\u0000\"} | .description | invalid_value",
      })
  void eachWrongItemOfACustomRoleIsNamedOnce(String role, String path, String code) {
    assertThat(errors(organization("\"roles\": [" + role + "]")))
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(tuple("organizations[0].roles[0]" + path, code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{} | '' | required",
        "{\"role\": \"a\", \"custom\": \"b\"} | '' | required",
        "{\"role\": 5} | .role | invalid_value",
        "{\"role\": \"a\", \"since\": 1} | .since | unknown_field",
        "{\"role\": \"a\", \"from\": \"tomorrow\"} | .from | invalid_value",
        "{\"role\": \"a\", \"from\": \"2026-01-01\"} | .from | invalid_value",
        "{\"role\": \"a\", \"until\": \"9999999-01-01T00:00:00Z\"} | .until | invalid_value",
        "{\"role\": \"a\", \"until\": \"1969-01-01T00:00:00Z\"} | .until | invalid_value",
        "{\"role\": \"a\", \"limit\": -1} | .limit | invalid_value",
        "{\"role\": \"a\", \"limit\": 1000000000000} | .limit | invalid_value",
        "{\"role\": \"a\", \"limit\": 99999999999999999999} | .limit | invalid_value",
        "{\"role\": \"a\", \"limit\": 5.0} | .limit | invalid_value",
        "{\"role\": \"a\", \"limit\": \"5\"} | .limit | invalid_value",
      })
  void eachWrongItemOfAHeldRoleIsNamedOnce(String role, String path, String code) {
    assertThat(errors(member("\"roles\": [" + role + "]")))
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(tuple("organizations[0].members[0].roles[0]" + path, code));
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsNamed() {
    assertThat(
            errors(
                member(
                    """
                    "roles": [{"role": "a", "from": "2026-01-01T00:00:00Z",
                               "until": "2026-01-01T00:00:00Z"}]
                    """)))
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(tuple("organizations[0].members[0].roles[0]", "period_inverted"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"active\"", "\"GONE\"", "1", "\"\""})
  void anotherStateIsNamed(String state) {
    assertThat(errors(member("\"state\": " + state)))
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(tuple("organizations[0].members[0].state", "invalid_value"));
  }

  @Test
  void nothingIsListedTwice() {
    assertThat(
            errors(
                """
                {"format": 1, "organizations": [
                  {"alias": "a", "roles": [{"name": "Early"}, {"name": "EARLY"}],
                   "members": [{"username": "Anna"}, {"username": "anna"},
                     {"username": "bob", "roles": [
                       {"role": "x"}, {"role": "X"}, {"custom": "x"}, {"role": "x"},
                       {"custom": "X"}]}]},
                  {"alias": "a"}]}
                """))
        .extracting(ItemError::path, ItemError::code)
        .containsExactly(
            tuple("organizations[0].roles[1]", "duplicate"),
            tuple("organizations[0].members[1]", "duplicate"),
            tuple("organizations[0].members[2].roles[3]", "duplicate"),
            tuple("organizations[0].members[2].roles[4]", "duplicate"),
            tuple("organizations[1]", "duplicate"));
  }

  @Test
  void allErrorsAreCountedAndTwoHundredTold() {
    ItemErrors errors =
        ReadCompanyData.read(
                ("{\"format\": 1, \"organizations\": [" + "5,".repeat(299) + "5]}").getBytes(UTF_8))
            .errors();

    assertThat(errors.total()).isEqualTo(300);
    assertThat(errors.first()).hasSize(200);
    assertThat(errors.first().get(199).path()).isEqualTo("organizations[199]");
  }

  @Test
  void whatIsReadBehindAnErrorIsStillReadRight() {
    Reading reading =
        ReadCompanyData.read(
            """
            {"format": 1, "organizations": [
              {"alias": "a", "deep": {"x": [{"alias": "no"}]}, "members": [
                {"username": {"a": []}}, {"username": "bob"}]},
              {"alias": "b"}]}
            """
                .getBytes(UTF_8));

    assertThat(reading.errors().total()).isEqualTo(2);
    assertThat(reading.data().organizations())
        .extracting(OrganizationData::alias)
        .containsExactly("a", "b");
    assertThat(reading.data().organizations().get(0).members())
        .containsExactly(new MemberData(1, "bob", MemberState.ACTIVE, false, List.of()));
  }

  @Test
  void aTextOfAnErrorNeverRepeatsWhatTheFileSaysAboutPeople() {
    assertThat(
            errors(
                """
                {"format": 1, "organizations": [{"alias": "a", "owner": {"name": "anna@acme"},
                  "members": [{"username": "bob@acme"}, {"username": "bob@acme"}]}]}
                """))
        .hasSize(2)
        .allSatisfy(error -> assertThat(error.toString()).doesNotContain("@acme"));
  }

  private static String organization(String fields) {
    return "{\"format\": 1, \"organizations\": [{\"alias\": \"a\", " + fields + "}]}";
  }

  private static String member(String fields) {
    return organization("\"members\": [{\"username\": \"anna\", " + fields + "}]");
  }

  private static CompanyData data(String json) {
    Reading reading = ReadCompanyData.read(json.getBytes(UTF_8));
    assertThat(reading.errors().first()).isEmpty();
    return reading.data();
  }

  private static List<ItemError> errors(String json) {
    return ReadCompanyData.read(json.getBytes(UTF_8)).errors().first();
  }
}

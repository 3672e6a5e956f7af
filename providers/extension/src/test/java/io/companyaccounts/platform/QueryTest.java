// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paging, order and text of a query. */
class QueryTest {

  private static final List<String> KEYS = List.of("name", "email");

  @Test
  void withoutPagingTheFirstTwentyAreMeant() {
    assertThat(PageRequest.read(query(Map.of()))).isEqualTo(new PageRequest(0, 20));
  }

  @Test
  void aPageInTheMiddleIsRead() {
    assertThat(PageRequest.read(query(Map.of("first", "40", "max", "100"))))
        .isEqualTo(new PageRequest(40, 100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max=-1",
        "max=0",
        "max=101",
        "max=1000000",
        "max=ten",
        "max=",
        "max=1.5",
        "first=-1",
        "first=99999999999",
        "first=x"
      })
  void aPageThatCannotBeIsRefused(String parameter) {
    String[] parts = parameter.split("=", 2);

    ApiException refusal =
        catchThrowableOfType(
            ApiException.class, () -> PageRequest.read(query(Map.of(parts[0], parts[1]))));

    assertThat(refusal.code()).isEqualTo("invalid_paging");
    assertThat(refusal.status()).isEqualTo(400);
  }

  @Test
  void theOrderIsTheFirstKeyUnlessOneIsGiven() {
    assertThat(SortOrder.read(null, KEYS)).isEqualTo(new SortOrder("name", false));
    assertThat(SortOrder.read("email", KEYS)).isEqualTo(new SortOrder("email", false));
    assertThat(SortOrder.read("-email", KEYS)).isEqualTo(new SortOrder("email", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "--name", "Name", "password", "name;drop table x"})
  void anUnknownSortKeyIsRefused(String sort) {
    ApiException refusal =
        catchThrowableOfType(ApiException.class, () -> SortOrder.read(sort, KEYS));

    assertThat(refusal.code()).isEqualTo("invalid_sort");
  }

  @Test
  void textIsStrippedAndBlankTextIsNone() {
    assertThat(RequestText.read(query(Map.of("search", " a b ")), "search", 10)).isEqualTo("a b");
    assertThat(RequestText.read(query(Map.of("search", "  ")), "search", 10)).isNull();
    assertThat(RequestText.read(query(Map.of()), "search", 10)).isNull();
    assertThat(RequestText.read(query(Map.of("search", "😀")), "search", 10)).isEqualTo("😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaaaaa", "a\u0000", "\ud83d", "\ude00a"})
  void textThatCannotBeLookedForIsRefused(String text) {
    ApiException refusal =
        catchThrowableOfType(
            ApiException.class,
            () -> RequestText.read(query(Map.of("search", text)), "search", 10));

    assertThat(refusal.code()).isEqualTo("invalid_value");
  }

  private static MultivaluedMap<String, String> query(Map<String, String> parameters) {
    return new MultivaluedHashMap<>(parameters);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  record Inner(String word) {
    Inner {
      if ("refused".equals(word)) {
        throw ApiException.conflict("word_refused", "Not this word.");
      }
    }
  }

  record Versioned(int version) {}

  enum Level {
    LOW,
    HIGH
  }

  record Body(
      @Nullable String name,
      @Nullable Integer rank,
      @Nullable Boolean on,
      @Nullable Level level,
      @Nullable Instant from,
      @Nullable List<Inner> inner) {}

  @Test
  void aFullBodyIsRead() {
    Body body =
        read(
            """
            {"name":"Einkäufer 😀","rank":3,"on":true,"level":"HIGH",
             "from":"2026-01-01T01:00:00+01:00","inner":[{"word":"a"}]}""");

    assertThat(body)
        .isEqualTo(
            new Body(
                "Einkäufer 😀",
                3,
                true,
                Level.HIGH,
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(new Inner("a"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "   ", "\n"})
  void nothingIsRefusedAsEmptyBody(String json) {
    assertThat(refusal(json).code()).isEqualTo("body_required");
  }

  @Test
  void aMissingBodyIsRefusedAsEmptyBody() {
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> JsonBody.bytes(null, 10));

    assertThat(refusal.code()).isEqualTo("body_required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"name\":}",
        "{'name':'a'}",
        "{\"name\":\"a\"} {}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":\"a\nb\"}",
        "hello"
      })
  void whatIsNotJsonIsRefused(String json) {
    ApiException refusal = refusal(json);

    assertThat(refusal.code()).isEqualTo("invalid_json");
    assertThat(refusal.status()).isEqualTo(400);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xe4, '"', '}'};

    assertThat(refusal("application/json", latin).code()).isEqualTo("invalid_json");
  }

  @Test
  void veryDeepNestingIsRefused() {
    assertThat(refusal("[".repeat(5000) + "]".repeat(5000)).code()).isEqualTo("invalid_json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nmae\":\"a\"} / nmae",
        "{\"inner\":[{\"word\":\"a\"},{\"wrod\":\"a\"}]} / inner[1].wrod"
      })
  void anUnknownFieldIsRefusedAndNamed(String jsonAndField) {
    String[] parts = jsonAndField.split(" / ", 2);

    ApiException refusal = refusal(parts[0]);

    assertThat(refusal.code()).isEqualTo("unknown_field");
    assertThat(details(refusal)).isEqualTo(Map.of("field", parts[1]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":1} / name",
        "{\"name\":true} / name",
        "{\"name\":{}} / name",
        "{\"rank\":\"3\"} / rank",
        "{\"rank\":3.5} / rank",
        "{\"rank\":99999999999} / rank",
        "{\"on\":\"true\"} / on",
        "{\"on\":1} / on",
        "{\"level\":\"MIDDLE\"} / level",
        "{\"level\":1} / level",
        "{\"from\":\"yesterday\"} / from",
        "{\"from\":\"2026-01-01T00:00:00\"} / from",
        "{\"from\":\"+999999999-01-01T00:00:00Z\"} / from",
        "{\"from\":5} / from",
        "{\"inner\":{}} / inner",
        "{\"inner\":[{\"word\":5}]} / inner[0].word",
        "{\"name\":\"a\\u0000b\"} / name",
        "{\"inner\":[{\"word\":\"\\ud83d\"}]} / inner[0].word",
        "[] / body",
        "5 / body"
      })
  void aValueOfTheWrongKindIsRefusedAndItsFieldNamed(String jsonAndField) {
    String[] parts = jsonAndField.split(" / ", 2);

    ApiException refusal = refusal(parts[0]);

    assertThat(refusal.code()).isEqualTo("invalid_value");
    assertThat(details(refusal)).isEqualTo(Map.of("field", parts[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"version\":null}"})
  void aPrimitiveMustBeThere(String json) {
    ApiException refusal =
        catchThrowableOfType(
            ApiException.class,
            () -> JsonBody.parse("application/json", json.getBytes(UTF_8), Versioned.class));

    assertThat(refusal.code()).isEqualTo("invalid_value");
    assertThat(details(refusal)).isEqualTo(Map.of("field", "version"));
  }

  @Test
  void aRefusalOfAValueItselfKeepsItsCode() {
    assertThat(refusal("{\"inner\":[{\"word\":\"refused\"}]}").code()).isEqualTo("word_refused");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "text/plain",
        "",
        ";",
        "application/x-www-form-urlencoded",
        "application/json; charset=iso-8859-1",
        "application/jsonp",
        "application/merge-patch+json"
      })
  void anotherContentTypeIsRefused(@Nullable String contentType) {
    ApiException refusal = refusal(contentType, "{}".getBytes(UTF_8));

    assertThat(refusal.code()).isEqualTo("unsupported_media_type");
    assertThat(refusal.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=UTF-8",
        "application/json; charset=\"utf-8\"",
        "application/json; v=1"
      })
  void jsonInUtf8IsTaken(String contentType) {
    assertThat(JsonBody.parse(contentType, "{\"rank\":1}".getBytes(UTF_8), Body.class).rank())
        .isEqualTo(1);
  }

  @Test
  void aBodyAboveTheLimitIsRefused() {
    ApiException refusal =
        catchThrowableOfType(
            ApiException.class, () -> JsonBody.bytes(new ByteArrayInputStream(new byte[11]), 10));

    assertThat(refusal.code()).isEqualTo("body_too_large");
    assertThat(refusal.status()).isEqualTo(413);
    assertThat(JsonBody.bytes(new ByteArrayInputStream(new byte[10]), 10)).hasSize(10);
  }

  @Test
  void aBodyOfAnotherEncodingOfUnicodeIsReadAsJsonAllows() {
    assertThat(
            JsonBody.parse("application/json", "{\"name\":\"ä\"}".getBytes(UTF_16), Body.class)
                .name())
        .isEqualTo("ä");
  }

  private static Body read(String json) {
    return JsonBody.parse("application/json", json.getBytes(UTF_8), Body.class);
  }

  private static ApiException refusal(String json) {
    return refusal("application/json", json.getBytes(UTF_8));
  }

  private static ApiException refusal(@Nullable String contentType, byte[] body) {
    return catchThrowableOfType(
        ApiException.class, () -> JsonBody.parse(contentType, body, Body.class));
  }

  private static @Nullable Object details(ApiException refusal) {
    return ((Map<?, ?>) refusal.getResponse().getEntity()).get("details");
  }
}

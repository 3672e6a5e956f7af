// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All texts that people read, in every language. */
class MessagesTest {

  private static final List<String> LANGUAGES = List.of("en", "de", "nl");
  private static final Path MESSAGES = Sources.RESOURCES.resolve("theme-resources/messages");
  private static final Path TEMPLATES = Sources.RESOURCES.resolve("theme-resources/templates");

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
  private static final Pattern IN_TEMPLATE = Pattern.compile("msg\\(\\s*[\"']([^\"']+)[\"']");
  private static final Pattern IN_JAVA =
      Pattern.compile("\"(?:\\$\\{)?(company[A-Z]\\w*|requiredAction\\.company[\\w-]*)}?\"?");
  private static final Pattern VARIABLE = Pattern.compile("\\bcompany[A-Z]\\w*");

  /** Values by key, by language. */
  private static final Map<String, Map<String, String>> TEXTS =
      LANGUAGES.stream()
          .collect(
              Collectors.toMap(
                  language -> language, MessagesTest::read, (a, b) -> a, TreeMap::new));

  @Test
  void thereIsOneFileForEachLanguage() throws IOException {
    try (var files = Files.list(MESSAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              LANGUAGES.stream().map(language -> "messages_" + language + ".properties").toList());
    }
  }

  @Test
  void filesAreUtf8WithoutAMark() throws IOException {
    for (String language : LANGUAGES) {
      byte[] bytes = Files.readAllBytes(file(language));
      assertThatCode(
              () ->
                  StandardCharsets.UTF_8
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .decode(ByteBuffer.wrap(bytes)))
          .as(language)
          .doesNotThrowAnyException();
      assertThat(bytes[0]).as(language).isNotEqualTo((byte) 0xEF);
    }
  }

  @Test
  void everyLanguageHasTheSameKeys() {
    for (String language : LANGUAGES) {
      assertThat(texts(language).keySet()).as(language).isEqualTo(texts("en").keySet());
    }
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    for (String language : LANGUAGES) {
      List<String> keys =
          Files.readAllLines(file(language)).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')).strip())
              .toList();
      assertThat(keys).as(language).doesNotHaveDuplicates().hasSameSizeAs(texts(language).keySet());
    }
  }

  /** Bundles of all extensions are merged flat. */
  @Test
  void keysCannotMeetThoseOfOthers() {
    assertThat(texts("en").keySet())
        .allMatch(key -> key.matches("company[A-Z][A-Za-z0-9]*|requiredAction\\.company-[a-z-]+"));
  }

  @Test
  void everyTextSaysSomethingAndHasNoStraySpaces() {
    TEXTS.forEach(
        (language, texts) ->
            texts.forEach(
                (key, text) ->
                    assertThat(text)
                        .as(language + " " + key)
                        .isNotBlank()
                        .isEqualTo(text.strip())));
  }

  /** Keycloak formats every text, arguments or not, so a single apostrophe would vanish. */
  @Test
  void everyTextIsAPatternWithoutLoneApostrophes() {
    TEXTS.forEach(
        (language, texts) ->
            texts.forEach(
                (key, text) -> {
                  assertThatCode(() -> new MessageFormat(text, Locale.forLanguageTag(language)))
                      .as(language + " " + key)
                      .doesNotThrowAnyException();
                  assertThat(text.replace("''", "")).as(language + " " + key).doesNotContain("'");
                }));
  }

  @Test
  void everyLanguageFillsInTheSame() {
    TEXTS.forEach(
        (language, texts) ->
            texts.forEach(
                (key, text) ->
                    assertThat(arguments(text))
                        .as(language + " " + key)
                        .isEqualTo(arguments(texts("en").getOrDefault(key, "")))));
  }

  @Test
  void argumentsAreCountedFromZero() {
    texts("en")
        .forEach(
            (key, text) -> {
              Set<Integer> numbers = arguments(text);
              if (key.startsWith("companyEmail")) {
                // of a field; Keycloak puts the field's name in front, and we never say it
                numbers.add(0);
              }
              assertThat(numbers).as(key).allMatch(number -> number < numbers.size());
            });
  }

  @Test
  void everyKeyThatATemplateUsesExists() {
    Sources.texts(TEMPLATES, ".ftl")
        .forEach(
            (path, text) ->
                assertThat(texts("en").keySet())
                    .as(path.toString())
                    .containsAll(found(IN_TEMPLATE, text)));
  }

  /** A literal that is no key may begin some, or name what a template fills in. */
  @Test
  void everyKeyThatTheCodeUsesExists() {
    Set<String> variables = new TreeSet<>();
    Sources.texts(TEMPLATES, ".ftl")
        .values()
        .forEach(
            text ->
                VARIABLE
                    .matcher(IN_TEMPLATE.matcher(text).replaceAll(""))
                    .results()
                    .map(MatchResult::group)
                    .forEach(variables::add));
    Map<String, Path> unknown = new HashMap<>();
    Sources.texts(Sources.JAVA, ".java")
        .forEach(
            (path, text) ->
                found(IN_JAVA, text).stream()
                    .filter(literal -> !variables.contains(literal))
                    .filter(
                        literal ->
                            texts("en").keySet().stream().noneMatch(key -> key.startsWith(literal)))
                    .forEach(literal -> unknown.put(literal, path)));
    assertThat(unknown).isEmpty();
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(match -> Integer.valueOf(match.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> texts(String language) {
    return TEXTS.getOrDefault(language, Map.of());
  }

  private static Path file(String language) {
    return MESSAGES.resolve("messages_" + language + ".properties");
  }

  private static Map<String, String> read(String language) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file(language))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.tree.TreeNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages and mails of the pack, which take their looks from any theme and all their words from the
 * messages.
 */
class TemplatesTest {

  private static final Path TEMPLATES = Sources.RESOURCES.resolve("theme-resources/templates");
  private static final Map<Path, String> SOURCES = Sources.texts(TEMPLATES, ".ftl");

  private static final Pattern IMPORT = Pattern.compile("<#(?:import|include)\\s+[^>]*>");
  private static final Pattern UNSAFE_CLASS = Pattern.compile("properties\\.\\w+\\s*[^!\\w\\s(]");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "<script|javascript:|\\son\\w+\\s*=|\\sstyle\\s*=|<style", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile("\\b(?:alt|title|placeholder|aria-label|value)\\s*=\\s*\"[^\"]*\\p{L}");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  static Stream<Path> templates() {
    return SOURCES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void isReadAsKeycloakReadsIt(Path path) throws IOException {
    assertThat(template(path).getName()).isEqualTo(path.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void hasANameThatMeetsNoOther(Path path) {
    assertThat(path.getFileName().toString()).matches("company-[a-z-]+\\.ftl");
  }

  /** Other templates of Keycloak exist in some of its themes only; our own exist in all. */
  @ParameterizedTest
  @MethodSource("templates")
  void isBuiltOnTheLayoutAlone(Path path) {
    assertThat(IMPORT.matcher(source(path)).results().map(found -> found.group()))
        .allMatch(
            found ->
                found.equals("<#import \"template.ftl\" as layout>")
                    || found.startsWith("<#import \"company-"));
  }

  /** A class that a theme does not define is left out and does not break the page. */
  @ParameterizedTest
  @MethodSource("templates")
  void takesItsClassesFromTheTheme(Path path) {
    assertThat(UNSAFE_CLASS.matcher(source(path)).results().map(found -> found.group())).isEmpty();
    assertThat(source(path))
        .doesNotContainPattern("class\\s*=\\s*\"[^\"]*(?<![\\w.])(pf-|btn|col-)");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void holdsNoScriptAndNoStyle(Path path) {
    assertThat(source(path)).doesNotContainPattern(SCRIPT);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void escapesWhatItShows(Path path) {
    assertThat(source(path)).doesNotContain("?no_esc").doesNotContain("<#noautoesc");
    if (path.getParent().endsWith("text")) {
      assertThat(source(path)).startsWith("<#ftl output_format=\"plainText\">");
    } else {
      assertThat(source(path)).doesNotContain("output_format");
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void saysNothingByItself(Path path) throws IOException {
    String text = staticText(template(path).getRootTreeNode());
    assertThat(text).doesNotContainPattern(SPOKEN_ATTRIBUTE);
    assertThat(TAG.matcher(text).replaceAll("")).doesNotContainPattern("\\p{L}");
  }

  @Test
  void everyMailExistsAsTextAndAsHtml() {
    assertThat(names("text")).isEqualTo(names("html"));
  }

  private static Set<String> names(String kind) {
    return SOURCES.keySet().stream()
        .filter(path -> path.getParent().endsWith(kind))
        .map(path -> path.getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String source(Path path) {
    return SOURCES.getOrDefault(path, "");
  }

  private static Template template(Path path) throws IOException {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    return new Template(path.getFileName().toString(), source(path), configuration);
  }

  /** What is written between directives; each interpolation is one sign. */
  private static String staticText(TreeNode node) {
    return switch (node.getClass().getSimpleName()) {
      case "TextBlock" -> node.toString();
      case "DollarVariable", "NumericalOutput" -> "\u00A7";
      default ->
          Collections.list(node.children()).stream()
              .map(TemplatesTest::staticText)
              .collect(Collectors.joining());
    };
  }
}

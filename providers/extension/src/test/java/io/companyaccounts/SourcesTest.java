// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What of the house's style can be seen in the sources only. */
class SourcesTest {

  /** Where one failure must not spread to what others do: to jobs, files, realms or the answer. */
  private static final Set<String> MAY_CATCH_RUNTIME_EXCEPTIONS =
      Set.of(
          "CompanyFiles.java",
          "JobRun.java",
          "JobRunner.java",
          "RefusalRecorder.java",
          "SetUpAtStart.java");

  private static final Pattern CATCH =
      Pattern.compile(
          "catch \\((?:final )?[^)]*\\b(Exception|Throwable|Error|RuntimeException)\\b");
  private static final Pattern ENTITY = Pattern.compile("@Entity\\(name = \"(\\w+)\"\\)");
  private static final Pattern WRITE =
      Pattern.compile("\"(?:update|delete from|insert into) (\\w+)", Pattern.CASE_INSENSITIVE);

  private static final Map<Path, String> JAVA = Sources.texts(Sources.JAVA, ".java");

  /** Classes in Keycloak's packages would reach into what Keycloak keeps for itself. */
  @Test
  void nothingPassesForKeycloaksOwnCode() {
    assertThat(JAVA.keySet()).allMatch(path -> path.startsWith("src/main/java/io/companyaccounts"));
  }

  @Test
  void nobodyCatchesWhateverMayCome() {
    List<String> found = new ArrayList<>();
    JAVA.forEach(
        (path, text) -> {
          Matcher caught = CATCH.matcher(text);
          while (caught.find()) {
            boolean runtime = caught.group(1).equals("RuntimeException");
            if (!runtime || !MAY_CATCH_RUNTIME_EXCEPTIONS.contains(name(path))) {
              found.add(path + ": " + caught.group());
            }
          }
        });
    assertThat(found).isEmpty();
  }

  /** Reads across features are reports; a write would go around the feature's rules. */
  @Test
  void rowsAreWrittenInThePackageOfTheirEntityOnly() {
    Map<String, Path> homes = new HashMap<>();
    JAVA.forEach(
        (path, text) ->
            ENTITY.matcher(text).results().forEach(m -> homes.put(m.group(1), path.getParent())));
    List<String> strangers = new ArrayList<>();
    JAVA.forEach(
        (path, text) ->
            WRITE
                .matcher(text)
                .results()
                .filter(written -> homes.containsKey(written.group(1)))
                .filter(written -> !path.getParent().equals(homes.get(written.group(1))))
                .forEach(written -> strangers.add(path + ": " + written.group())));
    assertThat(homes).isNotEmpty();
    assertThat(strangers).isEmpty();
  }

  @Test
  void nothingIsLeftToDoInTheCode() {
    assertThat(having(Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b"), JAVA)).isEmpty();
  }

  @Test
  void resourcesNameTheirLicence() {
    Map<Path, String> texts = Sources.texts(Sources.RESOURCES, ".ftl", ".properties", ".xml");
    texts.values().removeIf(String::isBlank);
    Set<Path> silent = new TreeSet<>(texts.keySet());
    silent.removeAll(having(Pattern.compile("SPDX-License-Identifier: Apache-2\\.0"), texts));
    assertThat(silent).isEmpty();
  }

  private static Set<Path> having(Pattern pattern, Map<Path, String> texts) {
    Set<Path> found = new TreeSet<>();
    texts.forEach(
        (path, text) -> {
          if (pattern.matcher(text).find()) {
            found.add(path);
          }
        });
    return found;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}

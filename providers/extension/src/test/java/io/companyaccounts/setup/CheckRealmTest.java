// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckRealmTest {

  @Test
  void aRealmWithNothingMissingAndNothingOddHasNoFindings() {
    assertThat(check(List.of(), List.of())).isEmpty();
  }

  @Test
  void theWorstComesFirst() {
    List<Finding> findings =
        check(
            List.of(),
            List.of(
                Finding.info("good_to_know", "", Map.of()),
                Finding.error("bad", "", Map.of()),
                Finding.warning("odd", "", Map.of())));

    assertThat(findings).extracting(Finding::code).containsExactly("bad", "odd", "good_to_know");
  }

  @Test
  void aThousandMissingThingsOfOneKindAreOneFindingThatNamesSome() {
    List<SetUpAction> missing =
        IntStream.range(0, 1500)
            .mapToObj(i -> SetUpAction.of("client_scope_of_client", "app-" + i, "", () -> {}))
            .toList();

    List<Finding> findings = check(missing, List.of());

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo("setup_incomplete");
    assertThat(findings.get(0).about())
        .containsEntry("kind", "client_scope_of_client")
        .containsEntry("count", 1000)
        .containsEntry("more", true);
    assertThat((List<?>) findings.get(0).about().get("names")).hasSize(20);
  }

  @Test
  void anObstacleOfTheSetUpIsAFinding() {
    SetUpStep step =
        new SetUpStep() {
          @Override
          public Optional<SetUpObstacle> obstacle() {
            return Optional.of(new SetUpObstacle("organizations_disabled", "Switch them on."));
          }

          @Override
          public List<SetUpAction> missing() {
            return List.of();
          }

          @Override
          public List<SetUpAction> removable() {
            return List.of();
          }
        };

    assertThat(new CheckRealm(List.of(new Feature(List.of(step), List.of()))).check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("organizations_disabled");
              assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            });
  }

  private static List<Finding> check(List<SetUpAction> missing, List<Finding> odd) {
    SetUpStep step =
        new SetUpStep() {
          @Override
          public List<SetUpAction> missing() {
            return missing;
          }

          @Override
          public List<SetUpAction> removable() {
            return List.of();
          }
        };
    return new CheckRealm(List.of(new Feature(List.of(step), odd))).check();
  }

  private record Feature(List<SetUpStep> steps, List<Finding> findings) implements SetupProvider {
    @Override
    public List<String> remains() {
      return List.of();
    }
  }
}

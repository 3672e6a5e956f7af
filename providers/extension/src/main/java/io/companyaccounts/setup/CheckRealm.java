// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists what is missing or odd in a realm, the worst first; changes nothing. */
final class CheckRealm {

  private final List<? extends SetupProvider> features;

  CheckRealm(List<? extends SetupProvider> features) {
    this.features = List.copyOf(features);
  }

  List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    List<SetUpStep> steps = features.stream().flatMap(each -> each.steps().stream()).toList();
    findings.addAll(obstacles(steps));
    findings.addAll(missing(steps));
    features.forEach(each -> findings.addAll(each.findings()));
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  private static List<Finding> obstacles(List<SetUpStep> steps) {
    return steps.stream()
        .map(SetUpStep::obstacle)
        .flatMap(Optional::stream)
        .map(obstacle -> Finding.error(obstacle.code(), obstacle.text(), Map.of()))
        .toList();
  }

  /** One finding for each kind of thing: a thousand clients without a scope are one message. */
  private static List<Finding> missing(List<SetUpStep> steps) {
    Map<String, List<String>> namesByKind = new LinkedHashMap<>();
    for (SetUpStep step : steps) {
      for (SetUpAction action : step.missing()) {
        namesByKind
            .computeIfAbsent(action.change().kind(), kind -> new ArrayList<>())
            .add(action.change().name());
      }
    }
    List<Finding> findings = new ArrayList<>();
    namesByKind.forEach(
        (kind, names) -> {
          Map<String, Object> about = Examples.about("names", names);
          about.put("kind", kind);
          findings.add(
              Finding.error(
                  "setup_incomplete",
                  "The set-up has not made everything yet. Run it; it adds what is missing.",
                  about));
        });
    return findings;
  }
}

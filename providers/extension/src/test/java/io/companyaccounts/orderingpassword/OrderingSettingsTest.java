// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

/** The dialog of the required action. */
class OrderingSettingsTest {

  @Test
  void nothingSetMeansTheUsual() {
    assertThat(OrderingSettings.of(key -> null)).isEqualTo(OrderingSettings.USUAL);
    assertThat(OrderingSettings.of(key -> " ")).isEqualTo(OrderingSettings.USUAL);
  }

  @Test
  void everythingCanBeSet() {
    Map<String, String> config =
        Map.of(
            "window", "60",
            "memberTries", "3",
            "triesPerHour", "10",
            "lockMinutes", "1",
            "minLength", "12",
            "operations", "order.release, order.place",
            "withoutPassword", "order.boss",
            "loginAge", " 600 ");

    assertThat(OrderingSettings.of(config::get))
        .isEqualTo(
            new OrderingSettings(
                60, 3, 10, 1, 12, List.of("order.release", "order.place"), "order.boss", 600));
    assertThat(OrderingSettings.wrong(config)).isEmpty();
  }

  @Test
  void aBadValueFallsBackAndIsRefusedInTheDialog() {
    Map<String, String> config =
        Map.of("window", "29", "memberTries", "many", "lockMinutes", "-1", "operations", "a/b");

    assertThat(OrderingSettings.of(config::get)).isEqualTo(OrderingSettings.USUAL);
    assertThat(OrderingSettings.wrong(config))
        .containsExactlyInAnyOrder("window", "memberTries", "lockMinutes", "operations");
  }

  @Test
  void theDialogShowsEachSettingWithItsDefault() {
    assertThat(OrderingSettings.options())
        .extracting(ProviderConfigProperty::getName)
        .doesNotHaveDuplicates()
        .hasSize(8);
    assertThat(OrderingSettings.options())
        .allSatisfy(
            option -> {
              assertThat(option.getLabel()).isNotBlank();
              assertThat(option.getHelpText()).isNotBlank();
              assertThat(option.getDefaultValue()).isNotNull();
            });
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShopSettingsTest {

  private static ShopSettings settings(String url, String keycloak, String internal) {
    return new ShopSettings(url, keycloak, internal, "machine-portal", "secret", true);
  }

  @Test
  void browserAndServerMayKnowKeycloakByDifferentNames() {
    ShopSettings settings =
        settings("http://localhost:8090", "https://login.example.com/auth/", "http://kc:8080/auth");
    assertThat(settings.issuer()).isEqualTo("https://login.example.com/auth/realms/machine-portal");
    assertThat(settings.browserEndpoint("auth"))
        .isEqualTo(settings.issuer() + "/protocol/openid-connect/auth");
    assertThat(settings.serverEndpoint("token"))
        .isEqualTo("http://kc:8080/auth/realms/machine-portal/protocol/openid-connect/token");
    assertThat(settings.keycloakOrigin()).isEqualTo("https://login.example.com");
  }

  @Test
  void withoutInternalNameThereIsOne() {
    ShopSettings settings = settings("https://shop.example.com/", "http://localhost:8080", " ");
    assertThat(settings.serverEndpoint("token"))
        .startsWith("http://localhost:8080/realms/machine-portal/");
    assertThat(settings.url()).isEqualTo("https://shop.example.com");
    assertThat(settings.secure()).isTrue();
    assertThat(settings.keycloakOrigin()).isEqualTo("http://localhost:8080");
  }

  @Test
  void whatCannotWorkIsRefusedByTheNameOfTheVariable() {
    String good = "http://localhost:8080";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("localhost:8090", good, ""))
        .withMessage("SHOP_URL is no http address: localhost:8090");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(good, "ftp://x", ""))
        .withMessageStartingWith("KEYCLOAK_URL");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(good, good, "keycloak"))
        .withMessageStartingWith("KEYCLOAK_INTERNAL_URL");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShopSettings(good, good, "", "r", "", true))
        .withMessageStartingWith("SHOP_CLIENT_SECRET is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShopSettings(good, good, "", " ", "s", true))
        .withMessage("KEYCLOAK_REALM is empty");
  }

  @Test
  void theSecretIsNotPrinted() {
    ShopSettings settings = new ShopSettings("http://a", "http://b", "", "r", "very-secret", true);
    assertThat(settings.toString()).doesNotContain("very-secret");
  }
}

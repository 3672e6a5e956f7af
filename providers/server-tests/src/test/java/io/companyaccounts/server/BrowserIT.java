// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.page.Browsers;
import io.companyaccounts.support.page.Window;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real browser on the server: Keycloak's own account console. */
@ServerTest
class BrowserIT {

  @Test
  void aPersonSignsInToTheAccountConsole(KeycloakServer server, Admin admin, Browsers browsers) {
    RealmAdmin realm = admin.createRealm("browser", Map.of());
    try {
      realm.createUser("bea@acme.example", "bea");
      Window bea = browsers.window(options -> options.setColorScheme(ColorScheme.DARK));

      bea.open(URI.create(server.url() + "/realms/browser/account"));
      assertThat(bea.page().locator("#username")).isVisible();
      Path login = bea.screenshot("account-login");
      bea.signIn("bea@acme.example", "bea");

      assertThat(bea.page().locator("#email")).hasValue("bea@acme.example");
      bea.screenshot("account");
      assertThat(login).isNotEmptyFile();
    } finally {
      realm.remove();
    }
  }
}

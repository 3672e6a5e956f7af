// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.page.Accessibility;
import io.companyaccounts.support.page.Browsers;
import io.companyaccounts.support.page.Window;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The steps in a real browser: opened as the shop does it, looked at, and what came of it. */
final class OrderingWindows {

  private static final int PHONE = 360;
  private static final int DESKTOP = 1280;

  private final OrderingRealm ordering;
  private final Browsers browsers;

  OrderingWindows(OrderingRealm ordering, Browsers browsers) {
    this.ordering = ordering;
    this.browsers = browsers;
    speaks("en", "de", "nl");
    letBackHere();
  }

  private void speaks(String... languages) {
    realm(
        Map.of(
            "internationalizationEnabled",
            true,
            "supportedLocales",
            List.of(languages),
            "defaultLocale",
            languages[0]));
  }

  /** The shop's pages are none that a browser could show; the realm's own address is. */
  private void letBackHere() {
    String path = "/clients/" + ordering.realm().admin().clientUuid(CompanyRealm.SHOP);
    ObjectNode client = (ObjectNode) ordering.realm().admin().get(path).expect(200).json();
    client.withArray("redirectUris").add(back());
    ordering.realm().admin().put(path, client).expect(204);
  }

  private String back() {
    return ordering.realm().server().url() + "/realms/" + ordering.realm().admin().name();
  }

  /** Changes settings of the realm. */
  void realm(Map<String, ?> settings) {
    ordering.realm().admin().put("", settings).expect(204);
  }

  /** A window in that language. */
  Window window(String language) {
    return browsers.window(options -> options.setLocale(language));
  }

  /** Sends somebody who is not signed in yet to the step. */
  Window step(String language, String email, String kcAction) {
    return step(language, email, OrderingRealm.SCOPE, kcAction);
  }

  Window step(String language, String email, String scope, String kcAction) {
    Window window = window(language);
    open(window, scope, kcAction);
    return window.signIn(email, CompanyRealm.PASSWORD);
  }

  /** Sends whoever uses the window to the step. */
  void open(Window window, String scope, String kcAction) {
    window.open(
        ordering.shop().loginUri(scope, Map.of("kc_action", kcAction, "redirect_uri", back())));
  }

  /** What Keycloak says of the step on the way back. */
  String status(Window window) {
    return query(window, "kc_action_status");
  }

  /** The claims of the access token for the code that came back. */
  JsonNode claims(Window window) {
    JsonNode answer =
        ordering
            .shop()
            .token(
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    query(window, "code"),
                    "redirect_uri",
                    back()))
            .expect(200)
            .json();
    return Tokens.claims(answer.get("access_token").asText());
  }

  private String query(Window window, String name) {
    window.page().waitForURL(url -> url.startsWith(back() + "?"));
    for (String pair : URI.create(window.page().url()).getRawQuery().split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("No parameter " + name + " in " + window.page().url());
  }

  /**
   * Looks at a page of Keycloak's current theme on a phone and on a desktop, light and dark: all of
   * it is inside the window, and axe finds nothing.
   */
  void look(Window window, String name) {
    for (int width : List.of(PHONE, DESKTOP)) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Page page = window.page();
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String picture = name + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "");
        window.screenshot(picture);
        assertFits(window);
        assertThat(Accessibility.violations(window)).as(picture).isEmpty();
      }
    }
  }

  /** Looks at what is ours on a page of an older theme. */
  void lookInside(Window window, String name, String form) {
    for (int width : List.of(PHONE, DESKTOP)) {
      window.page().setViewportSize(width, 800);
      window.screenshot(name + "-" + width);
      assertThat(Accessibility.violations(window, form)).as(name).isEmpty();
    }
  }

  private static void assertFits(Window window) {
    Page page = window.page();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(page.viewportSize().width);
  }

  /** Whether somebody who uses the keyboard sees where they are. */
  static boolean showsFocus(Locator element) {
    return Boolean.TRUE.equals(
        element.evaluate(
            """
            it => {
              if (document.activeElement !== it || !it.matches(':focus-visible')) return false;
              const style = pseudo => getComputedStyle(it, pseudo);
              return style(null).outlineStyle !== 'none' || style(null).boxShadow !== 'none'
                || style('::after').borderTopWidth !== '0px';
            }
            """));
  }
}

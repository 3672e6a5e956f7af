// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One Chromium for all tests of this JVM; each window is a person with cookies of their own. */
public final class Browsers implements AutoCloseable {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final List<Window> open = new ArrayList<>();

  private Browsers(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts a Chromium; gets one first where there is none. */
  public static Browsers start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      BrowserType.LaunchOptions options =
          new BrowserType.LaunchOptions()
              .setExecutablePath(Chromium.find(playwright))
              .setArgs(ARGUMENTS);
      return new Browsers(playwright, playwright.chromium().launch(options));
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  /** A new window in English, 1280 by 800, light. */
  public Window window() {
    return window(options -> {});
  }

  /** A new window with other settings, for instance another language or a small screen. */
  public Window window(Consumer<NewContextOptions> settings) {
    NewContextOptions options =
        new NewContextOptions().setLocale("en-US").setViewportSize(1280, 800);
    settings.accept(options);
    Window window = new Window(browser.newContext(options), open::remove);
    open.add(window);
    return window;
  }

  /** Pictures of all open windows, to see where a test failed. */
  public void screenshots(String name) {
    for (int i = 0; i < open.size(); i++) {
      open.get(i).screenshot(name + (i == 0 ? "" : "-" + (i + 1)));
    }
  }

  /** Closes the windows that a test left open. */
  public void closeWindows() {
    List.copyOf(open).forEach(Window::close);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

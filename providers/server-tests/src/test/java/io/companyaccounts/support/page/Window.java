// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.companyaccounts.support.server.ProjectFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One person's browser window. */
public final class Window implements AutoCloseable {

  private static final int ATTEMPTS = 3;
  private static final double PATIENCE = 10_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final Consumer<Window> whenClosed;

  Window(BrowserContext context, Consumer<Window> whenClosed) {
    this.context = context;
    this.whenClosed = whenClosed;
    this.page = context.newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
  }

  /** Everything else a person can do. */
  public Page page() {
    return page;
  }

  /** Opens an address and waits until it has loaded. */
  public Window open(URI address) {
    page.navigate(address.toString());
    return this;
  }

  /** Fills in Keycloak's login pages, on one page or name first. */
  public Window signIn(String username, String password) {
    page.locator("#username").fill(username);
    if (page.locator("#password").count() == 0) {
      page.locator("#kc-login").click();
    }
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
    return this;
  }

  /** Fills in the password alone, where Keycloak knows who signs in. */
  public Window signIn(String password) {
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
    return this;
  }

  /** What scripts complained about so far. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /** Saves a picture of the whole page below {@code target/screenshots} and says where. */
  public Path screenshot(String name) {
    Path file = ProjectFiles.target().resolve("screenshots").resolve(name + ".png");
    Page.ScreenshotOptions options =
        new Page.ScreenshotOptions().setPath(file).setFullPage(true).setTimeout(PATIENCE);
    for (int attempt = 1; ; attempt++) {
      try {
        page.screenshot(options);
        return file;
      } catch (TimeoutError e) {
        // a window behind others is sometimes not painted at all
        if (attempt == ATTEMPTS) {
          throw e;
        }
        page.bringToFront();
      }
    }
  }

  @Override
  public void close() {
    whenClosed.accept(this);
    context.close();
  }
}

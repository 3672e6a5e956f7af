// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Keycloak's page on which somebody makes an account. */
public final class RegistrationPage {

  private final Page page;

  public RegistrationPage(Window window) {
    this.page = window.page();
  }

  public Locator email() {
    return page.locator("#email");
  }

  public Locator firstName() {
    return page.locator("#firstName");
  }

  public Locator lastName() {
    return page.locator("#lastName");
  }

  public Locator title() {
    return page.locator("#kc-page-title");
  }

  /** The line that tells by whom and where to. */
  public Locator line() {
    return page.locator(".kc-feedback-text").first();
  }

  /** Chooses a login name, where the realm has such. */
  public RegistrationPage username(String username) {
    page.locator("#username").fill(username);
    return this;
  }

  /** Chooses a password and sends the form. */
  public void register(String password) {
    page.locator("#password").fill(password);
    page.locator("#password-confirm").fill(password);
    page.locator("#kc-register-form [type=submit]").click();
  }
}

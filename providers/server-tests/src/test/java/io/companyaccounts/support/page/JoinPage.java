// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The pages of invitations: to accept, to decline, and where the way ends. */
public final class JoinPage {

  private final Page page;

  public JoinPage(Window window) {
    this.page = window.page();
  }

  public Locator title() {
    return page.locator("#kc-page-title");
  }

  /** By whom, where to, and as what. */
  public Locator who() {
    return page.locator("#company-join-who");
  }

  public Locator message() {
    return page.locator("#company-join-message");
  }

  public Locator signedInAs() {
    return page.locator("#company-join-as");
  }

  public void accept() {
    page.locator("#company-join-accept").click();
  }

  public void decline() {
    page.locator("#company-join-decline").click();
  }

  /** Where the way ends; its attribute {@code data-end} names the reason. */
  public Locator end() {
    return page.locator("#company-end");
  }

  /** The button of an end page that sends something. */
  public Locator send() {
    return page.locator("#company-end-send button");
  }

  /** The button of an end page that leads on. */
  public Locator goOn() {
    return page.locator("#company-end-go");
  }

  public Locator otherAccount() {
    return page.locator("#company-end-other-account");
  }
}

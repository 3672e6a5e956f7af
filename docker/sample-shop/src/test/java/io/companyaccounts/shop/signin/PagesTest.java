// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people see, in both languages. */
class PagesTest extends ShopTest {

  private static final String[] ALL = {
    "quote.view",
    "quote.create",
    "order.request",
    "order.place",
    "order.release",
    "order.view-all",
    "case.create"
  };

  private String page(MockHttpServletRequestBuilder request, String language) throws Exception {
    String page =
        shop.perform(request.header(HttpHeaders.ACCEPT_LANGUAGE, language))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("<html lang=\"" + language + "\">").doesNotContain("??");
    assertThat(page).contains("<main").containsOnlyOnce("<h1");
    return page;
  }

  private String testId(String id) {
    return "data-testid=\"" + id + "\"";
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyPageHasAllItsTextsForWhoMayDoAll(String language) throws Exception {
    signIn("all-" + language, ALL);
    String base = "/c/all-" + language;
    page(read(base + "/quotes"), language);
    page(read(base + "/quotes/new"), language);
    page(read(base + "/quotes/Q-1001"), language);
    page(read(base + "/quotes/Q-1002"), language);
    page(read(base + "/quotes/Q-1003"), language);
    page(read(base + "/cases"), language);
    page(read(base + "/cases/new"), language);
    page(read(base + "/permissions"), language);
    nextTokenHas("all-" + language, ALL);
    page(write(base + "/quotes"), language);
    page(write(base + "/cases"), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyPageHasAllItsTextsForWhoMayDoLittle(String language) throws Exception {
    String company = "little-" + language;
    signIn(company, "quote.view");
    page(read("/c/" + company + "/quotes"), language);
    page(read("/c/" + company + "/quotes/Q-1004"), language);
    page(read("/c/" + company + "/cases"), language);
    page(read("/c/" + company + "/permissions"), language);
    page(read("/c/" + company + "/cases/new"), language);
    page(read("/c/zeta/cases"), language);
    holdToken(KEYCLOAK.accessToken(subject, Map.of()), Instant.now().plusSeconds(60));
    page(read("/company"), language);
    page(read("/c/" + company + "/cases"), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyPageOutsideHasAllItsTexts(String language) throws Exception {
    page(get("/"), language);
    for (String because : new String[] {"you", "ended", "failed", "<script>"}) {
      page(get("/signed-out").param("because", because), language);
    }
  }

  @Test
  void whoMayOrderSeesTheButtonAndWhoMayRequestSeesTheOther() throws Exception {
    signIn("buttons", "quote.view", "order.request", "order.place", "order.view-all");
    assertThat(page(read("/c/buttons/quotes/Q-1001"), "en"))
        .contains(testId("place-order"))
        .doesNotContain(testId("request-order"));
    assertThat(page(read("/c/buttons/quotes/Q-1002"), "en"))
        .contains(testId("denied-order.release"))
        .doesNotContain(testId("release-order"));
    signIn("buttons", "quote.view", "order.request", "order.view-all");
    assertThat(page(read("/c/buttons/quotes/Q-1001"), "en"))
        .contains(testId("request-order"), testId("denied-order.place"))
        .doesNotContain(testId("place-order"));
  }

  @Test
  void theListSaysWhichQuotesItHolds() throws Exception {
    signIn("scope", "quote.view");
    assertThat(page(read("/c/scope/quotes"), "en"))
        .contains("You see your own quotes.")
        .doesNotContain("Q-1002");
    signIn("scope", "quote.view", "order.release");
    assertThat(page(read("/c/scope/quotes"), "en"))
        .contains("those that wait to be released", "Q-1002")
        .doesNotContain("Q-1001");
    signIn("scope", "quote.view", "order.view-all");
    assertThat(page(read("/c/scope/quotes"), "en"))
        .contains("You see all quotes of scope.", "Q-1001");
  }

  @Test
  void aRefusalNamesThePermissionAndWhoCanHelp() throws Exception {
    signIn("acme", "quote.view");
    shop.perform(read("/c/acme/quotes/new"))
        .andExpect(status().isForbidden())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(">quote.create<"),
                        containsString("Ask an administrator of acme"),
                        containsString("http://localhost:8080/realms/machine-portal/account"))));
  }

  @Test
  void thePermissionsPageListsEveryPermissionWithItsAnswer() throws Exception {
    signIn("acme", "quote.view");
    String page = page(read("/c/acme/permissions"), "en");
    assertThat(page)
        .contains("data-permission=\"quote.view\" data-granted=\"true\"")
        .contains("Contained in at least one of your roles: Purchaser, Weekend shift.");
    assertThat(page.split("data-granted=\"false\"", -1)).hasSize(7);
  }

  @Test
  void whatPeopleTypedIsShownAsTextAndNothingElse() throws Exception {
    signIn("evil", ALL);
    nextTokenHas("evil", ALL);
    String evil = "<script>alert(1)</script>";
    shop.perform(
        write("/c/evil/quotes")
            .param("article", "LENS")
            .param("quantity", "1")
            .param("reference", evil));
    shop.perform(write("/c/evil/cases").param("machine", evil).param("problem", evil));
    for (String path : new String[] {"/c/evil/quotes", "/c/evil/quotes/Q-1005", "/c/evil/cases"}) {
      shop.perform(read(path))
          .andExpect(content().string(containsString("&lt;script&gt;")))
          .andExpect(content().string(not(containsString("<script"))));
    }
  }

  @Test
  void aFormWithMistakesComesBackAsItWasTyped() throws Exception {
    signIn("acme", ALL);
    nextTokenHas("acme", ALL);
    shop.perform(write("/c/acme/quotes").param("quantity", "many").param("reference", "Line 3"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("value=\"many\""),
                        containsString("value=\"Line 3\""),
                        containsString("aria-describedby=\"quantity-problem\""),
                        containsString("Please choose an article."))));
  }

  @Test
  void whoHasSeveralCompaniesChoosesInTheHeader() throws Exception {
    Map<String, Object> both = new HashMap<>(claim("acme", "quote.view"));
    both.putAll(claim("zeta", "quote.view"));
    holdToken(
        KEYCLOAK.accessToken(subject, Map.of("organization", both)), Instant.now().plusSeconds(60));
    assertThat(page(read("/c/zeta/quotes"), "en"))
        .contains(testId("company-select"), "<option value=\"zeta\" selected=\"selected\">");
    shop.perform(read("/company?choose=acme"))
        .andExpect(content().string(""))
        .andExpect(redirectedUrl("/c/acme/quotes"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.companyaccounts.client.Proof;
import io.companyaccounts.client.ProofRequest;
import io.companyaccounts.client.Redemption;
import io.companyaccounts.shop.access.Tokens;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The way to Keycloak for the ordering password and back, with a stand-in that proves what a test
 * says. Each test has a company of its own.
 */
class StepsTest extends ShopTest {

  private static final String[] MAY_ORDER = {
    "quote.view", "order.view-all", "order.place", "order.release"
  };

  private final String company = "steps-" + subject;
  private final List<String> redeemed = new ArrayList<>();

  @BeforeEach
  void signIn() {
    signIn(company, MAY_ORDER);
    nextTokenHas(company, MAY_ORDER);
    nextRedemption = this::once;
  }

  private Redemption once(Proof proof) {
    boolean known = redeemed.contains(proof.id());
    redeemed.add(proof.id());
    return known
        ? new Redemption.AlreadyRedeemed()
        : new Redemption.Redeemed(subject, Instant.now());
  }

  /** Presses a button and says which parameters the browser takes to Keycloak. */
  private MultiValueMap<String, String> sent(String quote, String button) throws Exception {
    MvcResult result =
        shop.perform(write("/c/" + company + "/quotes/" + quote + "/" + button))
            .andExpect(status().isFound())
            .andReturn();
    String address = String.valueOf(result.getResponse().getRedirectedUrl());
    assertThat(address)
        .startsWith("http://localhost:8080/realms/machine-portal/protocol/openid-connect/auth?");
    return UriComponentsBuilder.fromUri(URI.create(address)).build().getQueryParams();
  }

  private static String decoded(MultiValueMap<String, String> sent, String name) {
    return URLDecoder.decode(String.valueOf(sent.getFirst(name)), StandardCharsets.UTF_8);
  }

  /** What the button asks to be proven. */
  private static ProofRequest asked(MultiValueMap<String, String> sent) {
    String parameter = decoded(sent, "kc_action").substring("company-ordering-password:".length());
    int operation = parameter.indexOf('~');
    return operation < 0
        ? ProofRequest.ordering(parameter)
        : ProofRequest.ordering(
            parameter.substring(0, operation), parameter.substring(operation + 1));
  }

  private Map<String, Object> proof(ProofRequest proven, String id) {
    Instant now = Instant.now();
    Map<String, Object> proof =
        new HashMap<>(Tokens.ordering(company, proven, now, now.plusSeconds(300)));
    proof.put("id", id);
    return proof;
  }

  /** Keycloak gives tokens with this claim to whoever comes with a code. */
  private void keycloakProves(Map<String, Object> ordering) {
    keycloakGives(Map.of("organization", claim(company, MAY_ORDER), "ordering", ordering));
  }

  private void keycloakGives(Map<String, Object> claims) {
    nextExchange = request -> tokens(request, subject, claims);
  }

  private static OAuth2AccessTokenResponse tokens(
      OAuth2AuthorizationCodeGrantRequest request, String person, Map<String, Object> claims) {
    OAuth2AuthorizationRequest asked = request.getAuthorizationExchange().getAuthorizationRequest();
    assertThat(asked.getAttributes()).containsKey("code_verifier");
    String nonce = String.valueOf(asked.getAdditionalParameters().get("nonce"));
    return OAuth2AccessTokenResponse.withToken(KEYCLOAK.accessToken(person, claims))
        .tokenType(OAuth2AccessToken.TokenType.BEARER)
        .expiresIn(60)
        .additionalParameters(Map.of("id_token", KEYCLOAK.idToken(person, nonce)))
        .build();
  }

  private ResultActions back(MultiValueMap<String, String> sent, String... more) throws Exception {
    var request = read("/step/back").param("state", decoded(sent, "state"));
    for (int i = 0; i < more.length; i += 2) {
      request = request.param(more[i], more[i + 1]);
    }
    return shop.perform(request);
  }

  private void assertNotice(ResultActions back, String quote, String notice) throws Exception {
    MvcResult result =
        back.andExpect(redirectedUrl("/c/" + company + "/quotes/" + quote)).andReturn();
    assertThat(notice(result)).isEqualTo(notice);
  }

  private void assertState(String quote, String state) throws Exception {
    shop.perform(read("/c/" + company + "/quotes/" + quote))
        .andExpect(content().string(containsString("data-state=\"" + state + "\"")));
  }

  @Test
  void orderingLeadsToKeycloakWithTheQuoteAndAllProtectionsOfALogin() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    assertThat(decoded(sent, "kc_action"))
        .matches("company-ordering-password:order\\.place~Q-1001\\.[0-9a-f]{32}");
    assertThat(decoded(sent, "scope")).isEqualTo("openid company organization:" + company);
    assertThat(decoded(sent, "redirect_uri")).isEqualTo("http://localhost:8090/step/back");
    assertThat(sent).containsKeys("state", "nonce", "code_challenge", "ui_locales");
    assertThat(decoded(sent, "code_challenge_method")).isEqualTo("S256");
    assertThat(decoded(sent("Q-1002", "release"), "kc_action"))
        .startsWith("company-ordering-password:order.release~Q-1002.");
    assertState("Q-1001", "OPEN");
  }

  @Test
  void whoComesBackWithTheProofHasOrdered() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    keycloakProves(proof(asked(sent), "p-1"));
    assertNotice(back(sent, "code", "c"), "Q-1001", "ordered");
    assertState("Q-1001", "ORDERED");
    assertThat(redeemed).containsExactly("p-1");
  }

  @Test
  void whoComesBackWithTheProofHasReleased() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1002", "release");
    keycloakProves(proof(asked(sent), "p-1"));
    assertNotice(back(sent, "code", "c"), "Q-1002", "released");
    assertState("Q-1002", "ORDERED");
  }

  @Test
  void theAddressOfTheWayBackWorksOnce() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    keycloakProves(proof(asked(sent), "p-1"));
    back(sent, "code", "c");
    nextExchange = ShopTest::noExchange;
    for (String language : new String[] {"en", "de"}) {
      shop.perform(
              read("/step/back")
                  .param("state", decoded(sent, "state"))
                  .param("code", "c")
                  .header(HttpHeaders.ACCEPT_LANGUAGE, language))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("data-testid=\"step-over\"")));
    }
    shop.perform(read("/step/back")).andExpect(status().isOk());
    assertThat(redeemed).containsExactly("p-1");
  }

  @Test
  void anotherSessionCannotComeBackWithTheAddress() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    MockHttpSession mine = new MockHttpSession();
    shop.perform(
            read("/step/back")
                .session(mine)
                .param("state", decoded(sent, "state"))
                .param("code", "c"))
        .andExpect(status().is3xxRedirection());
    assertState("Q-1001", "OPEN");
  }

  @Test
  void aStatusOfSuccessProvesNothing() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    keycloakGives(Map.of("organization", claim(company, MAY_ORDER)));
    assertNotice(
        back(sent, "code", "c", "kc_action_status", "success"), "Q-1001", "step-not-proven");
    assertState("Q-1001", "OPEN");
    assertThat(redeemed).isEmpty();
  }

  @Test
  void whoCancelsOrdersNothingEvenWithAProofOfAnEarlierTry() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    keycloakProves(proof(asked(sent), "p-1"));
    assertNotice(
        back(sent, "code", "c", "kc_action_status", "cancelled"), "Q-1001", "step-cancelled");
    assertState("Q-1001", "OPEN");
    assertThat(redeemed).isEmpty();
  }

  @Test
  void anActionThatIsSwitchedOffOrdersNothing() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    keycloakGives(Map.of("organization", claim(company, MAY_ORDER)));
    assertNotice(back(sent, "code", "c", "kc_action_status", "error"), "Q-1001", "step-not-asked");
  }

  @Test
  void aProofOfAnotherQuoteOrdersNothing() throws Exception {
    MultiValueMap<String, String> other = sent("Q-1002", "release");
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    keycloakProves(proof(asked(other), "p-1"));
    assertNotice(back(sent, "code", "c"), "Q-1001", "step-other");
    assertState("Q-1001", "OPEN");
    assertState("Q-1002", "REQUESTED");
  }

  @Test
  void aProofThatHasEndedOrdersNothing() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    Instant past = Instant.now().minusSeconds(60);
    keycloakProves(Tokens.ordering(company, asked(sent), past, past.plusSeconds(20)));
    assertNotice(back(sent, "code", "c"), "Q-1001", "step-expired");
    assertState("Q-1001", "OPEN");
  }

  @Test
  void aProofThatIsNotUsedUpOrdersNothing() throws Exception {
    Map<String, Redemption> notices =
        Map.of(
            "step-used", new Redemption.AlreadyRedeemed(),
            "step-ended", new Redemption.Refused("proof_not_found"),
            "step-not-used-up", new Redemption.Unavailable("no answer in time"));
    for (Map.Entry<String, Redemption> notice : notices.entrySet()) {
      nextRedemption = proof -> notice.getValue();
      MultiValueMap<String, String> sent = sent("Q-1001", "order");
      keycloakProves(proof(asked(sent), "p-1"));
      assertNotice(back(sent, "code", "c"), "Q-1001", notice.getKey());
      assertState("Q-1001", "OPEN");
    }
  }

  @Test
  void twoTabsDoNotDisturbEachOther() throws Exception {
    MultiValueMap<String, String> first = sent("Q-1001", "order");
    MultiValueMap<String, String> second = sent("Q-1002", "release");
    keycloakProves(proof(asked(first), "p-1"));
    assertNotice(back(first, "code", "c1"), "Q-1001", "ordered");
    Map<String, Object> newest = proof(asked(second), "p-2");
    newest.put("more", List.of(proof(asked(first), "p-1")));
    keycloakProves(newest);
    assertNotice(back(second, "code", "c2"), "Q-1002", "released");
    assertThat(redeemed).containsExactly("p-1", "p-2");
  }

  @Test
  void theLoginKeepsItsOwnTokens() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    keycloakGives(Map.of("organization", claim(company)));
    back(sent, "code", "c").andExpect(status().isForbidden());
    shop.perform(read("/c/" + company + "/quotes")).andExpect(status().isOk());
  }

  @Test
  void keycloakWithoutCodeOrTokensOrdersNothing() throws Exception {
    assertNotice(back(sent("Q-1001", "order"), "error", "access_denied"), "Q-1001", "step-failed");
    nextExchange = request -> refused("invalid_grant");
    assertNotice(back(sent("Q-1001", "order"), "code", "c"), "Q-1001", "step-failed");
    nextExchange = request -> refused("invalid_token_response");
    assertNotice(back(sent("Q-1001", "order"), "code", "c"), "Q-1001", "step-unreachable");
    assertState("Q-1001", "OPEN");
  }

  private static OAuth2AccessTokenResponse refused(String error) {
    throw new OAuth2AuthorizationException(new OAuth2Error(error));
  }

  @Test
  void tokensOfSomebodyElseOrOfAnotherRequestOrderNothing() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    Map<String, Object> claims =
        Map.of("organization", claim(company, MAY_ORDER), "ordering", proof(asked(sent), "p-1"));
    nextExchange = request -> tokens(request, "mallory", claims);
    assertNotice(back(sent, "code", "c"), "Q-1001", "step-other-person");
    nextExchange =
        request ->
            OAuth2AccessTokenResponse.withResponse(tokens(request, subject, claims))
                .additionalParameters(Map.of("id_token", KEYCLOAK.idToken(subject, "another")))
                .build();
    assertNotice(back(sent("Q-1001", "order"), "code", "c"), "Q-1001", "step-failed");
    assertState("Q-1001", "OPEN");
    assertThat(redeemed).isEmpty();
  }

  private static Map<String, Object> limited(String company, Object limit) {
    return Tokens.organization(company, Map.of("order.place", limit), MAY_ORDER);
  }

  @Test
  void aTotalAboveTheLimitIsExplainedBeforeTheStepAndRefusedAfterIt() throws Exception {
    MultiValueMap<String, String> sent = sent("Q-1001", "order");
    keycloakGives(
        Map.of("organization", limited(company, 600), "ordering", proof(asked(sent), "p-1")));
    assertNotice(back(sent, "code", "c"), "Q-1001", "step-above-limit");
    assertThat(redeemed).isEmpty();
    String token = KEYCLOAK.accessToken(subject, Map.of("organization", limited(company, 600)));
    holdToken(token, Instant.now().plusSeconds(60));
    nextTokenIs(() -> token);
    shop.perform(read("/c/" + company + "/quotes/Q-1001"))
        .andExpect(content().string(containsString("it costs 624.00 €, and your limit is 600 €")))
        .andExpect(content().string(containsString("data-reason=\"ABOVE_LIMIT\"")));
    shop.perform(write("/c/" + company + "/quotes/Q-1001/order"))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("data-reason=\"ABOVE_LIMIT\"")));
  }

  @Test
  void aLimitThatCannotBeReadIsNoneToOrderWith() throws Exception {
    String token = KEYCLOAK.accessToken(subject, Map.of("organization", limited(company, "much")));
    nextTokenIs(() -> token);
    shop.perform(write("/c/" + company + "/quotes/Q-1001/order"))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("data-reason=\"LIMIT_UNREADABLE\"")));
  }

  @Test
  void aStepThatIsNotPossibleDoesNotLeadToKeycloak() throws Exception {
    shop.perform(write("/c/" + company + "/quotes/Q-1003/order"))
        .andExpect(redirectedUrl("/c/" + company + "/quotes/Q-1003"));
    shop.perform(write("/c/" + company + "/quotes/Q-9999/order")).andExpect(status().isNotFound());
    nextTokenHas(company, "quote.view", "order.view-all");
    shop.perform(write("/c/" + company + "/quotes/Q-1001/order")).andExpect(status().isForbidden());
  }

  @Test
  void ofManyStepsTheOldestIsForgotten() throws Exception {
    MultiValueMap<String, String> first = sent("Q-1001", "order");
    for (int i = 0; i < 8; i++) {
      sent("Q-1001", "order");
    }
    back(first, "code", "c")
        .andExpect(content().string(containsString("data-testid=\"step-over\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "step-cancelled",
        "step-not-asked",
        "step-not-proven",
        "step-other",
        "step-expired",
        "step-used",
        "step-ended",
        "step-not-used-up",
        "step-failed",
        "step-unreachable",
        "step-other-person",
        "step-above-limit"
      })
  void everyNoticeIsAWarningInBothLanguages(String notice) throws Exception {
    for (String language : new String[] {"en", "de"}) {
      String page =
          shop.perform(
                  read("/c/" + company + "/quotes/Q-1001")
                      .flashAttr("done", notice)
                      .header(HttpHeaders.ACCEPT_LANGUAGE, language))
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(page).contains("class=\"note warning\"", "data-done=\"" + notice + "\"");
      assertThat(page).doesNotContain("??").contains(language.equals("en") ? "othing" : "ichts");
    }
  }
}

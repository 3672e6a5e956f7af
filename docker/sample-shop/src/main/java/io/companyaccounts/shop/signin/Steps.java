// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.client.ProofRequest;
import io.companyaccounts.client.StepHint;
import io.companyaccounts.shop.ShopSettings;
import io.companyaccounts.shop.signin.PendingSteps.Pending;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/**
 * Sends people to Keycloak once more, with the login they have, to be asked for something; and
 * takes them back. The tokens that come back serve for this one decision: the login keeps its own,
 * which are for all companies of the person.
 */
@Component
public final class Steps {

  /** Where people come back. Below the redirect URIs of the shop, and not the one of the login. */
  public static final String PATH = "/step/back";

  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

  private final OAuth2AuthorizationRequestResolver requests;
  private final StepTokens tokens;
  private final ShopSettings settings;

  Steps(OAuth2AuthorizationRequestResolver requests, StepTokens tokens, ShopSettings settings) {
    this.requests = requests;
    this.tokens = tokens;
    this.settings = settings;
  }

  /**
   * Remembers a step in the session.
   *
   * @return the address at Keycloak to send the browser to
   */
  public String begin(Step step, ProofRequest wanted, HttpServletRequest in) {
    OAuth2AuthorizationRequest login = requests.resolve(in, KeycloakClient.REGISTRATION);
    OAuth2AuthorizationRequest request =
        OAuth2AuthorizationRequest.from(login)
            .redirectUri(settings.url() + PATH)
            .scopes(scopes(step.company()))
            .additionalParameters(all -> all.put(ProofRequest.PARAMETER, wanted.kcAction()))
            .build();
    PendingSteps.add(in.getSession(), new Pending(step, request));
    return request.getAuthorizationRequestUri();
  }

  /** Only the company that is acted for, so that Keycloak need not ask which one is meant. */
  private static Set<String> scopes(String company) {
    return new LinkedHashSet<>(List.of("openid", "company", "organization:" + company));
  }

  /** Takes somebody back, with the request that Keycloak has sent the browser with. */
  public StepReturn finish(String person, HttpServletRequest in) {
    Optional<Pending> found =
        PendingSteps.take(in.getSession(), in.getParameter(OAuth2ParameterNames.STATE));
    if (found.isEmpty()) {
      return new StepReturn.Unknown();
    }
    Pending pending = found.get();
    if (!pending.step().person().equals(person)) {
      return new StepReturn.OtherPerson(pending.step());
    }
    String code = in.getParameter(OAuth2ParameterNames.CODE);
    if (code == null || in.getParameter(OAuth2ParameterNames.ERROR) != null) {
      LOG.info("Keycloak sent somebody back from a step without a code");
      return new StepReturn.Failed(pending.step());
    }
    StepHint hint = StepHint.of(in.getParameter(StepHint.PARAMETER));
    return tokens.exchange(pending, code, hint);
  }
}

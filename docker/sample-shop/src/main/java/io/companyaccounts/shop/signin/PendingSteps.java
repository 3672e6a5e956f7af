// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * The steps that a session has under way, each under the state of its request: two tabs have two,
 * and neither knows of the other.
 */
final class PendingSteps {

  private static final String ATTRIBUTE = PendingSteps.class.getName();

  /** Whoever starts more loses the oldest, not the memory of the shop. */
  private static final int MOST = 8;

  /** A step with the request that it went out with. */
  record Pending(Step step, OAuth2AuthorizationRequest request) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Serializable, for sessions that are stored. */
  private static final class ByState extends LinkedHashMap<String, Pending> {
    private static final long serialVersionUID = 1L;
  }

  private PendingSteps() {}

  static void add(HttpSession session, Pending pending) {
    synchronized (WebUtils.getSessionMutex(session)) {
      ByState all = copy(session);
      all.put(pending.request().getState(), pending);
      if (all.size() > MOST) {
        all.remove(all.keySet().iterator().next());
      }
      session.setAttribute(ATTRIBUTE, all);
    }
  }

  /** Takes a step out: each comes back once. */
  static Optional<Pending> take(HttpSession session, @Nullable String state) {
    synchronized (WebUtils.getSessionMutex(session)) {
      ByState all = copy(session);
      Pending pending = state == null ? null : all.remove(state);
      session.setAttribute(ATTRIBUTE, all);
      return Optional.ofNullable(pending);
    }
  }

  private static ByState copy(HttpSession session) {
    ByState copy = new ByState();
    if (session.getAttribute(ATTRIBUTE) instanceof ByState before) {
      copy.putAll(before);
    }
    return copy;
  }
}

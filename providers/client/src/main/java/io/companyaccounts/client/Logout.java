// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link AcceptLogout} found: whom to sign out, or why not. */
public sealed interface Logout {

  /**
   * A valid logout. End exactly the session {@link #sid} when it is given, otherwise every session
   * of the person {@link #sub}; then answer 200 with {@code Cache-Control: no-store}, also when
   * there was no such session.
   *
   * <p>Source: OpenID Connect Back-Channel Logout 1.0, sections 2.4, 2.7 and 2.8.
   */
  final class Accepted implements Logout {
    private final @Nullable String sid;
    private final @Nullable String sub;

    Accepted(@Nullable String sid, @Nullable String sub) {
      this.sid = sid;
      this.sub = sub;
    }

    /** The Keycloak session: equals the claim {@code sid} of the ID token of the login. */
    public Optional<String> sid() {
      return Optional.ofNullable(sid);
    }

    /** The person: equals the claim {@code sub} of the ID token. Given whenever sid is not. */
    public Optional<String> sub() {
      return Optional.ofNullable(sub);
    }

    /**
     * Whether a login of the application is meant by this logout.
     *
     * @param loginSid claim {@code sid} of the login's ID token; null when it had none
     * @param loginSub claim {@code sub} of the login's ID token
     */
    public boolean ends(@Nullable String loginSid, String loginSub) {
      if (sub != null && !sub.equals(loginSub)) {
        return false;
      }
      return sid == null || sid.equals(loginSid);
    }
  }

  /**
   * Not a logout. Answer 400 and end nothing.
   *
   * @param reason what is wrong with the token
   */
  record Refused(Reason reason) implements Logout {

    /** Refuses null. */
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Why a logout token is refused. */
  enum Reason {
    /** {@code iss} is not the expected issuer. */
    WRONG_ISSUER,
    /** {@code aud} does not name the application. */
    WRONG_AUDIENCE,
    /** {@code iat} is missing or not a time. */
    NOT_DATED,
    /** {@code iat} lies in the future, further than the clocks may differ. */
    FROM_THE_FUTURE,
    /** {@code iat} is longer ago than a logout may take to arrive. */
    TOO_OLD,
    /** {@code exp} has passed, is missing or not a time. */
    EXPIRED,
    /** {@code events} does not name the back-channel logout event with an object. */
    NOT_A_LOGOUT,
    /** There is a {@code nonce}: somebody sends an ID token. */
    HAS_NONCE,
    /** Neither {@code sub} nor {@code sid}, or one of them is not a text. */
    NOBODY_NAMED,
    /** {@code jti} is missing, not a text or longer than 255 characters. */
    NO_TOKEN_ID,
    /** A token with this {@code jti} was accepted before. */
    REPLAYED
  }
}

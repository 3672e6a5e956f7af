// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import io.companyaccounts.client.Logout.Reason;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether claims are a logout that has to be obeyed. Keep one instance for the life of the
 * application: it remembers token ids against replay, in this process only. Safe for use by many
 * threads.
 *
 * <p>The application's part before: take the form parameter {@code logout_token} of a POST, verify
 * the signature with the realm's keys (never algorithm {@code none}), and, where the library can,
 * that the header {@code typ} is {@code logout+jwt}. Everything the claims must fulfil is checked
 * here.
 *
 * <p>Source: OpenID Connect Back-Channel Logout 1.0 incorporating errata set 1, sections 2.4 and
 * 2.6.
 */
public final class AcceptLogout {

  /** The member of {@code events} that makes a token a logout token. */
  public static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private static final int LONGEST_TOKEN_ID = 255;

  private final LogoutExpectations expectations;
  private final TokenIds tokenIds;

  /**
   * Starts with an empty memory.
   *
   * @param expectations what tokens must fulfil
   */
  public AcceptLogout(LogoutExpectations expectations) {
    this.expectations = Objects.requireNonNull(expectations, "expectations");
    this.tokenIds = new TokenIds(expectations.remembered());
  }

  /**
   * Checks one logout token. Never throws because of what the claims hold.
   *
   * @param claims claims of a token whose signature was verified; null counts as empty. Times may
   *     be numbers (seconds since 1970), {@link Instant} or {@link Date}
   * @param now the present
   * @return whom to sign out, or the first reason why the token is refused
   */
  public Logout accept(@Nullable Map<String, ?> claims, Instant now) {
    Map<String, @Nullable Object> token = Claims.object(claims);
    Reason refusal = refusal(token, now);
    if (refusal == null && !isNew(token, now)) {
      refusal = Reason.REPLAYED;
    }
    return refusal == null
        ? new Logout.Accepted(Claims.text(token.get("sid")), Claims.text(token.get("sub")))
        : new Logout.Refused(refusal);
  }

  private @Nullable Reason refusal(Map<String, @Nullable Object> token, Instant now) {
    if (!expectations.issuer().equals(token.get("iss"))) {
      return Reason.WRONG_ISSUER;
    }
    if (!Claims.texts(token.get("aud")).contains(expectations.client())) {
      return Reason.WRONG_AUDIENCE;
    }
    Reason untimely = untimely(Claims.time(token.get("iat")), Claims.time(token.get("exp")), now);
    return untimely == null ? misshapen(token) : untimely;
  }

  private @Nullable Reason untimely(@Nullable Instant issued, @Nullable Instant end, Instant now) {
    if (issued == null) {
      return Reason.NOT_DATED;
    }
    if (issued.isAfter(now.plus(expectations.clockSkew()))) {
      return Reason.FROM_THE_FUTURE;
    }
    if (end == null || !end.plus(expectations.clockSkew()).isAfter(now)) {
      return Reason.EXPIRED;
    }
    return lastUse(issued).isAfter(now) ? null : Reason.TOO_OLD;
  }

  private static @Nullable Reason misshapen(Map<String, @Nullable Object> token) {
    if (!(Claims.object(token.get("events")).get(EVENT) instanceof Map<?, ?>)) {
      return Reason.NOT_A_LOGOUT;
    }
    if (token.containsKey("nonce")) {
      return Reason.HAS_NONCE;
    }
    boolean named = token.containsKey("sub") || token.containsKey("sid");
    if (!named || isUnreadable(token, "sub") || isUnreadable(token, "sid")) {
      return Reason.NOBODY_NAMED;
    }
    String id = Claims.text(token.get("jti"));
    return id == null || id.length() > LONGEST_TOKEN_ID ? Reason.NO_TOKEN_ID : null;
  }

  /** A sid that is there but no text must not widen the logout to all sessions of the person. */
  private static boolean isUnreadable(Map<String, @Nullable Object> token, String claim) {
    return token.containsKey(claim) && Claims.text(token.get(claim)) == null;
  }

  private boolean isNew(Map<String, @Nullable Object> token, Instant now) {
    String id = Claims.text(token.get("jti"));
    Instant issued = Claims.time(token.get("iat"));
    return id != null && issued != null && tokenIds.add(id, lastUse(issued), now);
  }

  /** From then on the age alone refuses the token, so its id need not be remembered longer. */
  private Instant lastUse(Instant issued) {
    return issued.plus(expectations.maxAge()).plus(expectations.clockSkew());
  }
}

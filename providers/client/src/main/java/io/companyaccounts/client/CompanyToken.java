// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import io.companyaccounts.client.Decision.Reason;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The companies of a token's person, and what the person may do there. Immutable; make one per
 * request from the claims of the newest token.
 *
 * <p>The claims must have been <b>verified</b> (signature, issuer, audience, expiry) by an OpenID
 * Connect library; they may come from an access token, an ID token, userinfo or introspection.
 * Values are plain Java ones: {@code Map}, {@code Collection} or array, {@code String}, {@code
 * Boolean}. All shapes of Keycloak's {@code organization} claim are read: an array of aliases, a
 * single alias, and an object with one entry per alias. Anything else counts as not said; reading
 * never throws.
 */
public final class CompanyToken {

  /** The name Keycloak gives the claim unless its organization mapper is set otherwise. */
  public static final String ORGANIZATION_CLAIM = "organization";

  private static final Limit NOTHING_SAID = new Limit.Unknown();

  private final String client;
  private final Map<String, Company> companies;

  private CompanyToken(String client, Map<String, Company> companies) {
    this.client = client;
    this.companies = Collections.unmodifiableMap(companies);
  }

  /**
   * Reads the claim {@value #ORGANIZATION_CLAIM}.
   *
   * @param claims verified claims; null counts as empty
   * @param client the client id of the application that asks. It is never taken from the token: a
   *     service that is called with a token issued to another application would otherwise take that
   *     application's permissions for its own
   */
  public static CompanyToken of(@Nullable Map<String, ?> claims, String client) {
    return of(claims, client, ORGANIZATION_CLAIM);
  }

  /**
   * As {@link #of(Map, String)}, for realms whose organization mapper writes another claim.
   *
   * @param claimName name of the claim at the top level of the token
   */
  public static CompanyToken of(@Nullable Map<String, ?> claims, String client, String claimName) {
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(claimName, "claimName");
    return new CompanyToken(client, companies(Claims.object(claims).get(claimName)));
  }

  private static Map<String, Company> companies(@Nullable Object claim) {
    Map<String, Company> companies = new LinkedHashMap<>();
    if (claim instanceof Map<?, ?>) {
      Claims.object(claim)
          .forEach(
              (alias, entry) -> {
                if (!alias.isBlank() && entry instanceof Map<?, ?>) {
                  companies.put(alias, Company.of(alias, Claims.object(entry)));
                }
              });
    } else {
      for (String alias : Claims.texts(claim)) {
        companies.put(alias, Company.of(alias, Map.of()));
      }
    }
    return companies;
  }

  /** The client id this token is read for. */
  public String client() {
    return client;
  }

  /** The companies, in the token's order; empty when it names none. Cannot be changed. */
  public Collection<Company> companies() {
    return companies.values();
  }

  /**
   * One company of the person.
   *
   * @param alias the organization's alias, compared exactly; null or unknown gives empty
   */
  public Optional<Company> company(@Nullable String alias) {
    return alias == null ? Optional.empty() : Optional.ofNullable(companies.get(alias));
  }

  /**
   * Whether the person is a member of a company, for what is open to every member.
   *
   * @param alias the organization's alias; null or unknown is denied
   */
  public Decision isMember(@Nullable String alias) {
    return new Decision(membership(alias), alias, "");
  }

  /**
   * Whether the person has a permission of {@link #client} in a company.
   *
   * @param alias the organization's alias; null or unknown is denied
   * @param permission name of the client role, for example {@code order.place}; not null
   */
  public Decision may(@Nullable String alias, String permission) {
    Objects.requireNonNull(permission, "permission");
    Reason membership = membership(alias);
    Reason reason =
        company(alias).map(company -> permission(company, permission)).orElse(membership);
    return new Decision(reason, alias, permission);
  }

  /**
   * Whether the person has a permission of {@link #client} in a company, for a thing of this price.
   * To be asked before a step with a password or a mail, and again when the person is back: the
   * limit may have changed meanwhile.
   *
   * @param alias the organization's alias; null or unknown is denied
   * @param permission name of the client role, for example {@code order.place}; not null
   * @param amount what it costs, in units of the vendor's currency, with fractions where there are
   *     some
   * @throws IllegalArgumentException when the amount is negative
   */
  public Decision may(@Nullable String alias, String permission, BigDecimal amount) {
    Decision decision = may(alias, permission);
    Limit limit = company(alias).map(one -> one.limit(client, permission)).orElse(NOTHING_SAID);
    boolean within = limit.allows(amount);
    if (decision.denied() || within) {
      return decision;
    }
    Reason reason = limit instanceof Limit.UpTo ? Reason.ABOVE_LIMIT : Reason.LIMIT_UNREADABLE;
    return new Decision(reason, alias, permission);
  }

  private Reason membership(@Nullable String alias) {
    if (company(alias).isPresent()) {
      return Reason.GRANTED;
    }
    return companies.isEmpty() ? Reason.NO_COMPANY : Reason.NOT_A_MEMBER;
  }

  private Reason permission(Company company, String permission) {
    if (!company.described()) {
      return Reason.NOT_DESCRIBED;
    }
    boolean granted = company.permissions(client).contains(permission);
    return granted ? Reason.GRANTED : Reason.PERMISSION_MISSING;
  }
}

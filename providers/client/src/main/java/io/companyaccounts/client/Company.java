// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about its person in one company. Immutable.
 *
 * <p>Source: one entry of the {@code organization} claim. Keycloak itself writes the alias (and,
 * when its mapper is told to, the id); the mapper of the client scope {@code company} adds {@code
 * company_roles}, {@code owner} and {@code resource_access} with permissions and their limits.
 */
public final class Company {

  private final String alias;
  private final @Nullable String id;
  private final boolean described;
  private final boolean owner;
  private final Set<String> roles;
  private final Map<String, Set<String>> permissions;
  private final Map<String, Limits> limits;

  private Company(String alias, Map<String, @Nullable Object> entry) {
    this.alias = alias;
    this.id = Claims.text(entry.get("id"));
    // Attributes of the organization may stand beside our keys and bear their names, but an
    // attribute is always a list of texts: a truth value can only come from the company mapper.
    this.described = entry.get("owner") instanceof Boolean;
    this.owner = Boolean.TRUE.equals(entry.get("owner"));
    this.roles = described ? fixed(Claims.texts(entry.get("company_roles"))) : Set.of();
    this.permissions = described ? permissions(entry.get("resource_access")) : Map.of();
    this.limits = described ? limits(entry.get("resource_access")) : Map.of();
  }

  static Company of(String alias, Map<String, @Nullable Object> entry) {
    return new Company(alias, entry);
  }

  private static Map<String, Set<String>> permissions(@Nullable Object resourceAccess) {
    Map<String, Set<String>> permissions = new LinkedHashMap<>();
    Claims.object(resourceAccess)
        .forEach(
            (client, access) ->
                permissions.put(client, fixed(Claims.texts(Claims.object(access).get("roles")))));
    return Collections.unmodifiableMap(permissions);
  }

  private static Map<String, Limits> limits(@Nullable Object resourceAccess) {
    Map<String, Limits> limits = new LinkedHashMap<>();
    Claims.object(resourceAccess)
        .forEach((client, access) -> limits.put(client, new Limits(Claims.object(access))));
    return limits;
  }

  private static Set<String> fixed(Set<String> texts) {
    return Collections.unmodifiableSet(texts);
  }

  /** The organization's alias in Keycloak, which never changes: never blank. */
  public String alias() {
    return alias;
  }

  /** The organization's id, when Keycloak's organization mapper is set to add it. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /**
   * Whether the token carries roles and permissions at all. False when it was issued without the
   * scope {@code company}: then {@link #roles}, {@link #permissions} are empty and {@link #owner}
   * is false, whatever the person may do in truth.
   */
  public boolean described() {
    return described;
  }

  /** Whether the person is the company's owner. */
  public boolean owner() {
    return owner;
  }

  /** Names of the person's company roles, for showing. Decide on permissions, not on roles. */
  public Set<String> roles() {
    return roles;
  }

  /**
   * The person's permissions in one application. A token names only those of the client it was
   * issued to, unless the realm is set up to add others.
   *
   * @param client the client id whose permissions are asked for
   * @return names of client roles; empty when the token has none
   */
  public Set<String> permissions(String client) {
    return permissions.getOrDefault(client, Set.of());
  }

  /**
   * Up to which amount the person may use a permission, for showing. To decide, ask {@link
   * CompanyToken#may(String, String, java.math.BigDecimal)}.
   *
   * @param client the client id of the application that asks
   * @param permission name of the client role, for example {@code order.place}
   * @return {@link Limit.Unknown}, which allows nothing, when the person does not have the
   *     permission or when its limit cannot be read
   */
  public Limit limit(String client, String permission) {
    Limits known = limits.get(client);
    return known != null && permissions(client).contains(permission)
        ? known.of(permission)
        : new Limit.Unknown();
  }

  /** The alias: a company says no more about its people in a log. */
  @Override
  public String toString() {
    return "Company[" + alias + "]";
  }
}

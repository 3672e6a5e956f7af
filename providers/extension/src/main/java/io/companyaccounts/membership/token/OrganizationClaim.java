// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;
import org.keycloak.utils.JsonUtils;

/**
 * The claim that Keycloak's organization mappers write, whatever shape it has: a list of aliases,
 * one alias, or an object by alias as a map or as a JSON tree.
 */
final class OrganizationClaim {

  private final List<String> path;
  private final Map<String, Object> claims;

  /**
   * @param name name of the claim as configured; dots nest unless escaped
   * @param claims all other claims of the token
   */
  OrganizationClaim(String name, Map<String, Object> claims) {
    this.path = JsonUtils.splitClaimPath(name);
    this.claims = claims;
  }

  /** The organizations by alias, with what is said about each; null if there is no such claim. */
  @Nullable Map<String, Map<String, Object>> read() {
    Object value = claims;
    for (String step : path) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return plain(value);
  }

  void write(Map<String, Map<String, Object>> organizations) {
    Map<String, Object> holder = claims;
    for (String step : path.subList(0, path.size() - 1)) {
      Map<String, Object> next = new LinkedHashMap<>();
      if (holder.get(step) instanceof Map<?, ?> map) {
        map.forEach((key, value) -> next.put(String.valueOf(key), value));
      }
      holder.put(step, next);
      holder = next;
    }
    holder.put(path.get(path.size() - 1), organizations);
  }

  private static @Nullable Map<String, Map<String, Object>> plain(@Nullable Object value) {
    Object shape =
        value instanceof JsonNode json
            ? JsonSerialization.mapper.convertValue(json, Object.class)
            : value;
    Map<String, Map<String, Object>> byAlias = new LinkedHashMap<>();
    if (shape instanceof String alias) {
      byAlias.put(alias, new LinkedHashMap<>());
    } else if (shape instanceof Collection<?> aliases) {
      aliases.forEach(alias -> byAlias.put(String.valueOf(alias), new LinkedHashMap<>()));
    } else if (shape instanceof Map<?, ?> map) {
      map.forEach((alias, data) -> byAlias.put(String.valueOf(alias), copy(data)));
    } else {
      return null;
    }
    return byAlias;
  }

  private static Map<String, Object> copy(@Nullable Object data) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (data instanceof Map<?, ?> map) {
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }
}

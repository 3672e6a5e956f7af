// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.membership.RoleAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role in Keycloak with attributes of the pack.
 *
 * @param clientId the client of a client role; null for a realm role
 * @param attributes those of the pack, all values
 */
record MarkedRole(
    String id, String name, @Nullable String clientId, Map<String, List<String>> attributes) {

  boolean isCompanyRole() {
    return clientId == null && value(RoleAttributes.ROLE).filter("true"::equals).isPresent();
  }

  /** The first value, as the pack reads it. */
  Optional<String> value(String attribute) {
    return attributes.getOrDefault(attribute, List.of()).stream().findFirst();
  }

  /** How it is written elsewhere: {@code shop:order.place}, or the name of a realm role. */
  String key() {
    return clientId == null ? name : clientId + ":" + name;
  }
}

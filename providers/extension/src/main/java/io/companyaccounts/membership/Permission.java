// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Optional;
import java.util.Set;

/**
 * Something that an application lets a person do: the client role {@code name} of the client {@code
 * clientId}. Written {@code shop:order.place}.
 *
 * @param clientId the OAuth client id of the application that checks it, for example {@code shop}
 * @param name the name of the client role, for example {@code order.place}
 */
public record Permission(String clientId, String name) implements Comparable<Permission> {

  /** The client that carries the pack's own permissions. */
  public static final String COMPANY_CLIENT = "company";

  public static final Permission MEMBERS_VIEW = own("members.view");
  public static final Permission MEMBERS_INVITE = own("members.invite");
  public static final Permission MEMBERS_MANAGE = own("members.manage");
  public static final Permission ROLES_ASSIGN = own("roles.assign");
  public static final Permission ROLES_DEFINE = own("roles.define");
  public static final Permission SETTINGS_MANAGE = own("settings.manage");
  public static final Permission ORDERING_MANAGE = own("ordering.manage");
  public static final Permission ACTIVITY_VIEW = own("activity.view");
  public static final Permission REQUESTS_DECIDE = own("requests.decide");

  /** All of the pack's own permissions. The owner of a company always has them. */
  public static final Set<Permission> OWN =
      Set.of(
          MEMBERS_VIEW,
          MEMBERS_INVITE,
          MEMBERS_MANAGE,
          ROLES_ASSIGN,
          ROLES_DEFINE,
          SETTINGS_MANAGE,
          ORDERING_MANAGE,
          ACTIVITY_VIEW,
          REQUESTS_DECIDE);

  /**
   * Reads the written form of a permission that need not exist; where the permissions are at hand
   * ask {@link PermissionCatalog#parse} instead.
   *
   * @param key {@code clientId:name}; the name is what follows the last colon, since client ids may
   *     be URLs
   * @return empty if the text has no colon or an empty half
   */
  public static Optional<Permission> parse(String key) {
    int colon = key.lastIndexOf(':');
    if (colon <= 0 || colon == key.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(new Permission(key.substring(0, colon), key.substring(colon + 1)));
  }

  /** The written form, {@code clientId:name}. */
  public String key() {
    return clientId + ":" + name;
  }

  @Override
  public int compareTo(Permission other) {
    int byClient = clientId.compareTo(other.clientId);
    return byClient != 0 ? byClient : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return key();
  }

  private static Permission own(String name) {
    return new Permission(COMPANY_CLIENT, name);
  }
}

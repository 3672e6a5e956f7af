// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A mail to be sent through the realm's mail server and e-mail theme.
 *
 * @param organizationId the company it belongs to, whose removal removes it, or null
 * @param template name without ending; html and text versions are in the e-mail theme
 * @param subjectKey message key of the subject
 * @param userId receiver with an account; gives address (unless one is set) and language
 * @param address receiver's address, needed when there is no user
 * @param locale language tag for receivers whose account has none, null for the realm's default
 * @param attributes what the template and the subject fill in; gone from the row once sent
 */
public record Mail(
    String realmId,
    @Nullable String organizationId,
    String template,
    String subjectKey,
    @Nullable String userId,
    @Nullable String address,
    @Nullable String locale,
    Map<String, String> attributes) {

  public Mail {
    if (userId == null && address == null) {
      throw new IllegalArgumentException("A mail needs a receiver");
    }
    attributes = Map.copyOf(attributes);
  }

  /** To somebody with an account, in the language of the account. */
  public static Mail toUser(RealmModel realm, UserModel user, String template, String subjectKey) {
    return new Mail(realm.getId(), null, template, subjectKey, user.getId(), null, null, Map.of());
  }

  /** To an address that need not have an account. */
  public static Mail toAddress(
      RealmModel realm, String address, String locale, String template, String subjectKey) {
    return new Mail(realm.getId(), null, template, subjectKey, null, address, locale, Map.of());
  }

  public Mail organization(String id) {
    return new Mail(realmId, id, template, subjectKey, userId, address, locale, attributes);
  }

  public Mail attribute(String name, String value) {
    Map<String, String> more = new TreeMap<>(attributes);
    more.put(name, value);
    return new Mail(realmId, organizationId, template, subjectKey, userId, address, locale, more);
  }
}

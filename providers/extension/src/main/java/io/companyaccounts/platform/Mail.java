// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.util.List;
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
 * @param subject what its subject says
 * @param receiver who gets it
 * @param attributes what template and subject fill in; gone from the row once it is sent
 */
public record Mail(
    String realmId,
    @Nullable String organizationId,
    String template,
    Subject subject,
    Receiver receiver,
    Map<String, String> attributes) {

  /**
   * What the subject says.
   *
   * @param key message key
   * @param arguments names of the attributes the message fills in, in order
   */
  public record Subject(String key, List<String> arguments) {
    public Subject {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Who gets the mail.
   *
   * @param userId receiver with an account; gives address (unless one is set) and language
   * @param address receiver's address, needed when there is no user
   * @param locale language tag for who has none in the account, null for the realm's default
   */
  public record Receiver(
      @Nullable String userId, @Nullable String address, @Nullable String locale) {
    public Receiver {
      if (userId == null && address == null) {
        throw new IllegalArgumentException("A mail needs a receiver");
      }
    }

    /** Somebody with an account, in the language of the account. */
    public static Receiver user(UserModel user) {
      return new Receiver(user.getId(), null, null);
    }

    /** An address that need not have an account. */
    public static Receiver address(String address, @Nullable String locale) {
      return new Receiver(null, address, locale);
    }
  }

  public Mail {
    attributes = Map.copyOf(attributes);
  }

  public static Mail of(RealmModel realm, Receiver receiver, String template, String subjectKey) {
    Subject subject = new Subject(subjectKey, List.of());
    return new Mail(realm.getId(), null, template, subject, receiver, Map.of());
  }

  public Mail organization(String id) {
    return new Mail(realmId, id, template, subject, receiver, attributes);
  }

  public Mail subjectArguments(String... attributeNames) {
    Subject filled = new Subject(subject.key(), List.of(attributeNames));
    return new Mail(realmId, organizationId, template, filled, receiver, attributes);
  }

  public Mail attribute(String name, String value) {
    return attributes(Map.of(name, value));
  }

  /** Adds attributes; they replace those of the same name. */
  public Mail attributes(Map<String, String> added) {
    Map<String, String> more = new TreeMap<>(attributes);
    more.putAll(added);
    return new Mail(realmId, organizationId, template, subject, receiver, more);
  }
}

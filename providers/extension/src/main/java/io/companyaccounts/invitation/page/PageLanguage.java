// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** In which language pages speak to somebody who is not signed in. */
final class PageLanguage {

  private final KeycloakSession session;
  private final RealmModel realm;

  PageLanguage(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  /**
   * Chooses the language of this request: what the person chose on the page, what the address asks
   * for, what the person chose before, then the language of the invitation.
   *
   * @param invited language tag of the invitation
   * @return the language to go on with elsewhere; empty if Keycloak decides, by browser and realm
   */
  Optional<String> choose(@Nullable String invited) {
    if (!realm.isInternationalizationEnabled()) {
      return Optional.empty();
    }
    MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
    Optional<String> chosen = first(query.getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM));
    chosen.ifPresent(
        tag -> session.getProvider(LocaleUpdaterProvider.class).updateLocaleCookie(tag));
    Optional<String> language =
        chosen
            .or(() -> first(query.getFirst(OIDCLoginProtocol.UI_LOCALES_PARAM)))
            .or(() -> first(session.getProvider(CookieProvider.class).get(CookieType.LOCALE)))
            .or(() -> first(invited));
    language.ifPresent(
        tag -> session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, tag));
    return language;
  }

  /** The language that this request has now; empty where the realm has one only. */
  Optional<String> current() {
    return realm.isInternationalizationEnabled()
        ? Optional.of(session.getContext().resolveLocale(null).toLanguageTag())
        : Optional.empty();
  }

  /** The first of these tags, divided by spaces, in which the realm speaks. */
  private Optional<String> first(@Nullable String tags) {
    if (tags == null) {
      return Optional.empty();
    }
    List<String> spoken = new ArrayList<>(realm.getSupportedLocalesStream().sorted().toList());
    return Arrays.stream(tags.strip().split("\\s+"))
        .flatMap(tag -> fitting(tag, spoken).stream())
        .findFirst();
  }

  private static Optional<String> fitting(String tag, List<String> spoken) {
    Locale wanted = Locale.forLanguageTag(tag);
    return spoken.stream()
        .filter(each -> each.equalsIgnoreCase(tag))
        .findFirst()
        .or(
            () ->
                spoken.stream()
                    .filter(
                        each ->
                            Locale.forLanguageTag(each).getLanguage().equals(wanted.getLanguage()))
                    .findFirst());
  }
}

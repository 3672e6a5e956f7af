// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.emaildomain.EmailDomainSettings;
import io.companyaccounts.setup.Examples;
import io.companyaccounts.setup.Finding;
import io.companyaccounts.setup.SetUpStep;
import io.companyaccounts.setup.SetupProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Addresses need nothing in a realm, but their settings can be wrong. */
final class EmailSetupProvider implements SetupProvider {

  private static final String INVALID =
      "A setting of e-mail addresses is none of its words, so the strictest counts. Correct it.";

  private final KeycloakSession session;

  EmailSetupProvider(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public List<SetUpStep> steps() {
    return List.of();
  }

  @Override
  public List<Finding> findings() {
    RealmModel realm = session.getContext().getRealm();
    JpaEmailFacts facts = new JpaEmailFacts(session);
    Map<String, List<String>> words = EmailDomainSettings.words();
    List<Finding> findings = new ArrayList<>();
    words.forEach(
        (key, allowed) -> {
          String value = realm.getAttribute(key);
          if (value != null
              && !value.isBlank()
              && !allowed.contains(value.strip().toLowerCase(Locale.ROOT))) {
            findings.add(
                Finding.warning(
                    "email_setting_invalid",
                    INVALID,
                    Map.of("realm", realm.getName(), "attribute", key, "value", value)));
          }
        });
    List<String> wrong = facts.withOtherWords(words);
    if (!wrong.isEmpty()) {
      findings.add(
          Finding.warning(
              "email_setting_invalid", INVALID, Examples.about("organizations", wrong)));
    }
    List<String> misfits = facts.withMisfits();
    if (!misfits.isEmpty()) {
      findings.add(
          Finding.info(
              "address_misfits",
              "Companies have members whose e-mail address is known not to fit their rule. The"
                  + " company, or you, can decide about them.",
              Examples.about("organizations", misfits)));
    }
    return findings;
  }

  @Override
  public List<String> remains() {
    return List.of();
  }
}

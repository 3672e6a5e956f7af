// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Hashes as the realm hashes the passwords of its people. */
final class PasswordHash {

  private final KeycloakSession session;
  private final PasswordPolicy policy;

  PasswordHash(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.policy = realm.getPasswordPolicy();
  }

  /** Puts the hash into the row. */
  void put(TypedPassword password, OrderingPasswordEntity row) {
    PasswordCredentialModel hashed =
        provider().encodedCredential(password.text(), policy.getHashIterations());
    row.credentialData = hashed.getCredentialData();
    row.secretData = hashed.getSecretData();
  }

  /** Whether it is the password of the row. */
  boolean matches(TypedPassword password, OrderingPasswordEntity row) {
    PasswordCredentialModel stored = stored(row);
    return named(stored.getPasswordCredentialData().getAlgorithm())
        .filter(provider -> provider.verify(password.text(), stored))
        .isPresent();
  }

  /** Whether the realm would hash it in another way by now. */
  boolean isOld(OrderingPasswordEntity row) {
    return !provider().policyCheck(policy, stored(row));
  }

  private static PasswordCredentialModel stored(OrderingPasswordEntity row) {
    CredentialModel credential = new CredentialModel();
    credential.setType(PasswordCredentialModel.TYPE);
    credential.setCredentialData(row.credentialData);
    credential.setSecretData(row.secretData);
    return PasswordCredentialModel.createFromCredentialModel(credential);
  }

  /** Like Keycloak's own: the realm's algorithm if the server has it, else the server's. */
  private PasswordHashProvider provider() {
    return named(policy.getHashAlgorithm())
        .orElseGet(() -> session.getProvider(PasswordHashProvider.class));
  }

  private Optional<PasswordHashProvider> named(@Nullable String algorithm) {
    return Optional.ofNullable(algorithm)
        .map(name -> session.getProvider(PasswordHashProvider.class, name));
  }
}

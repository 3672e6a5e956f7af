// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.persistence.EntityManager;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Adds the pack's tables to Keycloak's database, and removes the rows of a removed realm. */
public final class CompanyJpaEntityProviderFactory implements JpaEntityProviderFactory {

  /** Names the changelog table by its first ten letters: never change it. */
  static final String ID = "company-accounts";

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new CompanyJpaEntityProvider();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(CompanyJpaEntityProviderFactory::onEvent);
  }

  private static void onEvent(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      EntityManager em =
          removed.getKeycloakSession().getProvider(JpaConnectionProvider.class).getEntityManager();
      for (Class<?> entity : CompanyJpaEntityProvider.OF_A_REALM) {
        em.createQuery("delete from " + entity.getSimpleName() + " e where e.realmId = :realm")
            .setParameter("realm", removed.getRealm().getId())
            .executeUpdate();
      }
    }
  }

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }
}

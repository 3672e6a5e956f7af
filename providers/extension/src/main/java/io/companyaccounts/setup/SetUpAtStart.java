// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.companydata.CompanyFiles;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.dblock.DBLockManager;
import org.keycloak.models.dblock.DBLockProvider;
import org.keycloak.models.dblock.DBLockProvider.Namespace;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sets realms up and imports companies when the server starts, after Keycloak has imported realms.
 * Nodes that start at once take turns by the lock that Keycloak itself uses for its start. Each
 * realm and each file is a transaction of its own; what fails is logged and keeps no server from
 * starting.
 */
final class SetUpAtStart {

  private static final Logger LOG = Logger.getLogger(SetUpAtStart.class);

  private final KeycloakSessionFactory factory;
  private final StartSettings settings;

  SetUpAtStart(KeycloakSessionFactory factory, StartSettings settings) {
    this.factory = factory;
    this.settings = settings;
  }

  /** Commands like export start no server, and must change nothing. */
  void run() {
    if (settings.isNothing() || Environment.isNonServerMode()) {
      return;
    }
    try (KeycloakSession session = factory.create()) {
      DBLockProvider lock = new DBLockManager(session).getDBLock();
      lock.waitForLock(Namespace.KEYCLOAK_BOOT);
      try {
        realms().forEach(this::setUp);
        settings.dataDir().ifPresent(directory -> new CompanyFiles(factory, directory).importAll());
      } finally {
        lock.releaseLock();
      }
    }
  }

  private Set<String> realms() {
    Set<String> names = new TreeSet<>(settings.realms());
    if (settings.allRealms()) {
      names.addAll(
          KeycloakModelUtils.runJobInTransactionWithResult(
              factory,
              session ->
                  session
                      .realms()
                      .getRealmsStream()
                      .filter(RealmModel::isOrganizationsEnabled)
                      .map(RealmModel::getName)
                      .collect(Collectors.toSet())));
    }
    return names;
  }

  private void setUp(String realmName) {
    try {
      KeycloakModelUtils.runJobInTransaction(factory, session -> setUp(session, realmName));
    } catch (RuntimeException e) {
      // Whatever it was, the transaction is rolled back, and the server shall start all the same.
      LOG.errorf(e, "Realm '%s' was not set up for company accounts", realmName);
    }
  }

  private static void setUp(KeycloakSession session, String realmName) {
    RealmModel realm = session.realms().getRealmByName(realmName);
    if (realm == null) {
      LOG.errorf("Realm '%s' was not set up for company accounts: there is none", realmName);
      return;
    }
    session.getContext().setRealm(realm);
    SetUpResult result = new RealmSetUp(session, ActivityActor.system()).setUp(false);
    if (result instanceof SetUpResult.Refused refused) {
      refused
          .obstacles()
          .forEach(
              obstacle ->
                  LOG.errorf(
                      "Realm '%s' was not set up for company accounts: %s: %s",
                      realmName, obstacle.code(), obstacle.text()));
    } else if (result instanceof SetUpResult.Done done) {
      LOG.infof(
          "Realm '%s' is set up for company accounts, %s",
          realmName,
          done.changes().isEmpty() ? "nothing to change" : done.changes().size() + " changes made");
    }
  }
}

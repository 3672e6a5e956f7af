// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import java.util.Comparator;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderFactory;

/** Set-up, undo and check of the realm of the session's context, for all features together. */
final class RealmSetUp {

  private final KeycloakSession session;
  private final ActivityActor actor;

  RealmSetUp(KeycloakSession session, ActivityActor actor) {
    this.session = session;
    this.actor = actor;
  }

  SetUpResult setUp(boolean dryRun) {
    SetUpResult result = new SetUpRealm(steps()).setUp(dryRun);
    if (result instanceof SetUpResult.Done done) {
      record(ActivityKind.SETUP_DONE, done);
    }
    return result;
  }

  SetUpResult.Done undo(boolean dryRun) {
    SetUpResult.Done done = new SetUpRealm(steps()).undo(dryRun);
    record(ActivityKind.SETUP_UNDONE, done);
    return done;
  }

  List<Finding> check() {
    return new CheckRealm(features()).check();
  }

  List<String> remains() {
    return features().stream().flatMap(each -> each.remains().stream()).toList();
  }

  private void record(ActivityKind kind, SetUpResult.Done done) {
    if (!done.dryRun() && !done.changes().isEmpty()) {
      new ActivityLog(session)
          .record(
              Activity.inRealm(session.getContext().getRealm(), kind, actor)
                  .detail(ActivityDetail.COUNT, Integer.toString(done.changes().size())));
    }
  }

  private List<SetUpStep> steps() {
    return features().stream().flatMap(each -> each.steps().stream()).toList();
  }

  private List<SetupProvider> features() {
    return session
        .getKeycloakSessionFactory()
        .getProviderFactoriesStream(SetupProvider.class)
        .map(ProviderFactory::getId)
        .sorted(
            Comparator.comparing((String id) -> !id.equals(DefaultSetupProviderFactory.ID))
                .thenComparing(Comparator.naturalOrder()))
        .map(id -> session.getProvider(SetupProvider.class, id))
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.RequestFlag;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Set-up of a realm and its undo, for whoever may manage the realm and its clients. */
public final class SetupResource {

  private final AdminPermissionEvaluator auth;
  private final RealmSetUp setUp;

  public SetupResource(KeycloakSession session, AdminPermissionEvaluator auth) {
    this.auth = auth;
    this.setUp = new RealmSetUp(session, ActivityActor.realmAdmin(session, auth.adminAuth()));
  }

  /**
   * The answer to both.
   *
   * @param dryRun whether the changes were only told
   * @param changes empty if there was nothing to do
   * @param remains what an undo leaves; empty for a set-up
   */
  record Answer(boolean dryRun, List<SetUpChange> changes, List<String> remains) {}

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Answer setUp(@QueryParam("dryRun") @Nullable String dryRun) {
    requireManage();
    SetUpResult result = setUp.setUp(RequestFlag.read("dryRun", dryRun));
    if (result instanceof SetUpResult.Done done) {
      return new Answer(done.dryRun(), done.changes(), List.of());
    }
    throw refusal((SetUpResult.Refused) result);
  }

  @DELETE
  @Produces(MediaType.APPLICATION_JSON)
  public Answer undo(@QueryParam("dryRun") @Nullable String dryRun) {
    requireManage();
    SetUpResult.Done done = setUp.undo(RequestFlag.read("dryRun", dryRun));
    return new Answer(done.dryRun(), done.changes(), setUp.remains());
  }

  private void requireManage() {
    auth.realm().requireManageRealm();
    auth.clients().requireManage();
  }

  /** The first obstacle is the answer; the others show when it is out of the way. */
  private static ApiException refusal(SetUpResult.Refused refused) {
    SetUpObstacle first = refused.obstacles().get(0);
    return ApiException.conflict(first.code(), first.text());
  }
}

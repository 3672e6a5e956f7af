// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.JsonBody;
import io.companyaccounts.platform.RequestFlag;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Import of the data of companies, for whoever may manage realm, organizations and users. */
public final class ImportResource {

  private final KeycloakSession session;
  private final AdminPermissionEvaluator auth;

  public ImportResource(KeycloakSession session, AdminPermissionEvaluator auth) {
    this.session = session;
    this.auth = auth;
  }

  /**
   * @param organizations those that were not as the file says
   */
  record Answer(boolean dryRun, int changes, List<ImportedOrganization> organizations) {}

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Answer importData(
      @QueryParam("dryRun") @Nullable String dryRun, @Nullable InputStream body) {
    auth.realm().requireManageRealm();
    auth.orgs().requireManage();
    auth.users().requireManage();
    boolean dry = RequestFlag.read("dryRun", dryRun);
    byte[] json = JsonBody.raw(session, body, CompanyFiles.MOST_BYTES);
    Actor actor = Actor.system(ActivityActor.realmAdmin(session, auth.adminAuth()));
    ImportResult result = new ImportCompanies(session, actor).importData(json, dry);
    if (result instanceof ImportResult.Imported imported) {
      return new Answer(imported.dryRun(), imported.changes(), imported.organizations());
    }
    throw refusal((ImportResult.Refused) result);
  }

  private static ApiException refusal(ImportResult.Refused refused) {
    return ApiException.of(
        Response.Status.BAD_REQUEST,
        "invalid_data",
        "Nothing was imported: " + refused.total() + " items are wrong. See details.items.",
        Map.of("total", refused.total(), "items", refused.errors()));
  }
}

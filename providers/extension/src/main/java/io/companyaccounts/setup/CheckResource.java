// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.setup.Finding.Severity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The check of a realm, for whoever may see its settings. */
public final class CheckResource {

  private final AdminPermissionEvaluator auth;
  private final RealmSetUp setUp;

  public CheckResource(KeycloakSession session, AdminPermissionEvaluator auth) {
    this.auth = auth;
    this.setUp = new RealmSetUp(session, ActivityActor.realmAdmin(session, auth.adminAuth()));
  }

  /** All findings, the worst first. */
  record Answer(long errors, long warnings, long infos, List<Finding> findings) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Answer check() {
    auth.realm().requireViewRealm();
    List<Finding> findings = setUp.check();
    return new Answer(
        count(findings, Severity.ERROR),
        count(findings, Severity.WARNING),
        count(findings, Severity.INFO),
        findings);
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import io.companyaccounts.platform.Job;
import io.companyaccounts.platform.JobRequest;
import io.companyaccounts.platform.Jobs;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Asks for jobs of the kind {@link ProbeJobFactory#KIND}. */
public final class JobProbe {

  private final KeycloakSession session;
  private final RealmModel realm;

  JobProbe(KeycloakSession session) {
    this.session = session;
    realm = session.getContext().getRealm();
  }

  /** Schedules a job; what it shall do are the other parameters of the query. */
  @POST
  @Path("{subject}")
  public void schedule(
      @PathParam("subject") String subject, @QueryParam("inMillis") long inMillis) {
    Map<String, String> data = new TreeMap<>();
    session.getContext().getUri().getQueryParameters().forEach((k, v) -> data.put(k, v.get(0)));
    Instant due = Instant.now().plusMillis(inMillis);
    String kind = data.getOrDefault("kind", ProbeJobFactory.KIND);
    jobs().schedule(JobRequest.of(realm, kind, subject, due).data(data));
  }

  /** Schedules a job in a transaction that is rolled back. */
  @POST
  @Path("{subject}/rolled-back")
  public void scheduleAndRollBack(@PathParam("subject") String subject) {
    schedule(subject, 0);
    session.getTransactionManager().setRollbackOnly();
  }

  @GET
  @Path("{subject}")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> find(
      @PathParam("subject") String subject, @QueryParam("realmId") @Nullable String realmId) {
    return jobs()
        .find(realmId == null ? realm.getId() : realmId, ProbeJobFactory.KIND, subject)
        .map(JobProbe::json)
        .orElseThrow(NotFoundException::new);
  }

  @GET
  @Path("failed")
  @Produces(MediaType.APPLICATION_JSON)
  public List<Map<String, Object>> failed() {
    return jobs().failed(realm.getId(), 10).stream().map(JobProbe::json).toList();
  }

  @DELETE
  @Path("{subject}")
  public void cancel(@PathParam("subject") String subject) {
    if (!jobs().cancel(realm.getId(), ProbeJobFactory.KIND, subject)) {
      throw new NotFoundException();
    }
  }

  private Jobs jobs() {
    return session.getProvider(Jobs.class);
  }

  private static Map<String, Object> json(Job job) {
    Map<String, Object> json = new TreeMap<>();
    json.put("subject", job.subject());
    json.put("state", job.state().name());
    json.put("attempts", job.attempts());
    json.put("due", job.due().toEpochMilli());
    json.put("lastError", job.lastError() == null ? "" : job.lastError());
    return json;
  }
}

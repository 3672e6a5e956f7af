// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityFilter;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.activity.ActivityPage;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.BearerAccess;
import io.companyaccounts.platform.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Records and reads activity. */
public final class ActivityProbe {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final ActivityLog log;

  ActivityProbe(KeycloakSession session) {
    this.session = session;
    realm = session.getContext().getRealm();
    log = new ActivityLog(session);
  }

  /** Records something; with a bearer token the caller is the actor, else the system. */
  @POST
  public void record(
      @QueryParam("organization") @Nullable String organizationId,
      @QueryParam("kind") String kind,
      @QueryParam("member") @Nullable String memberId) {
    log.record(activity(organizationId, kind, memberId));
  }

  /** Records something and refuses afterwards. */
  @POST
  @Path("rolled-back")
  public void recordAndRefuse(
      @QueryParam("organization") String organizationId, @QueryParam("kind") String kind) {
    log.record(activity(organizationId, kind, null));
    throw ApiException.conflict("probe_refused", "Refused after recording.");
  }

  /** Refuses and records that. */
  @POST
  @Path("refusal")
  public void refusal(
      @QueryParam("organization") @Nullable String organizationId,
      @QueryParam("reason") String reason,
      @QueryParam("member") @Nullable String memberId) {
    log.recordRefusal(
        activity(organizationId, ActivityKind.ROLES_CHANGED.name(), memberId), reason);
    throw ApiException.forbidden(reason, "Refused.");
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> find(@QueryParam("organization") String organizationId) {
    MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
    ActivityPage page =
        log.find(
            realm,
            organizationId,
            ActivityFilter.read(query),
            query.getFirst("cursor"),
            PageRequest.readMax(query));
    List<Map<String, Object>> entries =
        page.entries().stream()
            .map(
                entry -> {
                  Map<String, Object> json = new TreeMap<>();
                  json.put("at", entry.at().toEpochMilli());
                  json.put("kind", entry.kind());
                  json.put("actorKind", entry.actor().kind().name());
                  json.put("actor", String.valueOf(entry.actor().userId()));
                  json.put("member", String.valueOf(entry.memberId()));
                  json.put("occurrences", entry.occurrences());
                  json.put("details", entry.details());
                  return json;
                })
            .toList();
    return Map.of("entries", entries, "next", page.next() == null ? "" : page.next());
  }

  private Activity activity(
      @Nullable String organizationId, String kind, @Nullable String memberId) {
    ActivityKind what = ActivityKind.valueOf(kind);
    ActivityActor actor = actor();
    Activity activity =
        organizationId == null
            ? Activity.inRealm(realm, what, actor)
            : Activity.in(realm, organizationId, what, actor);
    return activity.member(memberId).detail(ActivityDetail.ROLE_NAME, "Küche 😀 <b>");
  }

  private ActivityActor actor() {
    boolean token =
        session.getContext().getHttpRequest().getHttpHeaders().getHeaderString("Authorization")
            != null;
    return token
        ? ActivityActor.member(session, BearerAccess.authenticate(session))
        : ActivityActor.system();
  }
}

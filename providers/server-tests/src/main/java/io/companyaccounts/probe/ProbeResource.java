// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What a test can ask of the inside of one node. */
public final class ProbeResource {

  private final KeycloakSession session;

  ProbeResource(KeycloakSession session) {
    this.session = session;
  }

  /** How many statements this node has prepared since the first of these calls. */
  @GET
  @Path("statements")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Long> statements() {
    Statistics statistics =
        session
            .getProvider(JpaConnectionProvider.class)
            .getEntityManager()
            .getEntityManagerFactory()
            .unwrap(SessionFactory.class)
            .getStatistics();
    statistics.setStatisticsEnabled(true);
    return Map.of("prepared", statistics.getPrepareStatementCount());
  }

  /** Adds many native members to an organization. */
  @POST
  @Path("organizations/{org}/bulk-members/{count}")
  public void bulkMembers(@PathParam("org") String organizationId, @PathParam("count") int count) {
    BulkMembers.add(session, organizationId, count);
  }

  /** Changes rows as nobody could by way of Keycloak, to see whether that is noticed. */
  @POST
  @Path("update")
  public void update(Map<String, String> body) {
    session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery(body.get("hql"))
        .executeUpdate();
  }

  /** Counts rows, also those that no interface shows: a query by name, a number by name. */
  @POST
  @Path("counts")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Long> counts(Map<String, String> queries) {
    EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    Map<String, Long> counts = new TreeMap<>();
    queries.forEach(
        (name, hql) -> counts.put(name, em.createQuery(hql, Long.class).getSingleResult()));
    return counts;
  }

  /** The pack's platform; only in servers with the pack. */
  @Path("platform")
  public Object platform() {
    return new PlatformProbe(session);
  }
}

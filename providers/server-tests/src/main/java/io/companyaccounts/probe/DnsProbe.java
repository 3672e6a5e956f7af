// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import io.companyaccounts.domainproof.JndiTxtRecordsFactory;
import io.companyaccounts.domainproof.TxtRecords;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;

/** Puts records into the DNS that {@link ProbeTxtRecordsFactory} answers from. */
public final class DnsProbe {

  private final KeycloakSession session;

  DnsProbe(KeycloakSession session) {
    this.session = session;
  }

  /** The values of a name; an empty list takes the name away. */
  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  public void put(@PathParam("name") String name, List<String> values) {
    ProbeTxtRecordsFactory.answer(
        name, values.isEmpty() ? new TxtRecords.NotThere() : new TxtRecords.Found(values));
  }

  /** The name is not answered any more. */
  @POST
  @Path("{name}/down")
  public void down(@PathParam("name") String name) {
    ProbeTxtRecordsFactory.answer(name, new TxtRecords.Unavailable());
  }

  /** How long each answer takes from now on. */
  @POST
  @Path("slow")
  public void slow(@QueryParam("millis") long millis) {
    ProbeTxtRecordsFactory.slow(millis);
  }

  /** What the pack's own provider says when it asks that server. */
  @GET
  @Path("{name}/real")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, String> real(
      @PathParam("name") String name, @QueryParam("server") String server) {
    System.setProperty("kc.spi-company-dns--jndi--servers", server);
    JndiTxtRecordsFactory real = new JndiTxtRecordsFactory();
    real.init(Config.scope("company-dns", JndiTxtRecordsFactory.ID));
    return Map.of("answer", real.create(session).lookup(name).toString());
  }
}

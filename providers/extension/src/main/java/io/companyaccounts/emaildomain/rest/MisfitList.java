// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.rest;

import io.companyaccounts.emaildomain.EmailRule;
import io.companyaccounts.emaildomain.jpa.Misfits;
import io.companyaccounts.emaildomain.rest.EmailRepresentations.MisfitPageRepresentation;
import io.companyaccounts.emaildomain.rest.EmailRepresentations.MisfitRepresentation;
import io.companyaccounts.platform.PageRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Lists members who do not fit a rule: one page as JSON, or all of them as a table. */
final class MisfitList {

  private static final MediaType CSV = new MediaType("text", "csv");

  private final KeycloakSession session;
  private final Misfits misfits;

  MisfitList(KeycloakSession session, Misfits misfits) {
    this.session = session;
    this.misfits = misfits;
  }

  Response answer(EmailRule own) {
    return wantsTable() ? table(own) : page(own);
  }

  private boolean wantsTable() {
    HttpHeaders headers = session.getContext().getRequestHeaders();
    return headers.getAcceptableMediaTypes().stream()
        .anyMatch(type -> !type.isWildcardType() && type.isCompatible(CSV));
  }

  private Response page(EmailRule own) {
    PageRequest page = PageRequest.read(session.getContext().getUri().getQueryParameters());
    List<MisfitRepresentation> shown = new ArrayList<>();
    int[] seen = {0};
    misfits.forEach(
        own,
        misfit -> {
          int place = seen[0]++;
          if (place >= page.first() && place < page.first() + page.max()) {
            shown.add(MisfitRepresentation.of(misfit));
          }
        });
    return Response.ok(
            new MisfitPageRepresentation(page.first(), page.max(), seen[0], shown),
            MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private Response table(EmailRule own) {
    StringBuilder table = new StringBuilder();
    line(table, "user", "username", "name", "email", "reason", "owner", "since", "until");
    misfits.forEach(
        own,
        misfit -> {
          MisfitRepresentation row = MisfitRepresentation.of(misfit);
          line(
              table,
              row.user(),
              row.username(),
              row.name(),
              row.email(),
              row.reason(),
              Boolean.toString(row.owner()),
              row.since(),
              row.until());
        });
    return Response.ok(table.toString(), CSV.withCharset("utf-8"))
        .header("Content-Disposition", "attachment; filename=\"members.csv\"")
        .build();
  }

  private static void line(StringBuilder table, @Nullable String... cells) {
    table
        .append(Stream.of(cells).map(MisfitList::cell).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  /** RFC 4180; what a spreadsheet would take for a formula gets an apostrophe in front. */
  private static String cell(@Nullable String text) {
    String value = text == null ? "" : text;
    String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[,\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}

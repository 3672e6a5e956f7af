// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a server answered. */
public record Reply(String request, int status, HttpHeaders headers, String body) {

  /** Fails with the whole answer unless the status is the expected one. */
  public Reply expect(int expected) {
    if (status != expected) {
      throw new AssertionError(
          request + ": expected " + expected + " but got " + status + "\n" + body);
    }
    return this;
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(request + ": not JSON (status " + status + "): " + body, e);
    }
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The Location header. */
  public URI location() {
    return URI.create(
        header("Location")
            .orElseThrow(() -> new AssertionError(request + ": no Location, status " + status)));
  }

  /** The last part of the Location header: the id of what was just created. */
  public String createdId() {
    String path = expect(201).location().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

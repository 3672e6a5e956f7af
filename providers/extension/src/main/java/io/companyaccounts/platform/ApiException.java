// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.services.ErrorResponseException;

/**
 * A refusal of a REST call: {@code {"error":"<code>","errorMessage":"<text>","details":{…}}}.
 *
 * <p>It extends Keycloak's exception because that one marks the transaction rollback-only when its
 * response is taken; an ordinary 4xx response would commit what was done before it.
 */
public final class ApiException extends ErrorResponseException {

  private final String code;
  private final String text;
  private final int status;

  private ApiException(Response response, String code, String text) {
    super(response);
    this.code = code;
    this.text = text;
    this.status = response.getStatus();
  }

  /**
   * A refusal without details.
   *
   * @param status the HTTP status, 4xx or 5xx
   * @param code stable, machine-readable, lower case with underscores
   * @param message for a developer, in English; never holds secrets
   */
  public static ApiException of(Response.Status status, String code, String message) {
    return of(status, code, message, Map.of());
  }

  /**
   * A refusal with details.
   *
   * @param details what a program needs besides the code, left out when empty
   */
  public static ApiException of(
      Response.Status status, String code, String message, Map<String, ?> details) {
    return new ApiException(answer(status, code, message, details).build(), code, message);
  }

  public static ApiException badRequest(String code, String message) {
    return of(Response.Status.BAD_REQUEST, code, message);
  }

  public static ApiException forbidden(String code, String message) {
    return of(Response.Status.FORBIDDEN, code, message);
  }

  public static ApiException notFound(String code, String message) {
    return of(Response.Status.NOT_FOUND, code, message);
  }

  public static ApiException conflict(String code, String message) {
    return of(Response.Status.CONFLICT, code, message);
  }

  /**
   * A value of the body or the query that does not fit, {@code invalid_value}, naming its field.
   */
  public static ApiException invalidValue(String field, String message) {
    return of(
        Response.Status.BAD_REQUEST,
        "invalid_value",
        field + ": " + message,
        Map.of("field", field));
  }

  static ApiException unauthorized(String challenge, String message) {
    return new ApiException(
        answer(Response.Status.UNAUTHORIZED, "not_authenticated", message, Map.of())
            .header("WWW-Authenticate", challenge)
            .build(),
        "not_authenticated",
        message);
  }

  public String code() {
    return code;
  }

  /** What it says to people. */
  public String text() {
    return text;
  }

  public int status() {
    return status;
  }

  @Override
  public String getMessage() {
    return status + " " + code;
  }

  private static Response.ResponseBuilder answer(
      Response.Status status, String code, String message, Map<String, ?> details) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", code);
    body.put("errorMessage", message);
    if (!details.isEmpty()) {
      body.put("details", details);
    }
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .entity(body);
  }
}

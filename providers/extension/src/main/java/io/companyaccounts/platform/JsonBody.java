// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Reads the JSON body of a request strictly.
 *
 * <p>A resource takes the body as {@link InputStream} and has no {@code @Consumes}; otherwise
 * Keycloak would answer bad JSON, unknown fields and wrong content types with codes of its own. In
 * the type that is read, a primitive must be there, anything else may be missing.
 */
public final class JsonBody {

  /** One megabyte: enough for every ordinary call. */
  public static final int USUAL_LIMIT = 1024 * 1024;

  private JsonBody() {}

  public static <T> T read(KeycloakSession session, @Nullable InputStream body, Class<T> type) {
    return read(session, body, type, USUAL_LIMIT);
  }

  /**
   * The body as a value of the given type.
   *
   * @param limit most bytes to take
   * @throws ApiException {@code body_required}, {@code body_too_large}, {@code
   *     unsupported_media_type}, {@code invalid_json}, {@code unknown_field} or {@code
   *     invalid_value}
   */
  public static <T> T read(
      KeycloakSession session, @Nullable InputStream body, Class<T> type, int limit) {
    String contentType =
        session
            .getContext()
            .getHttpRequest()
            .getHttpHeaders()
            .getHeaderString(HttpHeaders.CONTENT_TYPE);
    return parse(contentType, bytes(body, limit), type);
  }

  /** The body as a value of the given type, or null if the request has none. */
  public static <T> @Nullable T readIfSent(
      KeycloakSession session, @Nullable InputStream body, Class<T> type) {
    byte[] bytes = body == null ? new byte[0] : bytes(body, USUAL_LIMIT);
    return bytes.length == 0 ? null : read(session, new ByteArrayInputStream(bytes), type);
  }

  /**
   * The body as it was sent, for those who read it themselves.
   *
   * @throws ApiException {@code body_required}, {@code body_too_large} or {@code
   *     unsupported_media_type}
   */
  public static byte[] raw(KeycloakSession session, @Nullable InputStream body, int limit) {
    byte[] bytes = bytes(body, limit);
    if (bytes.length == 0) {
      throw bodyRequired();
    }
    requireJson(
        session
            .getContext()
            .getHttpRequest()
            .getHttpHeaders()
            .getHeaderString(HttpHeaders.CONTENT_TYPE));
    return bytes;
  }

  static <T> T parse(@Nullable String contentType, byte[] body, Class<T> type) {
    if (contentType == null && body.length == 0) {
      throw bodyRequired();
    }
    requireJson(contentType);
    if (body.length == 0) {
      throw bodyRequired();
    }
    JsonNode tree = tree(body);
    requireStorableText(tree, "");
    try {
      return StrictJson.MAPPER.treeToValue(tree, type);
    } catch (UnrecognizedPropertyException e) {
      String field = path(e);
      throw ApiException.of(
          Response.Status.BAD_REQUEST,
          "unknown_field",
          "There is no field " + field + ".",
          Map.of("field", field));
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof ApiException refusal) {
        throw refusal;
      }
      throw ApiException.invalidValue(path(e), "is missing or not of the expected kind.");
    } catch (JsonProcessingException e) {
      throw invalidJson(e);
    }
  }

  /**
   * The body as it was sent, whatever its content type.
   *
   * @throws ApiException {@code body_required} or {@code body_too_large}
   */
  public static byte[] bytes(@Nullable InputStream body, int limit) {
    if (body == null) {
      throw bodyRequired();
    }
    try {
      byte[] bytes = body.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw ApiException.of(
            Response.Status.REQUEST_ENTITY_TOO_LARGE,
            "body_too_large",
            "The body must not be larger than " + limit + " bytes.",
            Map.of("limit", limit));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireJson(@Nullable String contentType) {
    String[] parts =
        (contentType == null ? "" : contentType).toLowerCase(Locale.ROOT).split(";", -1);
    boolean json = parts[0].strip().equals("application/json");
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      json &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    if (!json) {
      throw ApiException.of(
          Response.Status.UNSUPPORTED_MEDIA_TYPE,
          "unsupported_media_type",
          "Send application/json in UTF-8.");
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = StrictJson.MAPPER.readTree(body);
      if (tree == null || tree.isMissingNode() || tree.isNull()) {
        throw bodyRequired();
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw invalidJson(e);
    } catch (IOException e) {
      throw ApiException.badRequest("invalid_json", "The body is not JSON in UTF-8.");
    }
  }

  private static void requireStorableText(JsonNode node, String path) {
    if (node.isTextual() && !RequestText.isStorable(node.textValue())) {
      throw ApiException.invalidValue(path, "holds characters that cannot be stored.");
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireStorableText(node.get(i), path + "[" + i + "]");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!RequestText.isStorable(field.getKey())) {
        throw ApiException.badRequest("invalid_json", "A field name cannot be stored.");
      }
      requireStorableText(
          field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey());
    }
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static ApiException bodyRequired() {
    return ApiException.badRequest("body_required", "Send a JSON body.");
  }

  private static ApiException invalidJson(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " Line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    return ApiException.badRequest("invalid_json", "The body is not valid JSON." + where);
  }
}

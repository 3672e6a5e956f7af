// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plain HTTP calls below one base URL; redirects are not followed. */
public final class Http {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI base;
  private final Map<String, Supplier<String>> headers;

  public Http(URI base) {
    this(base, Map.of());
  }

  private Http(URI base, Map<String, Supplier<String>> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** The same with one more header in each request. */
  public Http with(String header, String value) {
    return with(header, () -> value);
  }

  /** The same as the holder of an access token, which is asked for at each request. */
  public Http as(Supplier<String> accessToken) {
    return with("Authorization", () -> "Bearer " + accessToken.get());
  }

  /** The same as the holder of an access token. */
  public Http as(String accessToken) {
    return as(() -> accessToken);
  }

  /** The same below another base URL. */
  public Http at(URI otherBase) {
    return new Http(otherBase, headers);
  }

  private Http with(String header, Supplier<String> value) {
    Map<String, Supplier<String>> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Http(base, more);
  }

  public Reply get(String path) {
    return send("GET", path, null, null);
  }

  public Reply delete(String path) {
    return send("DELETE", path, null, null);
  }

  /** Without a body. */
  public Reply post(String path) {
    return send("POST", path, null, null);
  }

  /** With a JSON body of maps, lists and values; a {@link String} is sent as it is. */
  public Reply post(String path, Object json) {
    return json("POST", path, json);
  }

  /** With a JSON body of maps, lists and values; a {@link String} is sent as it is. */
  public Reply put(String path, Object json) {
    return json("PUT", path, json);
  }

  /** Any method with a JSON body, for instance {@code PATCH}, or {@code DELETE} with a body. */
  public Reply json(String method, String path, Object json) {
    String body = json instanceof String text ? text : Json.write(json);
    return send(method, path, "application/json", body);
  }

  /** Posts a form. */
  public Reply form(String path, Map<String, String> fields) {
    return send("POST", path, "application/x-www-form-urlencoded", encode(fields));
  }

  /** Any request; the path may also be a whole URL. */
  public Reply send(
      String method, String path, @Nullable String contentType, @Nullable String body) {
    URI uri = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach((name, value) -> request.setHeader(name, value.get()));
    if (contentType != null) {
      request.setHeader("Content-Type", contentType);
    }
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Reply(
          method + " " + uri, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UnreachableException(method + " " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException(method + " " + uri, e);
    }
  }

  /** Whether a GET is answered with 200 now. */
  public boolean answers(String path) {
    try {
      return get(path).status() == 200;
    } catch (UnreachableException e) {
      return false;
    }
  }

  /** Fields in the form of a query or a form body. */
  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A value for a query or a form body. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Nobody answered. */
  public static final class UnreachableException extends RuntimeException {

    private UnreachableException(String request, Exception cause) {
      super(request, cause);
    }
  }
}

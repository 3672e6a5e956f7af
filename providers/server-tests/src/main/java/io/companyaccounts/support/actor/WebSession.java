// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a screen and without scripts: keeps cookies, follows redirects inside Keycloak
 * and stops at the first page, or where Keycloak sends the person back to the application.
 */
public final class WebSession {

  private static final int MOST_REDIRECTS = 20;
  private static final Pattern PATH = Pattern.compile("(?i);\\s*path=([^;]*)");

  private final Map<Cookie, String> cookies = new LinkedHashMap<>();

  /** Realms have cookies of the same names under paths of their own. */
  private record Cookie(String name, String path) {

    boolean isFor(URI uri) {
      return uri.getPath().startsWith(path);
    }
  }

  /** Opens an address. */
  public WebPage open(URI uri) {
    return follow(uri, new Http(origin(uri)).with("Cookie", cookieHeader(uri)).get(uri.toString()));
  }

  WebPage submit(URI uri, Map<String, String> fields) {
    Http http = new Http(origin(uri)).with("Cookie", cookieHeader(uri));
    return follow(uri, http.form(uri.toString(), fields));
  }

  private WebPage follow(URI start, Reply first) {
    URI at = start;
    Reply reply = first;
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      remember(reply);
      if (reply.status() / 100 != 3) {
        return new WebPage(this, at, reply);
      }
      URI next = at.resolve(reply.location());
      if (!origin(next).equals(origin(at))) {
        return new WebPage(this, next, reply);
      }
      at = next;
      reply = new Http(origin(at)).with("Cookie", cookieHeader(at)).get(at.toString());
    }
    throw new AssertionError("Too many redirects from " + start);
  }

  /**
   * Keeps the cookies of an answer, also of one that was asked for otherwise. Keycloak's are meant
   * for secure origins; localhost counts as one in browsers.
   */
  public void remember(Reply reply) {
    List<String> set = reply.headers().allValues("Set-Cookie");
    for (String cookie : set) {
      String pair = cookie.split(";", 2)[0];
      Matcher path = PATH.matcher(cookie);
      Cookie key =
          new Cookie(pair.substring(0, pair.indexOf('=')), path.find() ? path.group(1) : "/");
      String value = pair.substring(pair.indexOf('=') + 1);
      if (value.isEmpty() || cookie.contains("Max-Age=0")) {
        cookies.remove(key);
      } else {
        cookies.put(key, value);
      }
    }
  }

  private String cookieHeader(URI uri) {
    return cookies.entrySet().stream()
        .filter(cookie -> cookie.getKey().isFor(uri))
        .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private static URI origin(URI uri) {
    return URI.create(uri.getScheme() + "://" + uri.getAuthority());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser without a screen and without scripts: keeps cookies, follows redirects inside Keycloak
 * and stops at the first page, or where Keycloak sends the person back to the application.
 */
public final class WebSession {

  private static final int MOST_REDIRECTS = 20;

  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** Opens an address. */
  public WebPage open(URI uri) {
    return follow(uri, new Http(origin(uri)).with("Cookie", cookieHeader()).get(uri.toString()));
  }

  WebPage submit(URI uri, Map<String, String> fields) {
    Http http = new Http(origin(uri)).with("Cookie", cookieHeader());
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
      reply = new Http(origin(at)).with("Cookie", cookieHeader()).get(at.toString());
    }
    throw new AssertionError("Too many redirects from " + start);
  }

  /** Keycloak's cookies are meant for secure origins; localhost counts as one in browsers. */
  private void remember(Reply reply) {
    List<String> set = reply.headers().allValues("Set-Cookie");
    for (String cookie : set) {
      String pair = cookie.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      if (value.isEmpty() || cookie.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, value);
      }
    }
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private static URI origin(URI uri) {
    return URI.create(uri.getScheme() + "://" + uri.getAuthority());
  }
}

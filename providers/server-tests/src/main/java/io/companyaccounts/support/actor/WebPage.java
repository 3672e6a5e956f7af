// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/** A page as it came, or the address of the application to which a person was sent back. */
public final class WebPage {

  private final WebSession session;
  private final URI uri;
  private final Reply reply;

  WebPage(WebSession session, URI uri, Reply reply) {
    this.session = session;
    this.uri = uri;
    this.reply = reply;
  }

  public URI uri() {
    return uri;
  }

  public int status() {
    return reply.status();
  }

  /** The page, for selectors. */
  public Document html() {
    return Jsoup.parse(reply.body(), uri.toString());
  }

  /** All visible text. */
  public String text() {
    return html().body().text();
  }

  /** Whether the person was sent back to the application. */
  public boolean isBackAtApplication() {
    return reply.status() / 100 == 3;
  }

  /** A parameter of the address. */
  public String query(String name) {
    String found = queryOrNull(name);
    if (found == null) {
      throw new AssertionError("No parameter " + name + " in " + uri + "\n" + text());
    }
    return found;
  }

  private @Nullable String queryOrNull(String name) {
    String query = uri.getRawQuery();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        }
      }
    }
    return null;
  }

  /** Sends the page's first form, hidden fields included, with these fields filled in. */
  public WebPage submit(Map<String, String> fields) {
    return submit("form", fields);
  }

  /** Sends the form that the selector finds. */
  public WebPage submit(String formSelector, Map<String, String> fields) {
    return submitAt(null, formSelector, fields);
  }

  /**
   * The same, but sends the form to another node than its address says.
   *
   * @param node null: where the form wants to go
   */
  public WebPage submitAt(@Nullable URI node, String formSelector, Map<String, String> fields) {
    Element form = html().selectFirst(formSelector);
    if (!(form instanceof FormElement element)) {
      throw new AssertionError("No form " + formSelector + " on " + uri + "\n" + text());
    }
    Map<String, String> all = new LinkedHashMap<>();
    element.formData().forEach(field -> all.put(field.key(), field.value()));
    all.putAll(fields);
    String action = element.attr("abs:action");
    URI target = action.isEmpty() ? uri : URI.create(action);
    return session.submit(
        node == null ? target : node.resolve(target.getRawPath() + "?" + target.getRawQuery()),
        all);
  }

  /** Opens another address in the same browser. */
  public WebPage open(URI address) {
    return session.open(address);
  }

  /** Follows the link that the selector finds. */
  public WebPage click(String linkSelector) {
    Element link = html().selectFirst(linkSelector);
    if (link == null) {
      throw new AssertionError("No link " + linkSelector + " on " + uri + "\n" + text());
    }
    return session.open(URI.create(link.attr("abs:href")));
  }

  /** Fills in the login pages, on one page or name first, and returns what comes then. */
  public WebPage signIn(String username, String password) {
    WebPage page = this;
    if (page.html().selectFirst("input[name=password]") == null) {
      page = page.submit("#kc-form-login", Map.of("username", username));
    }
    return page.submit("#kc-form-login", Map.of("username", username, "password", password));
  }
}

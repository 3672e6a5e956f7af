// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import io.companyaccounts.support.mail.Mail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The pages of the mailbox as text; everything out of a mail is escaped. */
final class MailboxHtml {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: light-dark(#d8dce0, #3a4048);
        --quiet: light-dark(#5a6370, #a7b0bb); --card: light-dark(#ffffff, #22262b);
        --back: light-dark(#f2f4f6, #16191c); --accent: light-dark(#0b5cad, #7db8f5); }
      * { box-sizing: border-box; }
      body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: var(--back); }
      main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
      h1 { font-size: 1.4rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
      a { color: var(--accent); }
      .card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
      ul { list-style: none; margin: 0; padding: 0; }
      li + li { border-top: 1px solid var(--line); }
      li a { display: grid; grid-template-columns: 16rem 1fr auto; gap: .2rem 1rem;
        padding: .8rem 1rem; color: inherit; text-decoration: none; }
      li a:hover, li a:focus-visible { background: var(--back); }
      li strong, li span { overflow: hidden; text-overflow: ellipsis; }
      .quiet { color: var(--quiet); }
      .empty { padding: 2rem 1rem; text-align: center; }
      dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1rem; margin: 0; }
      dt { color: var(--quiet); }
      dd { margin: 0; overflow-wrap: anywhere; }
      section { padding: 1rem; margin-bottom: 1rem; }
      h2 { font-size: 1rem; margin: 0 0 .6rem; color: var(--quiet); font-weight: 600; }
      pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
      iframe { width: 100%; height: 26rem; border: 0; border-radius: .3rem; background: #fff; }
      @media (max-width: 40rem) { li a { grid-template-columns: 1fr; } }
      """;

  private MailboxHtml() {}

  /** All mails, the newest first; the page asks for news by itself. */
  static String list(List<Mail> mails) {
    StringBuilder body = new StringBuilder("<h1>Mails</h1><div class=\"card\">");
    if (mails.isEmpty()) {
      body.append("<p class=\"empty quiet\">No mails yet. They appear here by themselves.</p>");
    } else {
      body.append("<ul>");
      for (int i = mails.size() - 1; i >= 0; i--) {
        body.append(row(mails.get(i)));
      }
      body.append("</ul>");
    }
    return page("Mails", "<meta http-equiv=\"refresh\" content=\"4\">", body.append("</div>"));
  }

  private static String row(Mail mail) {
    return "<li><a href=\"/mail?%s\"><strong>%s</strong><span>%s</span><time class=\"quiet\">%s</time></a></li>"
        .formatted(
            query(mail),
            escape(mail.receiver()),
            escape(mail.subject()),
            TIME.format(mail.receivedAt()));
  }

  /** One mail: who, when, and each form it came in. */
  static String mail(Mail mail) {
    StringBuilder body = new StringBuilder("<p><a href=\"/\">All mails</a></p>");
    body.append("<h1>").append(escape(mail.subject())).append("</h1>");
    body.append("<section class=\"card\"><dl>")
        .append(detail("From", mail.from()))
        .append(detail("To", mail.receiver()))
        .append(detail("Received", TIME.format(mail.receivedAt())))
        .append("</dl></section>");
    if (mail.html() != null) {
      body.append("<section class=\"card\"><h2>Formatted</h2>")
          .append("<iframe title=\"The mail with its formatting\" src=\"/html?")
          .append(query(mail))
          .append("\"></iframe></section>");
    }
    if (mail.text() != null) {
      body.append("<section class=\"card\"><h2>Plain text</h2><pre>")
          .append(withLinks(mail.text()))
          .append("</pre></section>");
    }
    return page(mail.subject(), "", body);
  }

  /** The HTML of a mail, so that its links leave the frame. */
  static String inFrame(String html) {
    Document document = Jsoup.parse(html);
    document.head().prependElement("base").attr("target", "_top");
    return document.outerHtml();
  }

  static String notFound() {
    return page(
        "No such mail",
        "",
        new StringBuilder("<h1>No such mail</h1><p><a href=\"/\">All mails</a></p>"));
  }

  private static String detail(String name, String value) {
    return "<dt>" + name + "</dt><dd>" + escape(value) + "</dd>";
  }

  private static String page(String title, String head, StringBuilder body) {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + head
        + "<title>"
        + escape(title)
        + "</title><style>"
        + STYLE
        + "</style></head><body><main>"
        + body
        + "</main></body></html>";
  }

  /** Plain text with its web addresses as links. */
  static String withLinks(String text) {
    StringBuilder html = new StringBuilder();
    Matcher links = LINK.matcher(text);
    int from = 0;
    while (links.find()) {
      String link = escape(links.group());
      html.append(escape(text.substring(from, links.start())))
          .append("<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(link, link));
      from = links.end();
    }
    return html.append(escape(text.substring(from))).toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String query(Mail mail) {
    return URLEncoder.encode(mail.id(), StandardCharsets.UTF_8);
  }
}

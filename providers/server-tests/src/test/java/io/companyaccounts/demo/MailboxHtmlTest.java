// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.support.mail.Mail;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MailboxHtmlTest {

  private static final String EVIL = "<script>alert('x')</script>";

  private static final Mail MAIL =
      new Mail(
          "1-a+b@x.example-7",
          Instant.EPOCH,
          "a+b@x.example",
          "\"" + EVIL + "\" <from@x.example>",
          List.of("a+b@x.example"),
          EVIL,
          null,
          "Open https://x.example/a?b=1&c='2 now " + EVIL,
          "<html><body><a href=\"https://x.example\">go</a></body></html>");

  @Test
  void nothingOutOfAMailBecomesMarkup() {
    for (String html : List.of(MailboxHtml.list(List.of(MAIL)), MailboxHtml.mail(MAIL))) {
      Document page = Jsoup.parse(html);
      assertThat(page.select("script")).isEmpty();
      assertThat(page.body().text()).contains(EVIL);
    }
    assertThat(Jsoup.parse(MailboxHtml.mail(MAIL)).title()).isEqualTo(EVIL);
  }

  @Test
  void theListLeadsToEachMailNewestFirst() {
    Mail second = new Mail("2", Instant.EPOCH, "b@x", "", List.of(), "Second", null, "", null);
    Document page = Jsoup.parse(MailboxHtml.list(List.of(MAIL, second)));

    assertThat(page.select("li a").eachAttr("href"))
        .containsExactly("/mail?2", "/mail?1-a%2Bb%40x.example-7");
  }

  @Test
  void anEmptyListSaysSo() {
    assertThat(Jsoup.parse(MailboxHtml.list(List.of())).text()).contains("No mails yet");
  }

  @Test
  void addressesInPlainTextAreLinks() {
    Document page = Jsoup.parse(MailboxHtml.mail(MAIL));

    assertThat(page.select("pre a").eachAttr("href"))
        .containsExactly("https://x.example/a?b=1&c='2");
    assertThat(page.select("pre").text()).isEqualTo(MAIL.text());
  }

  @Test
  void linksInAFormattedMailLeaveTheFrame() {
    Document framed = Jsoup.parse(MailboxHtml.inFrame("<!doctype html><p>Hi"));

    assertThat(framed.head().select("base").attr("target")).isEqualTo("_top");
    assertThat(framed.documentType()).isNotNull();
    assertThat(framed.body().text()).isEqualTo("Hi");
  }
}

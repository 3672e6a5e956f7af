// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.client.Decision;
import io.companyaccounts.shop.access.ShopPermission;
import io.companyaccounts.shop.quote.Article;
import io.companyaccounts.shop.quote.StepNotice;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static Properties texts(String file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() throws IOException {
    Properties english = texts("messages.properties");
    Properties german = texts("messages_de.properties");
    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(german, key)).as(key).isEqualTo(placeholders(english, key));
      assertThat(german.getProperty(key)).as(key).doesNotContain("'");
      assertThat(english.getProperty(key)).as(key).doesNotContain("'");
    }
  }

  private static int placeholders(Properties texts, String key) {
    return new MessageFormat(texts.getProperty(key), Locale.ROOT)
        .getFormatsByArgumentIndex()
        .length;
  }

  @Test
  void everythingThatComesFromCodeHasItsText() throws IOException {
    Properties texts = texts("messages.properties");
    for (ShopPermission permission : ShopPermission.values()) {
      assertThat(texts).containsKey("permission." + permission.role());
    }
    for (Article article : Article.values()) {
      assertThat(texts).containsKey("article." + article);
    }
    for (StepNotice notice : StepNotice.values()) {
      assertThat(texts).containsKey("done." + notice.key());
    }
    for (Decision.Reason reason : Decision.Reason.values()) {
      if (reason == Decision.Reason.GRANTED) {
        assertThat(texts).containsKeys("why.GRANTED.one", "why.GRANTED.many", "why.GRANTED.none");
      } else {
        assertThat(texts)
            .containsKeys("why." + reason, "refused." + reason, "refused.help." + reason);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.membership.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal that an invited person can meet has a page that says what to do next. */
class EndPagesTest {

  private static final Path ENGLISH =
      Path.of("src/main/resources/theme-resources/messages/messages_en.properties");

  @ParameterizedTest
  @EnumSource(InvitationRefusal.class)
  void everyRefusalHasTitleTextAndWhatToDoNext(InvitationRefusal refusal) throws IOException {
    String key = EndPages.of(refusal, "Muster GmbH").getKey();

    assertThat(texts().stringPropertyNames()).contains(key + "Title", key + "Text", key + "Next");
  }

  @ParameterizedTest
  @EnumSource(
      value = InvitationRefusal.class,
      names = {
        "EXPIRED",
        "WITHDRAWN",
        "ACCEPTED",
        "DECLINED",
        "SUSPENDED",
        "DOMAIN_NOT_ALLOWED",
        "INVITER_MAY_NOT",
        "BLOCKED",
        "INVITATION_UNKNOWN"
      })
  void whatEndsAnInvitationHasAPageOfItsOwn(InvitationRefusal refusal) {
    String key = EndPages.of(refusal, "Muster GmbH").getKey();

    assertThat(key).isNotEqualTo("companyEndRefused");
    assertThat(EndPages.of(refusal, "Muster GmbH").status().getStatusCode()).isBetween(400, 499);
  }

  @Test
  void aCompanyWithoutASeatHasAPageOfItsOwn() {
    assertThat(EndPages.of(Refusal.NO_SEATS, "Muster GmbH").getKey()).isEqualTo("companyEndNoSeat");
  }

  @Test
  void aReasonOfAnotherFeatureHasAPageToo() {
    assertThat(EndPages.of(Refusal.MEMBER_BLOCKED, "Muster GmbH").getKey())
        .isEqualTo("companyEndRefused");
  }

  @Test
  void pagesForWhatIsNotKnownHaveTexts() throws IOException {
    for (EndPage page :
        Set.of(EndPages.unknownInvitation(), EndPages.unknownLink(), EndPages.notSetUp())) {
      assertThat(texts().stringPropertyNames())
          .contains(page.getKey() + "Title", page.getKey() + "Text", page.getKey() + "Next");
    }
  }

  private static Properties texts() throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(ENGLISH, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}

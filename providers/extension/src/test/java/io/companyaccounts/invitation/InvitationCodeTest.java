// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.invitation.InvitationCode.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationCodeTest {

  private static final SecretKey KEY = key("the realm's key");

  private static SecretKey key(String text) {
    return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA512");
  }

  @Test
  void theSameIsAlwaysMadeFromTheSame() {
    assertThat(code(KEY, Purpose.INVITATION, "id", 0))
        .isEqualTo(code(KEY, Purpose.INVITATION, "id", 0))
        .matches("[A-Za-z0-9_-]{32}");
  }

  @Test
  void keyPurposeIdAndGenerationMakeAnother() {
    assertThat(
            Set.of(
                code(KEY, Purpose.INVITATION, "id", 0),
                code(KEY, Purpose.INVITATION, "id", 1),
                code(KEY, Purpose.INVITATION, "id1", 0),
                code(KEY, Purpose.LINK, "id", 0),
                code(key("another key"), Purpose.INVITATION, "id", 0)))
        .hasSize(5);
  }

  @Test
  void onlyTheHashIsStoredAndFitsItsCodeAlone() {
    InvitationCode code = InvitationCode.derive(KEY, Purpose.INVITATION, "id", 0);
    InvitationCode other = InvitationCode.derive(KEY, Purpose.INVITATION, "id", 1);
    assertThat(code.hash()).matches("[0-9a-f]{64}").doesNotContain(code.text());
    assertThat(code.fits(code.hash())).isTrue();
    assertThat(other.fits(code.hash())).isFalse();
    assertThat(code.fits(code.hash().substring(1))).isFalse();
    assertThat(InvitationCode.read(code.text())).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "0123456789012345678901234567890 ",
        "01234567890123456789012345678901=",
        "0123456789012345678901234567890/",
        "0123456789012345678901234567890\n",
        "' or 1=1 -- 01234567890123456789"
      })
  void whatHasNotItsShapeIsNoCode(String text) {
    assertThat(InvitationCode.read(text)).isEmpty();
  }

  @Test
  void itIsNeverPrinted() {
    InvitationCode code = InvitationCode.derive(KEY, Purpose.INVITATION, "id", 0);
    assertThat(code.toString()).doesNotContain(code.text());
  }

  private static String code(SecretKey key, Purpose purpose, String id, int generation) {
    return InvitationCode.derive(key, purpose, id, generation).text();
  }
}

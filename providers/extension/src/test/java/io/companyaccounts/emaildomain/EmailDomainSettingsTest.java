// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.emaildomain.EmailDomainSettings.Changed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailDomainSettingsTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(company\\.[A-Za-z.]+)` \\|");

  @Test
  void withoutSettingsNothingIsDemanded() {
    EmailDomainSettings settings = Addresses.settings();

    assertThat(settings.floor().isOpen()).isTrue();
    assertThat(settings.floor().externals()).isEqualTo(Externals.NONE);
    assertThat(settings.changed()).isEqualTo(Changed.GRACE);
    assertThat(settings.days()).isEqualTo(14);
  }

  @Test
  void listsMayBeWrittenInManyWays() {
    assertThat(EmailDomainSettings.list(List.of("a.example, b.example;c.example", " d.example\n")))
        .containsExactly("a.example", "b.example", "c.example", "d.example");
  }

  @Test
  void whatIsNoDomainIsLeftOut() {
    assertThat(
            Addresses.settings(EmailDomainSettings.ALLOWED, "a.example no *.b.example x@c.example")
                .floor()
                .allowed())
        .containsExactlyInAnyOrder(
            Addresses.pattern("a.example"), Addresses.pattern("*.b.example"));
  }

  @Test
  void ofABadWordTheStrictestCounts() {
    EmailRule floor =
        Addresses.settings(
                EmailDomainSettings.POLICY, "comany-domains",
                EmailDomainSettings.EXTERNALS, "yes",
                EmailDomainSettings.FREE_MAIL, "no",
                EmailDomainSettings.THROW_AWAY, "single-seat",
                EmailDomainSettings.ROLE_ADDRESS, "?",
                EmailDomainSettings.REAL_PERSON, "1",
                EmailDomainSettings.SUBDOMAINS, "TRUE!")
            .floor();

    assertThat(floor)
        .isEqualTo(
            new EmailRule(
                DomainPolicy.COMPANY_DOMAINS,
                false,
                Set.of(),
                Set.of(),
                Externals.NONE,
                true,
                Treatment.REFUSE,
                Treatment.REFUSE,
                Treatment.REFUSE,
                true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "366", "-1", "soon", "1.5"})
  void ofABadNumberOfDaysTheUsualCounts(String days) {
    assertThat(Addresses.settings(EmailDomainSettings.DAYS, days).days()).isEqualTo(14);
  }

  @Test
  void everyWordThatIsSaidToBePossibleIsRead() {
    EmailDomainSettings.words()
        .forEach(
            (key, words) ->
                words.forEach(
                    word -> {
                      EmailDomainSettings settings = Addresses.settings(key, word);
                      String all =
                          (settings.floor() + " " + settings.changed())
                              .toLowerCase(Locale.ROOT)
                              .replace('_', '-');
                      assertThat(all).as(key).contains(word);
                    }));
    assertThat(EmailDomainSettings.words().keySet()).isSubsetOf(EmailDomainSettings.KEYS);
  }

  @Test
  void theManualNamesExactlyTheSettingsThereAre() throws IOException {
    Set<String> named = new TreeSet<>();
    ROW.matcher(Files.readString(Path.of("../../docs/email-domains.md")))
        .results()
        .forEach(row -> named.add(row.group(1)));
    Set<String> lists =
        Stream.of(ProviderLists.FREE_MAIL, ProviderLists.THROW_AWAY, ProviderLists.ROLE_ADDRESS)
            .flatMap(key -> Stream.of(key + ProviderLists.ADD, key + ProviderLists.REMOVE))
            .collect(Collectors.toSet());
    lists.addAll(EmailDomainSettings.KEYS);

    assertThat(named).isEqualTo(new TreeSet<>(lists));
  }
}

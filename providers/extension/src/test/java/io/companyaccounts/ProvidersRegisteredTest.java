// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * What is not listed under {@code META-INF/services} does not exist for Keycloak, and says nothing
 * about it. Ids are stored in realms and written in start options: they never change.
 */
class ProvidersRegisteredTest {

  private static final Path SERVICES = Path.of("src/main/resources/META-INF/services");

  /** Every id of a provider of the pack, by the name of its SPI. */
  private static final Map<String, Set<String>> IDS =
      Map.ofEntries(
          entry("admin-realm-restapi-extension", Set.of("company")),
          entry("company-dns", Set.of("jndi")),
          entry("company-domain-proof", Set.of("jpa")),
          entry("company-invitation", Set.of("jpa")),
          entry("company-email-domain", Set.of("default")),
          entry(
              "company-job",
              Set.of("company-address-misfit", "company-domain-proof", "company-mail")),
          entry("company-jobs", Set.of("default")),
          entry("company-mail-attributes", Set.of("company-invitation", "company-mail-code")),
          entry("company-join-check", Set.of("company-email")),
          entry("company-membership", Set.of("jpa")),
          entry(
              "company-resource",
              Set.of(
                  "confirmation",
                  "email-domains",
                  "domains",
                  "i",
                  "invitation-settings",
                  "invitations",
                  "invite-links",
                  "joined",
                  "link",
                  "ordering",
                  "ordering-password")),
          entry(
              "company-setup",
              Set.of(
                  "default",
                  "email-domain",
                  "invitation",
                  "mail-confirmation",
                  "ordering-password")),
          entry("form-action", Set.of("registration-user-creation")),
          entry("jpa-entity-provider", Set.of("company-accounts")),
          entry(
              "protocol-mapper",
              Set.of(
                  "company-confirmation-mapper",
                  "company-ordering-mapper",
                  "company-roles-mapper",
                  "company-roles-saml-mapper")),
          entry("realm-restapi-extension", Set.of("company")),
          entry(
              "required-action",
              Set.of(
                  "company-confirm-by-mail",
                  "company-gate",
                  "company-join",
                  "company-ordering-password")),
          entry("token-interceptor", Set.of("company-blocked")),
          entry("validator", Set.of("organization-member-validator")));

  /** SPIs to which every feature adds a provider; all of them are asked, so there is no default. */
  private static final Set<String> SHARED =
      Set.of(
          "company-job",
          "company-join-check",
          "company-mail-attributes",
          "company-resource",
          "company-setup");

  /** Those that stand in for one of Keycloak's, and so have its id. */
  private static final Set<String> STAND_INS = Set.of("form-action", "validator");

  @Test
  void everyProviderAndSpiIsRegistered() throws IOException {
    Set<String> registered = new TreeSet<>();
    registered().values().forEach(registered::addAll);

    assertThat(registered).containsExactlyInAnyOrderElementsOf(providersAndSpis());
  }

  @Test
  void everyProviderIsRegisteredForItsSpi() throws ReflectiveOperationException, IOException {
    for (Map.Entry<String, List<String>> service : registered().entrySet()) {
      Class<?> type = Class.forName(service.getKey());
      for (String name : service.getValue()) {
        assertThat(type).as(service.getKey()).isAssignableFrom(Class.forName(name));
      }
      assertThat(service.getValue()).as(service.getKey()).doesNotHaveDuplicates();
    }
  }

  @Test
  void idsAreTheOnesThatRealmsAndStartOptionsKnow()
      throws ReflectiveOperationException, IOException {
    Map<String, Set<String>> ids = new TreeMap<>();
    for (Map.Entry<String, List<String>> service : registered().entrySet()) {
      if (!service.getKey().equals(Spi.class.getName())) {
        List<String> found = new ArrayList<>();
        for (String name : service.getValue()) {
          found.add(((ProviderFactory<?>) make(name)).getId());
        }
        assertThat(found).as(service.getKey()).doesNotHaveDuplicates();
        ids.put(spiOf(service.getKey()), Set.copyOf(found));
      }
    }

    assertThat(ids).isEqualTo(new TreeMap<>(IDS));
  }

  @Test
  void idsInKeycloaksSpisTellThatTheyAreOurs() {
    IDS.forEach(
        (spi, ids) -> {
          if (!spi.startsWith("company-") && !STAND_INS.contains(spi)) {
            assertThat(ids).as(spi).allMatch(id -> id.startsWith("company"));
          }
        });
  }

  @Test
  void everySpiOfThePackHasOneProviderSoThatItIsTheDefault()
      throws ReflectiveOperationException, IOException {
    for (String name : registered().getOrDefault(Spi.class.getName(), List.of())) {
      Spi spi = (Spi) make(name);
      assertThat(spi.getName()).startsWith("company-");
      if (!SHARED.contains(spi.getName())) {
        assertThat(IDS.get(spi.getName())).as(spi.getName()).hasSize(1);
      }
      assertThat(spi.getProviderFactoryClass().getName()).startsWith("io.companyaccounts.");
      assertThat(spi.getProviderClass().getName()).startsWith("io.companyaccounts.");
    }
  }

  private static Object make(String className) throws ReflectiveOperationException {
    return Class.forName(className).getConstructor().newInstance();
  }

  /** The name of the SPI, Keycloak's or ours, for which factories of that type are registered. */
  private static String spiOf(String factoryType) {
    return ServiceLoader.load(Spi.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(spi -> spi.getProviderFactoryClass().getName().equals(factoryType))
        .map(Spi::getName)
        .findFirst()
        .orElse("no SPI for " + factoryType);
  }

  private static Set<String> providersAndSpis() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.companyaccounts")
            .stream()
            .filter(
                type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(
                type ->
                    type.isAssignableTo(ProviderFactory.class) || type.isAssignableTo(Spi.class))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Class names by the service they are registered for. */
  private static Map<String, List<String>> registered() throws IOException {
    Map<String, List<String>> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(SERVICES)) {
      for (Path file : files.toList()) {
        all.put(
            file.getFileName().toString(),
            Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList());
      }
    }
    return all;
  }
}

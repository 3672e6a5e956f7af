// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;

@AnalyzeClasses(
    packages = "io.companyaccounts.client",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String REDEEM = "io.companyaccounts.client.RedeemProof";

  @ArchTest
  static final ArchRule NEEDS_NOTHING_BUT_JAVA =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.lang..",
              "java.math..",
              "java.net..",
              "java.nio.charset..",
              "java.time..",
              "java.util..",
              "io.companyaccounts.client..",
              "org.jspecify.annotations..")
          .because("shops of every framework take this JAR");

  @ArchTest
  static final ArchRule ONLY_REDEEMING_OPENS_A_CONNECTION =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(REDEEM)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.net..", "java.io..").and(not(type(URI.class))))
          .because("reading a token must need nothing but the token");
}

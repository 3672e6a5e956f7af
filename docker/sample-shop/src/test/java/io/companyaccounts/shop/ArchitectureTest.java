// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.companyaccounts.shop",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().matching("io.companyaccounts.shop.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule RULES_KNOW_NO_WEB =
      noClasses()
          .that()
          .resideInAnyPackage("..quote..", "..servicecase..")
          .and()
          .haveSimpleNameNotEndingWith("Pages")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..", "org.springframework.security..", "jakarta.servlet..")
          .because("they are asked with a buyer and answer with a result");

  @ArchTest
  static final ArchRule ONLY_THE_BUYER_READS_THE_TOKEN =
      noClasses()
          .that()
          .resideOutsideOfPackage("..access..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.companyaccounts.client.CompanyToken")
          .because("features ask the buyer, who asks the token");

  @ArchTest
  static final ArchRule NO_ROLES_OF_SPRING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              ".*\\.(PreAuthorize|PostAuthorize|Secured|RolesAllowed|GrantedAuthority)")
          .because("a second opinion about what people may do would be a wrong one");
}

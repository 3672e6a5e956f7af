// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityEntity;
import io.companyaccounts.setup.SetUpStep;
import io.companyaccounts.setup.SetupProvider;
import io.companyaccounts.setup.SetupProviderFactory;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The borders between features, and who alone may do what. */
@AnalyzeClasses(
    packages = "io.companyaccounts",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String PLATFORM = "io.companyaccounts.platform..";
  private static final String ACTIVITY = "io.companyaccounts.activity..";
  private static final String MEMBERSHIP = "io.companyaccounts.membership..";
  private static final String INVITATION = "io.companyaccounts.invitation..";
  private static final String EMAIL_DOMAIN = "io.companyaccounts.emaildomain..";
  private static final String DOMAIN_PROOF = "io.companyaccounts.domainproof..";
  private static final String PROOF = "io.companyaccounts.proof..";
  private static final String ORDERING_PASSWORD = "io.companyaccounts.orderingpassword..";
  private static final String MAIL_CONFIRMATION = "io.companyaccounts.mailconfirmation..";
  private static final String GATE = "io.companyaccounts.gate..";
  private static final String COMPANY_DATA = "io.companyaccounts.companydata..";
  private static final String SET_UP = "io.companyaccounts.setup..";

  /** Lists every table of the pack, so it has to know the entities of every feature. */
  private static final String LIST_OF_TABLES = "CompanyJpaEntityProvider";

  /** Mounts the admin side of every feature under one path. */
  private static final String ADMIN_ROOT = "AdminResource";

  // Borders

  @ArchTest
  static final ArchRule platformKnowsNoFeature =
      noClasses()
          .that(resideInAPackage(PLATFORM))
          .and()
          .doNotHaveSimpleName(LIST_OF_TABLES)
          .should()
          .dependOnClassesThat(ours(PLATFORM));

  @ArchTest
  static final ArchRule activityKnowsOnlyThePlatform =
      noClasses()
          .that(resideInAPackage(ACTIVITY))
          .should()
          .dependOnClassesThat(ours(PLATFORM, ACTIVITY));

  @ArchTest
  static final ArchRule membershipKnowsNoFeatureThatStandsOnIt =
      noClasses()
          .that(resideInAPackage(MEMBERSHIP))
          .and()
          .doNotHaveSimpleName(ADMIN_ROOT)
          .should()
          .dependOnClassesThat(ours(PLATFORM, ACTIVITY, MEMBERSHIP));

  /** A feature tells the set-up what it needs in the words of the set-up. */
  private static final DescribedPredicate<JavaClass> PART_OF_THE_SET_UP =
      assignableTo(SetupProvider.class)
          .or(assignableTo(SetupProviderFactory.class))
          .or(assignableTo(SetUpStep.class));

  @ArchTest
  static final ArchRule invitationsStandOnMembershipAndTakePartInTheSetUp =
      noClasses()
          .that(resideInAPackage(INVITATION))
          .and(not(PART_OF_THE_SET_UP))
          .should()
          .dependOnClassesThat(
              ours(PLATFORM, ACTIVITY, MEMBERSHIP, EMAIL_DOMAIN, SET_UP, INVITATION));

  @ArchTest
  static final ArchRule addressesStandOnMembership =
      noClasses()
          .that(resideInAPackage(EMAIL_DOMAIN))
          .should()
          .dependOnClassesThat(ours(PLATFORM, ACTIVITY, MEMBERSHIP, SET_UP, EMAIL_DOMAIN));

  @ArchTest
  static final ArchRule proofsOfDomainsStandOnMembership =
      noClasses()
          .that(resideInAPackage(DOMAIN_PROOF))
          .should()
          .dependOnClassesThat(ours(PLATFORM, ACTIVITY, MEMBERSHIP, EMAIL_DOMAIN, DOMAIN_PROOF));

  @ArchTest
  static final ArchRule theGateKnowsOnlyWhatItEnforces =
      noClasses()
          .that(resideInAPackage(GATE))
          .should()
          .dependOnClassesThat(
              ours(PLATFORM, ACTIVITY, MEMBERSHIP, EMAIL_DOMAIN, INVITATION, GATE));

  @ArchTest
  static final ArchRule companyDataIsReadAndWrittenThroughTheFeaturesAlone =
      noClasses()
          .that(resideInAPackage(COMPANY_DATA))
          .should()
          .dependOnClassesThat(ours(PLATFORM, ACTIVITY, MEMBERSHIP, COMPANY_DATA));

  @ArchTest
  static final ArchRule neighboursUseTheProviderOfMembershipAndNotItsStore =
      noClasses()
          .that(not(resideInAPackage(MEMBERSHIP)))
          .and()
          .doNotHaveSimpleName(LIST_OF_TABLES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.companyaccounts.membership.jpa..", "io.companyaccounts.membership.token..");

  // Rules

  /** A rule that sees a session or a request decides on more than it is told. */
  @ArchTest
  static final ArchRule rulesAndValuesOfMembershipNeedNoServer =
      classes()
          .that()
          .resideInAPackage("io.companyaccounts.membership")
          .and(not(assignableTo(Provider.class)))
          .and(not(assignableTo(ProviderFactory.class)))
          .and(not(assignableTo(Spi.class)))
          .and()
          .doNotHaveSimpleName("AdministrativeClients")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..", "org.jspecify.annotations", "io.companyaccounts.membership")
                  .or(assignableTo(ActivityActor.class)));

  /** What is opened names the organization, and the vendor's settings warn in the log. */
  @ArchTest
  static final ArchRule rulesAndValuesOfInvitationsNeedNoServer =
      classes()
          .that()
          .resideInAPackage("io.companyaccounts.invitation")
          .and(not(assignableTo(Provider.class)))
          .and(not(assignableTo(ProviderFactory.class)))
          .and(not(assignableTo(Spi.class)))
          .and()
          .doNotHaveSimpleName("OpenedInvitation")
          .and()
          .doNotHaveSimpleName("OpenedLink")
          .and()
          .doNotHaveSimpleName("InvitationSettings")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "javax.crypto",
                      "org.jspecify.annotations",
                      "io.companyaccounts.membership",
                      "io.companyaccounts.emaildomain",
                      "io.companyaccounts.invitation")
                  .or(assignableTo(ActivityActor.class)));

  /** The vendor's settings warn in the log. */
  @ArchTest
  static final ArchRule rulesAndValuesOfAddressesNeedNoServer =
      classes()
          .that()
          .resideInAPackage("io.companyaccounts.emaildomain")
          .and(not(assignableTo(Provider.class)))
          .and(not(assignableTo(ProviderFactory.class)))
          .and(not(assignableTo(Spi.class)))
          .and()
          .doNotHaveSimpleName("EmailDomainSettings")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "org.jspecify.annotations",
                  "io.companyaccounts.membership",
                  "io.companyaccounts.emaildomain"));

  @ArchTest
  static final ArchRule rulesAndValuesOfDomainProofsNeedNoServer =
      classes()
          .that(resideInAPackage(DOMAIN_PROOF))
          .and(
              simpleName("CheckDomain")
                  .or(simpleName("DomainProof"))
                  .or(simpleName("DomainRecord")))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "javax.crypto",
                  "org.jspecify.annotations",
                  "io.companyaccounts.emaildomain",
                  DOMAIN_PROOF));

  @ArchTest
  static final ArchRule proofsKnowNoFeatureThatGivesThem =
      noClasses()
          .that(resideInAPackage(PROOF))
          .should()
          .dependOnClassesThat(ours(PLATFORM, ACTIVITY, MEMBERSHIP, PROOF));

  @ArchTest
  static final ArchRule theConfirmationByMailStandsOnProofs =
      noClasses()
          .that(resideInAPackage(MAIL_CONFIRMATION))
          .and(not(PART_OF_THE_SET_UP))
          .should()
          .dependOnClassesThat(ours(PLATFORM, ACTIVITY, MEMBERSHIP, PROOF, MAIL_CONFIRMATION));

  @ArchTest
  static final ArchRule theOrderingPasswordStandsOnProofs =
      noClasses()
          .that(resideInAPackage(ORDERING_PASSWORD))
          .and(not(PART_OF_THE_SET_UP))
          .should()
          .dependOnClassesThat(ours(PLATFORM, ACTIVITY, MEMBERSHIP, PROOF, ORDERING_PASSWORD));

  @ArchTest
  static final ArchRule rulesAndValuesOfTheOrderingPasswordNeedNoServer =
      classes()
          .that(resideInAnyPackage(ORDERING_PASSWORD, PROOF))
          .and(
              simpleName("CountTries")
                  .or(simpleName("TypedPassword"))
                  .or(simpleName("OrderingChoice"))
                  .or(simpleName("CompanyOrdering"))
                  .or(simpleName("ChangeOrdering"))
                  .or(simpleName("StepParameter")))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "org.jspecify.annotations",
                      "io.companyaccounts.membership",
                      ORDERING_PASSWORD,
                      PROOF)
                  .or(simpleName("NumberSetting")));

  @ArchTest
  static final ArchRule hashesOfPasswordsAndCodesAreTouchedByTheirFeatureAlone =
      noClasses()
          .that(not(resideInAnyPackage(ORDERING_PASSWORD, MAIL_CONFIRMATION, PROOF)))
          .and()
          .doNotHaveSimpleName(LIST_OF_TABLES)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(ORDERING_PASSWORD, MAIL_CONFIRMATION, PROOF)
                  .and(simpleNameEndingWith("Entity")));

  /** Others ask which domains are proven, and need no row for that. */
  @ArchTest
  static final ArchRule rowsOfDomainProofsAreTouchedByTheirFeatureAlone =
      noClasses()
          .that(not(resideInAPackage(DOMAIN_PROOF)))
          .and()
          .doNotHaveSimpleName(LIST_OF_TABLES)
          .should()
          .dependOnClassesThat(resideInAPackage(DOMAIN_PROOF).and(simpleNameEndingWith("Entity")));

  @ArchTest
  static final ArchRule rowsOfInvitationsAreTouchedByTheirStoreAlone =
      noClasses()
          .that(not(resideInAPackage("io.companyaccounts.invitation.jpa")))
          .and()
          .doNotHaveSimpleName(LIST_OF_TABLES)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.companyaccounts.invitation.jpa");

  /** The time is given to rules, and comes from Keycloak, so that tests can turn its clock. */
  @ArchTest
  static final ArchRule nobodyLooksAtTheMachinesClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  // Writers

  @ArchTest
  static final ArchRule onlyStoresUseTheEntityManager =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Jpa")
          .and()
          .doNotHaveSimpleName("CompanyJpaEntityProviderFactory")
          .and(not(resideInAPackage("io.companyaccounts.membership.jpa").and(simpleName("Store"))))
          .and(not(resideInAPackage("io.companyaccounts.platform").and(simpleName("JobLeases"))))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class);

  @ArchTest
  static final ArchRule activityHasOneWriter =
      noClasses()
          .that(not(resideInAPackage(ACTIVITY)))
          .and()
          .doNotHaveSimpleName(LIST_OF_TABLES)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ActivityEntity.class);

  @ArchTest
  static final ArchRule rowsOfMembersAreTouchedByTheirStoreAlone =
      noClasses()
          .that(not(resideInAPackage("io.companyaccounts.membership.jpa")))
          .and()
          .doNotHaveSimpleName(LIST_OF_TABLES)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.companyaccounts.membership.jpa")
                  .and(simpleNameEndingWith("Entity")));

  @ArchTest
  static final ArchRule entitiesStayWithinTheirPackage =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .should()
          .notBePublic();

  // Style

  @ArchTest
  static final ArchRule nobodyPrints =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
          "the server's log is the place");

  @ArchTest
  static final ArchRule nobodyUsesJavaUtilLogging =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging")
          .because("Keycloak logs with JBoss Logging");

  @ArchTest
  static final ArchRule nobodyThrowsGenericExceptions =
      GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule nobodyReachesIntoOtherClassesByReflection =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("sun..", "jdk.internal..");

  @ArchTest
  static final ArchRule everyPackageSaysWhatMayBeNull =
      classes()
          .should(
              ArchCondition.from(
                  that(
                      "be in a package marked with @NullMarked",
                      javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));

  @ArchTest
  static final ArchRule classesAreFinalUnlessTheyAreExtended =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotAnonymousClasses()
          .and()
          .areNotAnnotatedWith(Entity.class)
          .and(
              that(
                  "are no ids of entities",
                  javaClass ->
                      javaClass
                          .getEnclosingClass()
                          .filter(outer -> outer.isAnnotatedWith(Entity.class))
                          .isEmpty()))
          .and(that("nobody extends", javaClass -> javaClass.getSubclasses().isEmpty()))
          .should()
          .haveModifier(JavaModifier.FINAL);

  private static DescribedPredicate<JavaClass> ours(String... allowed) {
    return resideInAPackage("io.companyaccounts..")
        .and(not(resideInAnyPackage(allowed)))
        .as("other classes of the pack");
  }

  private static DescribedPredicate<JavaClass> that(
      String description, Predicate<JavaClass> predicate) {
    return describe(description, predicate);
  }
}

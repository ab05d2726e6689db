package com.pelcro.payments.bootstrap;

import static com.pelcro.payments.bootstrap.ArchitectureTest.OURS;
import static com.pelcro.payments.bootstrap.ArchitectureTest.seesOnly;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// What the gateway's adapter and its simulator may see, and who may see them.
@AnalyzeClasses(
    packages = "com.pelcro.payments",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.NoTestJars.class,
      ArchitectureTest.NothingGenerated.class
    })
class CyberSourceArchitectureTest {

  @ArchTest
  static final ArchRule CYBERSOURCE =
      seesOnly(
          "cybersource",
          "domain..",
          "jakarta.inject..",
          "io.vertx..",
          "com.fasterxml.jackson..",
          "com.nimbusds..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule SIMULATOR =
      seesOnly(
          "simulator",
          "io.vertx..",
          "io.netty..",
          "com.fasterxml.jackson..",
          "com.nimbusds..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule ONE_FILE_OF_WIRING_NAMES_CYBERSOURCE =
      noClasses()
          .that(resideOutsideOfPackages(OURS + "cybersource..", OURS + "simulator.."))
          .and()
          .doNotHaveFullyQualifiedName(OURS + "bootstrap.wiring.KnownGateways")
          .should()
          .dependOnClassesThat(resideInAPackage(OURS + "cybersource.."));

  @ArchTest
  static final ArchRule NOTHING_THAT_SERVES_NAMES_THE_SIMULATOR =
      noClasses()
          .that(resideOutsideOfPackages(OURS + "simulator.."))
          .should()
          .dependOnClassesThat(resideInAPackage(OURS + "simulator.."));
}

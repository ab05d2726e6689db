package com.pelcro.payments.bootstrap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// Which part may see which: allow-lists, since a misspelt deny-list passes for ever. A rule that
/// matches no class fails.
@AnalyzeClasses(
    packages = "com.pelcro.payments",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.NoTestJars.class,
      ArchitectureTest.NothingGenerated.class
    })
class ArchitectureTest {

  static final String OURS = "com.pelcro.payments.";

  /// The test jars of other modules stand on the class path as jars of their own.
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  /// Dagger writes a factory into the package of each class it makes.
  static final class NothingGenerated implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("_Factory.class") && !location.contains("/Dagger");
    }
  }

  @ArchTest static final ArchRule DOMAIN = seesOnly("domain");

  @ArchTest
  static final ArchRule APPLICATION =
      seesOnly(
          "application", "domain..", "jakarta.inject..", "com.google.errorprone.annotations..");

  @ArchTest
  static final ArchRule PERSISTENCE =
      seesOnly(
          "persistence",
          "application..",
          "domain..",
          "jakarta.inject..",
          "org.jdbi..",
          "com.github.benmanes.caffeine..",
          "com.zaxxer.hikari..",
          "org.flywaydb..",
          "org.postgresql..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule HTTP =
      seesOnly(
          "http",
          "application..",
          "domain..",
          "jakarta.inject..",
          "io.vertx..",
          "io.netty..",
          "com.fasterxml.jackson..",
          "com.networknt..",
          "gg.jte..",
          "io.github.bucket4j..",
          "org.yaml..",
          "org.slf4j..");

  @ArchTest static final ArchRule DOMAIN_FEATURES_STAND_IN_LINE = line("domain");

  @ArchTest static final ArchRule APPLICATION_FEATURES_STAND_IN_LINE = line("application");

  @ArchTest static final ArchRule HTTP_FEATURES_STAND_IN_LINE = line("http");

  @ArchTest static final ArchRule PERSISTENCE_FEATURES_STAND_IN_LINE = line("persistence");

  /// Ids are ordered by the time they were made, which decides nothing.
  @ArchTest
  static final ArchRule TIME_IS_GIVEN =
      noClasses()
          .that(resideOutsideOfPackages(OURS + "bootstrap..", OURS + "simulator.."))
          .and()
          .doNotHaveSimpleName("TimeOrderedId")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule NOTHING_OLD =
      noClasses().should().dependOnClassesThat(resideInAnyPackage("javax.inject..", "lombok.."));

  @ArchTest
  static final ArchRule NO_HOLLOW_NAMES =
      noClasses()
          .that(resideOutsideOfPackages(OURS + "bootstrap.wiring.."))
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Dto");

  @ArchTest
  static void every_package_is_null_marked(JavaClasses all) {
    var marked =
        all.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .filter(type -> type.isAnnotatedWith(NullMarked.class))
            .map(JavaClass::getPackageName)
            .toList();
    assertThat(marked).isNotEmpty().containsAll(packagesOf(all));
  }

  private static Set<String> packagesOf(Collection<JavaClass> all) {
    var packages = new TreeSet<String>();
    all.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(OURS))
        .forEach(packages::add);
    return packages;
  }

  static ArchRule seesOnly(String part, String... more) {
    var always =
        Stream.of(OURS + part + "..", "java..", "javax.crypto..", "javax.sql..", "org.jspecify..");
    var allowed =
        Stream.concat(always, Stream.of(more).map(ArchitectureTest::ours)).toArray(String[]::new);
    return classes()
        .that(resideInAPackage(OURS + part + ".."))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed));
  }

  /// A name without a dot before its two last ones is a part of ours.
  private static String ours(String allowed) {
    return allowed.indexOf('.') == allowed.length() - 2 ? OURS + allowed : allowed;
  }

  private static ArchRule line(String part) {
    return slices().matching(OURS + part + ".(*)..").should().beFreeOfCycles();
  }
}

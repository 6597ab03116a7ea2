package org.ronde.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Random;

/** The rules of the house, as far as the engine is concerned. */
@AnalyzeClasses(packages = "org.ronde.matching", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("market")
          .definedBy("org.ronde.matching")
          .layer("graph")
          .definedBy("..graph")
          .layer("cycles")
          .definedBy("..cycles")
          .layer("packing")
          .definedBy("..packing")
          .layer("solvers")
          .definedBy("..solvers")
          .layer("columns")
          .definedBy("..columns")
          .layer("flows")
          .definedBy("..flows")
          .layer("planner")
          .definedBy("..planner")
          .layer("io")
          .definedBy("..io")
          .whereLayer("io")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("planner")
          .mayOnlyBeAccessedByLayers("io")
          .whereLayer("flows")
          .mayOnlyBeAccessedByLayers("planner", "io")
          .whereLayer("columns")
          .mayOnlyBeAccessedByLayers("io")
          .whereLayer("solvers")
          .mayOnlyBeAccessedByLayers("columns", "io")
          .whereLayer("packing")
          .mayOnlyBeAccessedByLayers("solvers", "columns", "planner", "io")
          .whereLayer("cycles")
          .mayOnlyBeAccessedByLayers("packing", "flows", "planner", "io")
          .whereLayer("graph")
          .mayOnlyBeAccessedByLayers("cycles", "packing", "columns", "flows", "planner", "io")
          .whereLayer("market")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule ONLY_THE_PLANNER_KNOWS_OPTAPLANNER =
      noClasses()
          .that()
          .resideOutsideOfPackage("..planner")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.optaplanner..");

  @ArchTest
  static final ArchRule ONLY_THE_SOLVERS_KNOW_OR_TOOLS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..solvers")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.ortools..");

  @ArchTest
  static final ArchRule ONLY_IO_TOUCHES_FILES_AND_JSON =
      noClasses()
          .that()
          .resideOutsideOfPackage("..io")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio..", "com.fasterxml..", "org.slf4j..");

  @ArchTest
  static final ArchRule ONLY_IO_TOUCHES_THE_SYSTEM =
      noClasses()
          .that()
          .resideOutsideOfPackage("..io")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.System");

  @ArchTest
  static final ArchRule NOBODY_MAKES_A_CLOCK_OR_CHANCE_OF_HIS_OWN =
      noClasses()
          .that()
          .resideOutsideOfPackage("..io")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule THE_CHECKER_SHARES_NO_CODE_WITH_THE_SOLVERS =
      noClasses()
          .that()
          .haveSimpleName("PackingChecker")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..graph", "..cycles", "..planner", "..io")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("org\\.ronde\\.matching\\.packing\\.(?!PackingChecker).*");
}

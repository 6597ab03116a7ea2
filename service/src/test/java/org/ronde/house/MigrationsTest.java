package org.ronde.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The story of the schema reads well: numbered, one change each, each with its reason. */
class MigrationsTest {
  private static final Pattern NAME = Pattern.compile("\\d{4}_[a-z0-9]+(_[a-z0-9]+)*\\.sql");
  private static final Pattern DDL =
      Pattern.compile("^\\s*(CREATE|ALTER|DROP|RENAME|TRUNCATE)\\b", Pattern.CASE_INSENSITIVE);

  /** What one of the two databases does not know (see docs/operator.md). */
  private static final Pattern OF_ONE_DATABASE =
      Pattern.compile(
          "->|\\bRETURNING\\b|\\bLATERAL\\b|\\bFOR SHARE\\b|\\bINVISIBLE\\b|\\bUUID\\b(?!_)"
              + "|IF NOT EXISTS|utf8mb4_0900|uca1400|\\bMEMBER OF\\b",
          Pattern.CASE_INSENSITIVE);

  private static Stream<Path> migrations() {
    return House.files(House.TOP.resolve("migrations"), ".sql").stream()
        .filter(file -> !file.toString().contains("/target/"));
  }

  @Test
  void namesEachMigrationByNumberAndSubject() {
    List<Path> wrong = migrations().filter(file -> !NAME.matcher(name(file)).matches()).toList();

    assertThat(wrong).as("names like 0101_company.sql").isEmpty();
  }

  @Test
  void givesEachMigrationItsOwnNumber() {
    Set<String> seen = new HashSet<>();
    List<String> twice =
        migrations()
            .map(MigrationsTest::name)
            .filter(name -> !seen.add(name.substring(0, 4)))
            .toList();

    assertThat(twice).as("numbers used before").isEmpty();
  }

  @Test
  void saysWhyInTheFirstLine() {
    List<Path> wrong =
        migrations()
            .filter(
                file -> !House.read(file).lines().findFirst().orElse("").matches("-- \\S.{10,}"))
            .toList();

    assertThat(wrong).as("a first line '-- why'").isEmpty();
  }

  @Test
  void changesOneThingSoThatAFailureLeavesNoHalf() {
    List<String> wrong =
        migrations()
            .filter(
                file -> statements(file).stream().filter(s -> DDL.matcher(s).find()).count() > 1)
            .map(file -> name(file) + " has more than one DDL statement: make one file of each")
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void keepsToSqlThatBothDatabasesKnow() {
    List<String> wrong =
        migrations()
            .flatMap(
                file ->
                    withoutComments(file)
                        .lines()
                        .filter(line -> OF_ONE_DATABASE.matcher(line).find())
                        .map(line -> name(file) + ": " + line.strip()))
            .toList();

    assertThat(wrong).isEmpty();
  }

  private static List<String> statements(Path file) {
    return Stream.of(withoutComments(file).split(";")).filter(s -> !s.isBlank()).toList();
  }

  private static String withoutComments(Path file) {
    return House.read(file)
        .replaceAll("(?m)--.*$", "")
        // Texts may hold anything.
        .replaceAll("'(?:[^']|'')*'", "''");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}

package org.ronde.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class VerificationTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @BeforeAll
  static void build() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  CREATE TABLE cupboard (
                    cupboard_id INT PRIMARY KEY,
                    kind VARCHAR(10) NOT NULL,
                    CONSTRAINT cupboard_kind CHECK (kind IN ('TALL', 'WIDE'))
                  )
                  """);
              handle.execute(
                  """
                  CREATE TABLE drawer (
                    drawer_id INT PRIMARY KEY,
                    cupboard_id INT NULL,
                    CONSTRAINT drawer_in_cupboard
                      FOREIGN KEY (cupboard_id) REFERENCES cupboard (cupboard_id)
                  ) COMMENT='append-only: drawers stay'
                  """);
            });
  }

  @AfterAll
  static void remove() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("DROP TABLE drawer");
              handle.execute("DROP TABLE cupboard");
            });
  }

  private static Verification.Report report(Invariant... invariants) {
    return database.open().verification().report(List.of(invariants));
  }

  private static boolean mariaDb(Handle handle) {
    return handle.createQuery("SELECT VERSION()").mapTo(String.class).one().contains("MariaDB");
  }

  @Test
  void findsNothingWrongWithSoundRows() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("INSERT INTO cupboard VALUES (1, 'TALL')");
              handle.execute("INSERT INTO drawer VALUES (1, 1), (2, NULL)");
            });

    Verification.Report report = report();

    assertThat(report.broken()).isEmpty();
    assertThat(report.checked()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void findsARowThatPointsNowhere() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("SET foreign_key_checks = 0");
              handle.execute("INSERT INTO drawer VALUES (1, 99)");
              handle.execute("SET foreign_key_checks = 1");
            });

    assertThat(report().broken())
        .extracting(Verification.Broken::sentence)
        .containsExactly("drawer_in_cupboard of drawer points at a row of cupboard");
  }

  @Test
  void findsARowThatSlippedPastACheck() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              boolean mariaDb = mariaDb(handle);
              handle.execute(
                  mariaDb
                      ? "SET check_constraint_checks = 0"
                      : "ALTER TABLE cupboard ALTER CHECK cupboard_kind NOT ENFORCED");
              handle.execute("INSERT INTO cupboard VALUES (1, 'FLAT')");
              if (mariaDb) {
                handle.execute("SET check_constraint_checks = 1");
              }
            });

    assertThat(report().broken())
        .extracting(Verification.Broken::sentence)
        .containsExactly("cupboard_kind of cupboard holds");
  }

  @Test
  void showsTheFirstRowsThatContradictAnInvariantOfARoom() {
    database
        .jdbi()
        .useHandle(
            handle ->
                Stream.of(1, 2, 3, 4, 5, 6, 7)
                    .forEach(id -> handle.execute("INSERT INTO cupboard VALUES (?, 'WIDE')", id)));
    Invariant allTall =
        new Invariant(
            "attic", "all are tall", "SELECT cupboard_id FROM cupboard WHERE kind <> 'TALL'");

    Verification.Broken broken = report(allTall).broken().get(0);

    assertThat(broken.room()).isEqualTo("attic");
    assertThat(broken.rows()).isEqualTo(7);
    assertThat(broken.examples()).hasSize(5);
    assertThat(broken.examples().get(0)).containsEntry("cupboard_id", 1);
  }

  @Test
  void saysWhichInvariantCannotBeAsked() {
    Invariant wrong = new Invariant("attic", "beams hold", "SELECT 1 FROM beam");

    assertThatThrownBy(() -> report(wrong))
        .hasStackTraceContaining("The invariant 'beams hold' of attic cannot be asked");
  }

  @Test
  void warnsOfAnAccountThatMayRewriteALedger() {
    assertThat(report().warnings())
        .anySatisfy(warning -> assertThat(warning).contains("DELETE and UPDATE on drawer"));
  }

  @Test
  void warnsOfAServerThatForgetsInAPowerCut() {
    // The tests' own server is set up so, because tests lose nothing.
    assertThat(report().warnings())
        .anySatisfy(warning -> assertThat(warning).contains("innodb_flush_log_at_trx_commit"));
  }
}

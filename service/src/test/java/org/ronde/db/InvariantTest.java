package org.ronde.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InvariantTest {
  @Test
  void readsSentencesWithTheirQueries() {
    assertThat(
            Invariant.parse(
                "shelf",
                """
                -- no jar is counted twice
                SELECT jar FROM shelf GROUP BY jar HAVING COUNT(*) > 1;

                -- jars are full
                SELECT jar
                FROM shelf
                WHERE empty;
                """))
        .containsExactly(
            new Invariant(
                "shelf",
                "no jar is counted twice",
                "SELECT jar FROM shelf GROUP BY jar HAVING COUNT(*) > 1"),
            new Invariant("shelf", "jars are full", "SELECT jar\nFROM shelf\nWHERE empty"));
  }

  @Test
  void refusesAQueryWithoutASentence() {
    assertThatThrownBy(() -> Invariant.parse("shelf", "SELECT jar FROM shelf;"))
        .hasMessageContaining("shelf")
        .hasMessageContaining("SELECT jar FROM shelf");
  }

  @Test
  void refusesAQueryWithoutAnEnd() {
    assertThatThrownBy(() -> Invariant.parse("shelf", "-- jars are full\nSELECT jar FROM shelf"))
        .hasMessageContaining("ends with ';'");
  }

  @Test
  void refusesARoomWithoutInvariants() {
    assertThatThrownBy(() -> Invariant.of("attic")).hasMessageContaining("attic/invariants.sql");
  }
}

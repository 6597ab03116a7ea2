package org.ronde.matching.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputReaderTest {
  private static GraphInstance read(String text) throws BadFileException {
    return InputReader.read(text.replace("|", "\n").getBytes(UTF_8));
  }

  @Test
  void readsArcsBetweenVerticesFromZero() throws BadFileException {
    var instance = read("3\t2|0\t1\t1|1 0  1.0|-1\t-1\t-1|");

    assertThat(instance.firstId()).isZero();
    assertThat(instance.graph().vertices()).isEqualTo(3);
    assertThat(instance.graph().arrows()).isEqualTo(2);
    assertThat(instance.graph().head(0)).isEqualTo(1);
    assertThat(instance.notes()).isEmpty();
  }

  @Test
  void leavesOutDonorsWithoutPatientsAndWeightsAndSaysSo() throws BadFileException {
    var instance = read("2 1|0 1 0.5|-1 -1 -1|2 1|1 0 1|-1 -1 -1");

    assertThat(instance.graph().arrows()).isEqualTo(1);
    assertThat(instance.notes())
        .containsExactly(
            "weights other than 1 are not used: each vertex counts one",
            "2 non-directed donors are left out: only cycles are looked for");
  }

  @ParameterizedTest(name = "{0} -> {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          '';                                     1; the file is empty
          '3';                                    1; expected the numbers of vertices and of arcs, read '3'
          '0 0|-1 -1 -1';                         1; no vertices
          'x 1';                                  1; 'x' is no whole number
          '2 -1';                                 1; -1 lies outside 0
          '9999999 1';                            1; 9999999 lies outside 0 to 1000000
          '2 2|1 0 1|1 0 1|-1 -1 -1';             3; a second arc from 1 to 0
          '3 2|0 1 1|0 2 1|1 2 1|-1 -1 -1';       4; expected '-1 -1 -1' after 2 arcs
          '3 4|0 1 1|0 2 1|1 2 1|-1 -1 -1';       5; 4 arcs are announced, 3 stand here
          '3 4|0 1 1';                            2; 4 arcs are announced, 1 stand here
          '3 1|0 1 1';                            2; expected '-1 -1 -1' after 1 arcs
          '2 1|2 1 1|-1 -1 -1';                   2; 2 lies outside 0 to 1
          '2 1|1 2 1|-1 -1 -1';                   2; 2 lies outside 0 to 1
          '2 1|1 -1 1|-1 -1 -1';                  2; -1 lies outside 0 to 1
          '2 1|1 1 1|-1 -1 -1';                   2; vertex 1 gives to itself
          '2 1|1 0|-1 -1 -1';                     2; expected 'from to weight', read '1 0'
          '2 1|1 0 one|-1 -1 -1';                 2; 'one' is no weight
          '2 1|1 0 -2|-1 -1 -1';                  2; must not be below 0
          '2 0|-1 -1 -1|hello';                   3; expected the numbers of donors and of arcs
          '2 0|-1 -1 -1|1 1|1 0 1|-1 -1 -1';      4; 1 lies outside 0 to 0
          '2 0|-1 -1 -1|1 1|0 2 1|-1 -1 -1';      4; 2 lies outside 0 to 1
          '2 0|-1 -1 -1|1 0|-1 -1 -1|more';       5; something follows the donors
          """)
  void refusesABrokenFileWithItsLine(String text, int line, String reason) {
    assertThatExceptionOfType(BadFileException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(reason)
        .matches(e -> e.line() == line, "line " + line);
  }
}

package org.ronde.matching.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WmdReaderTest {
  private static GraphInstance read(String text) throws BadFileException {
    return WmdReader.read(text.replace("|", "\n").getBytes(UTF_8));
  }

  @Test
  void countsFromZeroInOldFiles() throws BadFileException {
    var instance = read("3,2|1,Pair 1|2,Pair, the second|3,Pair 3|0,1,1|1,0,1.0|");

    assertThat(instance.firstId()).isZero();
    assertThat(instance.graph().arrows()).isEqualTo(2);
    assertThat(instance.graph().head(0)).isEqualTo(1);
  }

  @Test
  void countsFromOneInNewFiles() throws BadFileException {
    var instance = read("# TITLE: x|# NUMBER ALTERNATIVES: 3|# NUMBER EDGES: 2|1,2,1.0|3,1,1.0");

    assertThat(instance.firstId()).isEqualTo(1);
    assertThat(instance.graph().tail(1)).isEqualTo(2);
  }

  @Test
  void aFileThatNamesVertexNCountsFromOne() throws BadFileException {
    assertThat(read("2,1|1,a|2,b|1,2,1").firstId()).isEqualTo(1);
  }

  @Test
  void aFileThatNamesVertexZeroCountsFromZero() throws BadFileException {
    assertThat(read("# NUMBER ALTERNATIVES: 2|0,1,1").firstId()).isZero();
  }

  @Test
  void leavesOutArcsBackToDonors() throws BadFileException {
    assertThat(read("2,2|1,a|2,b|0,1,1|1,0,0").graph().arrows()).isEqualTo(1);
  }

  @Test
  void readsWindowsLinesAndRepeatedArcs() throws BadFileException {
    var instance = WmdReader.read("2,2\r\n1,a\r\n2,b\r\n\r\n0,1,1\r\n0,1,1\r\n".getBytes(UTF_8));

    assertThat(instance.graph().arrows()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          '';                               1; the file is empty
          'hello';                          1; expected 2 fields
          'x,3';                            1; 'x' is no whole number
          '-1,3';                           1; -1 lies outside
          '0,0';                            1; no vertices
          '99999999,1';                     1; 99999999 lies outside 0 to 1000000
          '2,1|1,a';                        2; ends before the name of vertex 2
          '2,1|1,a|3,b|0,1,1';              3; expected the name of vertex 2
          '2,1|1,a|2,b|0,1';                4; expected 3 fields
          '2,1|1,a|2,b|0,1,one';            4; 'one' is no weight
          '2,1|1,a|2,b|0,1,-1';             4; must not be below 0
          '2,1|1,a|2,b|0,1,NaN';            4; must not be below 0
          '2,1|1,a|2,b|0,7,1';              4; 7 lies outside 0 to 2
          '2,1|1,a|2,b|1,1,1';              4; vertex 1 gives to itself
          '2,2|1,a|2,b|0,1,1|1,2,1';        5; vertices 0 and 2 in a file of 2
          '2,3|1,a|2,b|0,1,1';              1; 3 arcs are announced, 1 follow
          '# TITLE: x|1,2,1';               2; lacks '# NUMBER ALTERNATIVES: n'
          '# NUMBER ALTERNATIVES: two';     1; 'two' is no whole number
          """)
  void refusesABrokenFileWithItsLine(String text, int line, String reason) {
    assertThatExceptionOfType(BadFileException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(reason)
        .matches(e -> e.line() == line, "line " + line);
  }
}

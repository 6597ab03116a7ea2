package org.ronde.matching.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, the answer is a result, or one line that names the fault's line. */
class BadFilesTest {
  @TempDir Path folder = Path.of("");
  private final Shell shell = new Shell();

  private void assertRefused(Path file, String... options) {
    var words = new ArrayList<>(List.of("solve", file.toString()));
    words.addAll(List.of(options));

    int code = shell.run(words.toArray(String[]::new));

    assertThat(code).as(shell.complained()).isEqualTo(2);
    assertThat(shell.printed()).isEmpty();
    assertThat(shell.complained().lines())
        .filteredOn(line -> !line.matches("\\d+ (vertices|items), .*"))
        .singleElement()
        .asString()
        .matches("line \\d+: .+");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a.json;  ''
          a.json;  '['
          a.json;  '{"day":"2026-11-21"'
          a.json;  '{"day":"2026-11-21","offers":[{"id":"o"}]}'
          a.json;  '{"day":"2026-11-21","companies":[{"id":""}]}'
          a.json;  '{"day":"2026-11-21","companies":[{"id":"a","cycleLengthMax":1}]}'
          a.json;  '{"day":"2026-11-21","companies":[{"id":"a"},{"id":"a"}]}'
          a.json;  '{"day":1e999}'
          a.wmd;   ''
          a.wmd;   '3'
          a.wmd;   '3,1|1,a'
          a.wmd;   '2,1|1,a|2,b|0,1,x'
          a.wmd;   '# NUMBER ALTERNATIVES: 99999999999999999999'
          a.input; ''
          a.input; '2 1|0 1'
          a.input; '2 1|0 1 1'
          a.input; '1000001 0|-1 -1 -1'
          a.input; '2 2147483648|-1 -1 -1'
          a.input; '2 40000000|0 1 1|-1 -1 -1'
          a.wants; ''
          a.wants; '(u'
          a.wants; 'a : b : c'
          a.wants; '#! BIG-STEP=99999999999'
          a;       ''
          a;       'hello'
          a;       '<html>'
          a;       '# nothing but a comment'
          """)
  void refusesWithTheLine(String name, String text) throws IOException {
    assertRefused(Files.writeString(folder.resolve(name), text.replace("|", "\n")));
  }

  @Test
  void refusesNestingWithoutEnd() throws IOException {
    var deep = "{\"day\":" + "[".repeat(100_000);

    assertRefused(Files.writeString(folder.resolve("a.json"), deep));
    assertRefused(
        Files.writeString(
            folder.resolve("b.json"), "{\"companies\":[{\"id\":" + "[".repeat(100_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "wmd", "input"})
  void refusesOtherAlphabetsAndNoise(String format) throws IOException {
    var noise = new byte[4_000];
    new Random(1).nextBytes(noise);
    assertRefused(Files.write(folder.resolve("noise"), noise), "--format", format);
    for (Charset charset : List.of(UTF_16, ISO_8859_1)) {
      var text = "{\"day\":\"2026-11-21\",\"companies\":[{\"id\":\"é".getBytes(charset);
      assertRefused(Files.write(folder.resolve("text"), text), "--format", format);
    }
  }

  /** Takes a good file of each format and spoils it in a hundred places. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          json;  '{"day":"2026-11-21","companies":[{"id":"a"},{"id":"b"}],|"wants":[]}'
          wmd;   '# NUMBER ALTERNATIVES: 3|# NUMBER EDGES: 2|1,2,1|2,1,1'
          input; '3 2|0 1 1|1 0 1|-1 -1 -1|1 1|0 1 1|-1 -1 -1'
          wants; '#! ALLOW-DUMMIES BIG-STEP=3|(u) a : %d; b|(u) %d : b|(v) b : a'
          """)
  void neverAnswersWithAStackTrace(String format, String good) throws IOException {
    var bytes = good.replace("|", "\n").getBytes(UTF_8);
    for (int seed = 1; seed <= 150; seed++) {
      var chance = new Random(seed);
      var spoilt = bytes.clone();
      for (int hits = 1 + chance.nextInt(3); hits > 0; hits--) {
        int what = " ,:;()%#!-={}[]\"019ax\n\u0000".charAt(chance.nextInt(23));
        spoilt[chance.nextInt(spoilt.length)] = (byte) what;
      }
      var file = Files.write(folder.resolve("spoilt"), spoilt);

      int code = shell.run("solve", file.toString(), "--format", format, "--time-limit", "5");

      assertThat(code).as("seed %d: %s", seed, shell.complained()).isIn(0, 2);
      if (code == 2) {
        assertThat(shell.complained()).as("seed %d", seed).matches("line \\d+: .+\\R");
      }
    }
  }
}

package org.ronde.matching.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir Path folder = Path.of("");
  private final Shell shell = new Shell();

  private int run(String... words) {
    return shell.run(words);
  }

  private String printed() {
    return shell.printed();
  }

  private String complained() {
    return shell.complained();
  }

  private JsonNode json() throws IOException {
    return shell.json();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @ParameterizedTest(name = "{0}, K={1}")
  @CsvSource({
    "sparse_128_0_1.wmd, 3, 28",
    "sparse_128_0_1.wmd, 4, 36",
    "MD-00001-00000001.wmd, 3, 4",
    "MD-00001-00000001.wmd, 4, 4"
  })
  void provesThePublishedOptimum(String name, int length, int optimum) throws Exception {
    int code =
        run(
            "solve",
            Shell.resource(name),
            "--cycle-length-max",
            "" + length,
            "--time-limit",
            "60",
            "--json");

    assertThat(code).isZero();
    var result = json();
    assertThat(result.get("instance").textValue()).isEqualTo(name);
    assertThat(result.get("status").textValue()).isEqualTo("OPTIMAL");
    assertThat(result.get("value").longValue()).isEqualTo(optimum);
    assertThat(result.get("bound").longValue()).isEqualTo(optimum);
    assertThat(result.get("gap").doubleValue()).isZero();
    assertThat(result.get("seed").longValue()).isEqualTo(1);
    assertThat(result.get("steps").isIntegralNumber()).isTrue();
    assertThat(result.get("elapsedMillis").isIntegralNumber()).isTrue();
    assertDisjointCyclesOfTheFile(result.get("cycles"), name, length, optimum);
  }

  private static void assertDisjointCyclesOfTheFile(
      JsonNode cycles, String name, int length, int served) throws Exception {
    Set<String> arcs = new HashSet<>();
    for (var line : Files.readAllLines(Path.of(Shell.resource(name)))) {
      var parts = line.split(",");
      if (parts.length == 3) {
        arcs.add(parts[0] + " " + parts[1]);
      }
    }
    var seen = new HashSet<Integer>();
    for (var cycle : cycles) {
      assertThat(cycle.size()).isBetween(2, length);
      for (int i = 0; i < cycle.size(); i++) {
        int from = cycle.get(i).intValue();
        assertThat(seen.add(from)).as("vertex %d once", from).isTrue();
        assertThat(arcs).contains(from + " " + cycle.get((i + 1) % cycle.size()).intValue());
      }
    }
    assertThat(seen).hasSize(served);
  }

  @Test
  void printsTheSameJsonForThePackedFile() throws Exception {
    var plain = Path.of(Shell.resource("MD-00001-00000001.wmd"));
    var packed = folder.resolve("MD-00001-00000001.wmd.gz");
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      gzip.write(Files.readAllBytes(plain));
    }

    run("solve", plain.toString(), "--json");
    var cycles = json().get("cycles");

    assertThat(run("solve", packed.toString(), "--json")).isZero();
    assertThat(json().get("cycles")).isEqualTo(cycles);
  }

  @Test
  void readsTheExampleOfTheFormatsPage() throws Exception {
    var page = Files.readString(Path.of("..", "docs", "market-format.md"));
    int begin = page.indexOf("```json") + "```json".length();
    var example = file("example.json", page.substring(begin, page.indexOf("```", begin)));

    int code = run("solve", example, "--cycle-length-max", "4", "--time-limit", "10", "--json");

    assertThat(complained()).contains("done 100 %");
    assertThat(code).isZero();
    var result = json();
    assertThat(result.get("status").textValue()).isEqualTo("OPTIMAL");
    assertThat(result.get("value").longValue()).isEqualTo(result.get("bound").longValue());
    assertThat(page).contains("\"value\":" + result.get("value").longValue());
    for (var leg : result.get("cycles").get(0)) {
      assertThat(page).contains(leg.toString());
    }
  }

  @Test
  void explainsTheScoreInText() throws Exception {
    var page = Files.readString(Path.of("..", "docs", "market-format.md"));
    int begin = page.indexOf("```json") + "```json".length();
    var example = file("example", page.substring(begin, page.indexOf("```", begin)));

    assertThat(run("solve", example)).isZero();

    assertThat(printed()).contains("OPTIMAL", "company_served", "counted_value", "gives");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.json | {"day":"2026-11-21",oops | line 1: Unexpected character
          a.wmd  | 3,1                      | line 1: the file ends before the name of vertex 1
          a      | {"day":3}                | line 1: 'day' is no day
          """)
  void endsWithTwoAndOneLineForABadFile(String name, String text, String complaint)
      throws IOException {
    int code = run("solve", file(name, text), "--json");

    assertThat(code).isEqualTo(2);
    assertThat(printed()).isEmpty();
    assertThat(complained().lines()).singleElement().asString().startsWith(complaint);
  }

  @Test
  void endsWithTwoForABrokenGzipFile() throws IOException {
    var broken = folder.resolve("a.wmd.gz");
    Files.write(broken, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});

    assertThat(run("solve", broken.toString())).isEqualTo(2);
    assertThat(complained()).startsWith("line 1: not a whole gzip file");
  }

  @Test
  void endsWithTwoWhenThereIsNoFile() {
    assertThat(run("solve", folder.resolve("none.wmd").toString())).isEqualTo(2);
    assertThat(complained()).startsWith("no such file");
    assertThat(run("solve", folder.toString())).isEqualTo(2);
    assertThat(complained()).startsWith("cannot read");
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(
      strings = {
        "",
        "sing",
        "solve",
        "solve a b",
        "solve a --loud",
        "solve a --seed",
        "solve a --seed x",
        "solve a --cycle-length-max 1",
        "solve a --cycle-length-max 7",
        "solve a --time-limit 0",
        "solve a --steps-max -1",
        "solve a --format xml",
        "solve a --threads 0",
        "solve a --threads 257",
        "solve a --memory 8",
        "solve a --manifest",
        "replay",
        "replay m",
        "replay m a b",
        "replay m a --json",
        "replay m a --seed 2"
      })
  void endsWithTwoAndTheUsageForAWrongCommandLine(String words) {
    int code = words.isEmpty() ? run() : run(words.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(printed()).isEmpty();
    assertThat(complained()).contains("Usage: ronde-match solve FILE");
  }

  @Test
  void printsTheUsageWhenAskedForHelp() {
    assertThat(run("help")).isZero();
    assertThat(printed()).startsWith("Usage:");
    assertThat(complained()).isEmpty();
  }

  @Test
  void theFormatCanBeSaid() throws Exception {
    var plain = Files.readString(Path.of(Shell.resource("MD-00001-00000001.wmd")));

    assertThat(run("solve", file("a.json", plain), "--format", "wmd", "--json")).isZero();
    assertThat(json().get("value").longValue()).isEqualTo(4);
  }

  @Test
  void saysWhenNothingWasProved() throws Exception {
    int code = run("solve", Shell.resource("sparse_128_0_1.wmd"), "--steps-max", "0", "--json");

    assertThat(code).isZero();
    var result = json();
    assertThat(result.get("status").textValue()).isEqualTo("FEASIBLE");
    assertThat(result.get("bound").longValue()).isGreaterThanOrEqualTo(36);
    assertThat(result.get("gap").doubleValue()).isPositive();
  }

  @Test
  void aMarketKnowsNoCyclesOfAnyLength() throws Exception {
    var market = file("a.json", "{\"day\":\"2026-11-21\"}");

    assertThat(run("solve", market, "--cycle-length-max", "0")).isEqualTo(2);
    assertThat(complained()).startsWith("a market's cycles have 2 to 6 companies");
  }

  @Test
  void tellsTheResultBeforeAManifestThatCannotBeWritten() throws Exception {
    var graph = Shell.resource("MD-00001-00000001.wmd");
    var nowhere = folder.resolve("none").resolve("manifest.json").toString();

    assertThat(run("solve", graph, "--json", "--manifest", nowhere)).isEqualTo(2);

    assertThat(json().get("value").longValue()).isEqualTo(4);
    assertThat(complained()).contains("no such file: " + nowhere);
  }
}

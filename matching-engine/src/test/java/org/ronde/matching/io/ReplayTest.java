package org.ronde.matching.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.Progress;
import org.ronde.matching.planner.PlannerMatcher;

class ReplayTest {
  private static final String WANTS = "(a) 1 : 2 3\n(b) 2 : 1\n(c) 3 : 4\n(d) 4 : 3\n";

  @TempDir Path folder = Path.of("");
  private final Shell shell = new Shell();

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String manifestOf(String... words) {
    var path = folder.resolve("manifest.json").toString();
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--manifest", path));
    assertThat(shell.run(all.toArray(String[]::new))).isZero();
    return path;
  }

  /** Changes one field and seals the manifest anew, as somebody who means it would. */
  private String forged(String manifest, String field, Object value) throws IOException {
    var json = JsonMapper.builder().build();
    var fields = (ObjectNode) json.readTree(Files.readString(Path.of(manifest)));
    fields.remove("seal");
    fields.set(field, json.valueToTree(value));
    var lines = new StringBuilder();
    fields
        .properties()
        .forEach(
            f -> lines.append(f.getKey()).append('=').append(f.getValue().asText()).append('\n'));
    fields.put("seal", Hash.of(lines.toString()));
    return file("forged.json", fields.toString());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--cycle-length-max 0", "--cycle-length-max 3 --seed 7", "--threads 1"})
  void theSameRunComesOutTheSame(String options) throws Exception {
    var input = Shell.resource("sparse_128_0_1.wmd");
    var manifest = manifestOf(("solve " + input + " " + options).split(" "));

    int code = shell.run("replay", manifest, input, "--threads", "2");

    assertThat(shell.printed()).startsWith("the same: OPTIMAL, value ");
    assertThat(code).isZero();
  }

  @Test
  void aWantListComesOutTheSameFromAPackedFile() throws Exception {
    var input = file("wants.txt", WANTS);
    var manifest = manifestOf("solve", input);
    var packed = folder.resolve("wants.txt.gz");
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      gzip.write(WANTS.getBytes(UTF_8));
    }

    assertThat(shell.run("replay", manifest, packed.toString())).isZero();
  }

  @Test
  void aClearingComesOutTheSameFromWhatTheSealerKept() throws Exception {
    var market = Markets.generated(12, 5, 3, 4);
    var limits = Limits.standard().withStepsMax(200).withSeed(9).withCandidatesMax(5_000);
    var packing = new PlannerMatcher(InstantSource.system()).match(market, limits, Progress.none());
    var sealed = new MarketSealer().seal(market, limits, packing);
    var manifest = file("manifest.json", sealed.manifest());
    var input = file("kept.json", new String(sealed.market(), UTF_8));

    assertThat(shell.run("replay", manifest, input)).isZero();

    assertThat(shell.printed()).startsWith("the same: ");
    assertThat(shell.complained()).contains("done 100 %");
  }

  @Test
  void anotherInputIsAnotherRun() throws Exception {
    var manifest = manifestOf("solve", file("wants.txt", WANTS));

    int code = shell.run("replay", manifest, file("other.txt", WANTS + "(e) 5 :\n"));

    assertThat(code).isEqualTo(1);
    assertThat(shell.printed()).startsWith("different: input: ");
  }

  @Test
  void saysWhatCameOutOtherwise() throws Exception {
    var input = file("wants.txt", WANTS);
    var manifest = manifestOf("solve", input);

    int code = shell.run("replay", forged(manifest, "value", 5), input);

    assertThat(code).isEqualTo(1);
    assertThat(shell.printed().lines()).containsExactly("different: value: 5 before, 4 now");
  }

  @Test
  void namesAnotherEngineOrSolverAsAPossibleReason() throws Exception {
    var input = file("wants.txt", WANTS);
    var manifest = forged(manifestOf("solve", input), "solver", "pencil");

    assertThat(shell.run("replay", manifest, input)).isZero();

    assertThat(shell.run("replay", forged(manifest, "resultSha256", "00"), input)).isEqualTo(1);

    assertThat(shell.printed())
        .contains("different: cycles: 00 before")
        .contains("perhaps because: solver: pencil before");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          "value" : 4;               "value" : 5;               the seal does not fit
          "seed" : 1;                "seed" : 2;                the seal does not fit
          "manifest" : 1;            "manifest" : 2;            a manifest of version 2; known is 1
          "seed" : 1;                "seeds" : 1;               unknown field 'seeds'
          "seed" : 1,;               ``;                        'seed' is missing
          "status" : "OPTIMAL";      "status" : "GOOD";         'status' is 'GOOD', not one of
          "stepsMax" : 5000;         "stepsMax" : "many";       'stepsMax' is no whole number
          {;                         [;                         expected an object
          """)
  void refusesAManifestThatWasChanged(String part, String changed, String complaint)
      throws Exception {
    var input = file("wants.txt", WANTS);
    var manifest = Files.readString(Path.of(manifestOf("solve", input)));
    assertThat(manifest).contains(part);
    var broken = file("broken.json", manifest.replaceFirst(Pattern.quote(part), changed));

    int code = shell.run("replay", broken, input);

    assertThat(code).isEqualTo(2);
    assertThat(shell.complained())
        .matches("(?s)line \\d+: of the manifest: .*")
        .contains(complaint);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({"cycleLengthMax, 1", "cycleLengthMax, 9", "stepsMax, -1", "candidatesMax, 0"})
  void refusesLimitsThatMakeNoSenseHoweverWellSealed(String field, int value) throws Exception {
    var input = file("wants.txt", WANTS);

    int code = shell.run("replay", forged(manifestOf("solve", input), field, value), input);

    assertThat(code).isEqualTo(2);
    assertThat(shell.complained()).startsWith("line 1: of the manifest: ");
  }

  @Test
  void saysThatTheClockEndedTheFirstRun() throws Exception {
    var input = Shell.resource("sparse_128_0_1.wmd");
    var path = folder.resolve("manifest.json").toString();
    var hours = new AtomicLong();
    var hasty = new Shell(() -> Instant.EPOCH.plusSeconds(3_600 * hours.getAndIncrement()));

    assertThat(hasty.run("solve", input, "--json", "--manifest", path)).isZero();
    assertThat(hasty.json().get("stoppedByClock").booleanValue()).isTrue();
    assertThat(hasty.json().get("status").textValue()).isEqualTo("FEASIBLE");

    assertThat(shell.run("replay", path, input)).isEqualTo(1);
    assertThat(shell.printed())
        .contains("different: status: FEASIBLE before, OPTIMAL now")
        .contains("perhaps because: the time limit ended the first run");
  }

  @Test
  void theSealIsThatOfThePageAboutIt() throws Exception {
    var manifest = manifestOf("solve", file("wants.txt", WANTS));

    assertThat(Files.readString(Path.of(forged(manifest, "value", 4))).replaceAll("\\s", ""))
        .isEqualTo(Files.readString(Path.of(manifest)).replaceAll("\\s", ""));
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    assertThat(Files.readString(Path.of("..", "pom.xml")))
        .contains("<version>" + Manifest.ENGINE + "</version>");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aMarketIsReadAsItWasWritten(long seed) throws Exception {
    var market = Markets.generated(10, 4, 3, seed);

    assertThat(MarketReader.read(MarketWriter.write(market))).isEqualTo(market);
    assertThat(MarketWriter.write(market)).isEqualTo(MarketWriter.write(market));
  }

  @Test
  void refusesAManifestThatIsNoJson() throws Exception {
    assertThatExceptionOfType(BadFileException.class)
        .isThrownBy(() -> Manifest.read("manifest".getBytes(UTF_8)));
  }
}

package org.ronde.matching.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Limits;
import org.ronde.matching.Status;

/**
 * What one run was given and what came out, sealed: the format of {@code docs/replay.md}.
 *
 * @param engine the version of what solved it
 * @param input the file's name, for people
 * @param inputSha256 of the file, unpacked
 * @param cycleLengthMax 0 for cycles of any length
 * @param solver by its name and version
 * @param bound null when unknown
 * @param resultSha256 of the cycles as JSON
 */
record Manifest(
    String engine,
    String input,
    Instances.Format format,
    String inputSha256,
    int cycleLengthMax,
    long stepsMax,
    long timeMaxMillis,
    int candidatesMax,
    long seed,
    String solver,
    Status status,
    long value,
    @Nullable Long bound,
    long steps,
    boolean stoppedByClock,
    String resultSha256) {
  /** The version of the engine, as its build says. */
  static final String ENGINE = "0.1.0";

  private static final int VERSION = 1;
  private static final Set<String> FIELDS =
      Stream.concat(
              Stream.of("manifest", "seal"),
              Arrays.stream(Manifest.class.getRecordComponents()).map(RecordComponent::getName))
          .collect(Collectors.toUnmodifiableSet());

  /** The manifest of a task and what this engine made of it. */
  static Manifest of(Task task, Result result) {
    return new Manifest(
        ENGINE,
        task.input().name(),
        task.format(),
        task.input().sha256(),
        task.cycleLengthMax(),
        task.limits().stepsMax(),
        task.limits().timeMax().toMillis(),
        task.limits().candidatesMax(),
        task.limits().seed(),
        result.solver(),
        result.status(),
        result.value(),
        result.bound(),
        result.steps(),
        result.stoppedByClock(),
        Hash.of(result.cyclesJson()));
  }

  /**
   * The same task again. The clock only ends it when it ended the first run, too, since another
   * machine may be slower.
   */
  Task task(Input again, int threads) {
    return new Task(again, format, cycleLengthMax, limits(), threads);
  }

  private Limits limits() {
    return new Limits(
        cycleLengthMax == 0 ? Limits.standard().cycleLengthMax() : cycleLengthMax,
        stepsMax,
        stoppedByClock ? Duration.ofMillis(timeMaxMillis) : Duration.ofDays(365),
        seed,
        candidatesMax);
  }

  private Map<String, @Nullable Object> fields() {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("manifest", VERSION);
    fields.put("engine", engine);
    fields.put("input", input);
    fields.put("format", format.name());
    fields.put("inputSha256", inputSha256);
    fields.put("cycleLengthMax", cycleLengthMax);
    fields.put("stepsMax", stepsMax);
    fields.put("timeMaxMillis", timeMaxMillis);
    fields.put("candidatesMax", candidatesMax);
    fields.put("seed", seed);
    fields.put("solver", solver);
    fields.put("status", status.name());
    fields.put("value", value);
    fields.put("bound", bound);
    fields.put("steps", steps);
    fields.put("stoppedByClock", stoppedByClock);
    fields.put("resultSha256", resultSha256);
    return fields;
  }

  /** Of {@code name=value} lines in the order of the fields: who changes one breaks it. */
  String seal() {
    var lines = new StringBuilder();
    fields().forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    return Hash.of(lines.toString());
  }

  /** A field a line, the seal last. */
  String toJson() {
    var fields = fields();
    fields.put("seal", seal());
    return JsonText.inLines(fields) + "\n";
  }

  /** Reads what {@link #toJson} wrote, and refuses what was changed since. */
  static Manifest read(byte[] bytes) throws IOException, BadFileException {
    var factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var parser = JsonMapper.builder(factory).build().createParser(bytes)) {
      parser.nextToken();
      var fields = JsonFields.read(parser, FIELDS);
      long version = fields.number("manifest");
      if (version != VERSION) {
        throw new BadFileException(
            fields.line(), "a manifest of version %d; known is %d".formatted(version, VERSION));
      }
      var manifest = of(fields);
      if (!manifest.seal().equals(fields.text("seal"))) {
        throw new BadFileException(
            fields.line(), "the seal does not fit: the manifest was changed");
      }
      // Anybody can make a seal that fits: what it limits must make sense, too.
      manifest.limits();
      return manifest;
    } catch (IllegalArgumentException e) {
      throw new BadFileException(1, String.valueOf(e.getMessage()));
    } catch (JsonProcessingException e) {
      throw new BadFileException(e.getLocation().getLineNr(), e.getOriginalMessage());
    }
  }

  private static Manifest of(JsonFields fields) throws BadFileException {
    return new Manifest(
        fields.text("engine"),
        fields.text("input"),
        fields.oneOf("format", Instances.Format.class),
        fields.text("inputSha256"),
        fields.smallNumber("cycleLengthMax", 0),
        fields.number("stepsMax"),
        fields.number("timeMaxMillis"),
        fields.smallNumber("candidatesMax", 0),
        fields.number("seed"),
        fields.text("solver"),
        fields.oneOf("status", Status.class),
        fields.number("value"),
        fields.numberOrNull("bound"),
        fields.number("steps"),
        fields.truth("stoppedByClock"),
        fields.text("resultSha256"));
  }

  /** What came out otherwise this time, in words; nothing when it is the same. */
  List<String> differences(Result again) {
    var differences = new ArrayList<String>();
    compare("status", status, again.status(), differences);
    compare("value", value, again.value(), differences);
    compare("bound", bound, again.bound(), differences);
    compare("steps", steps, again.steps(), differences);
    compare("cycles", resultSha256, Hash.of(again.cyclesJson()), differences);
    return differences;
  }

  /** What may be the reason: the result may be the same all the same. */
  List<String> circumstances(Result again) {
    var circumstances = new ArrayList<String>();
    compare("engine", engine, ENGINE, circumstances);
    compare("solver", solver, again.solver(), circumstances);
    if (stoppedByClock) {
      circumstances.add("the time limit ended the first run");
    }
    if (again.stoppedByClock()) {
      circumstances.add("the time limit ended this run");
    }
    return circumstances;
  }

  private static void compare(
      String what, @Nullable Object before, @Nullable Object now, List<String> differences) {
    if (!Objects.equals(before, now)) {
      differences.add("%s: %s before, %s now".formatted(what, before, now));
    }
  }
}

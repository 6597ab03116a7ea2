package org.ronde.matching.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Runs command lines and keeps what they say. */
final class Shell {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final InstantSource clock;

  Shell() {
    this(InstantSource.system());
  }

  Shell(InstantSource clock) {
    this.clock = clock;
  }

  /** The exit code. */
  int run(String... words) {
    out.reset();
    err.reset();
    return new CommandLine(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), clock)
        .run(List.of(words));
  }

  String printed() {
    return out.toString(UTF_8);
  }

  String complained() {
    return err.toString(UTF_8);
  }

  JsonNode json() throws IOException {
    assertThat(printed().lines()).hasSize(1);
    return JsonMapper.builder().build().readTree(printed());
  }

  /** The path of a test's file. */
  static String resource(String name) throws URISyntaxException {
    var found = Shell.class.getResource(name);
    assertThat(found).as(name).isNotNull();
    return Path.of(found.toURI()).toString();
  }
}

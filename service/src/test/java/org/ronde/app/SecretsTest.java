package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronde.db.DatabaseConfiguration;

class SecretsTest {
  private static String replace(String text, Map<String, String> environment) {
    return Secrets.substitutor(environment).replace(text);
  }

  @Test
  void takesAVariableOrItsDefault() {
    assertThat(replace("\"${PASSWORD:-none}\"", Map.of("PASSWORD", "s3cret")))
        .isEqualTo("\"s3cret\"");
    assertThat(replace("\"${PASSWORD:-none}\"", Map.of())).isEqualTo("\"none\"");
  }

  @Test
  void takesAnEmptyVariableForNone() {
    assertThat(replace("${PORT:-8080}", Map.of("PORT", "", "PORT_FILE", ""))).isEqualTo("8080");
  }

  @Test
  void takesAVariableWithinADefault() {
    String text = "${URL:-http://localhost:${PORT:-8080}}";

    assertThat(replace(text, Map.of())).isEqualTo("http://localhost:8080");
    assertThat(replace(text, Map.of("PORT", "9090"))).isEqualTo("http://localhost:9090");
    assertThat(replace(text, Map.of("URL", "https://ronde.example")))
        .isEqualTo("https://ronde.example");
  }

  @Test
  void readsTheFileThatAVariableNames(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "from a file\n");

    assertThat(replace("${PASSWORD:-none}", Map.of("PASSWORD_FILE", file.toString())))
        .isEqualTo("from a file");
  }

  @Test
  void prefersTheVariableToTheFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "from a file");

    assertThat(
            replace(
                "${PASSWORD:-none}",
                Map.of("PASSWORD", "direct", "PASSWORD_FILE", file.toString())))
        .isEqualTo("direct");
  }

  @Test
  void refusesAFileThatCannotBeRead(@TempDir Path folder) {
    Map<String, String> environment = Map.of("PASSWORD_FILE", folder.resolve("absent").toString());

    assertThatThrownBy(() -> replace("${PASSWORD:-none}", environment))
        .hasMessageContaining("PASSWORD_FILE")
        .hasMessageContaining("absent");
  }

  @Test
  void keepsAPasswordInsideItsQuotes() {
    String awkward = "a\"b\\c ${PATH} #: d";

    assertThat(replace("\"${PASSWORD:-none}\"", Map.of("PASSWORD", awkward, "PATH", "x")))
        .isEqualTo("\"a\\\"b\\\\c ${PATH} #: d\"");
  }

  @Test
  void printsNoPassword() {
    DatabaseConfiguration database = new DatabaseConfiguration();
    database.setPassword("s3cret");

    assertThat(database.toString()).contains("[REDACTED]").doesNotContain("s3cret");
  }
}

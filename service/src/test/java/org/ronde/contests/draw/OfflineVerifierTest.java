package org.ronde.contests.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short program that members download repeats a draw without us. */
class OfflineVerifierTest {
  private static final Path PROGRAM =
      Path.of("..", "templates", "assets", "draw", "VerifyDraw.java").toAbsolutePath().normalize();

  @TempDir Path folder = Path.of("");

  private record Run(int exit, String said) {}

  private Run verify(String bundle) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("bundle.json"), bundle);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                PROGRAM.toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said);
  }

  @Test
  void saysThatAPublishedDrawIsTrue() throws IOException, InterruptedException {
    Run run = verify(Files.readString(Vectors.path(3)));

    assertThat(run.said()).contains("All of it is true.").doesNotContain("!!");
    assertThat(run.exit()).isZero();
  }

  @Test
  void findsWhatSomebodyChanged() throws IOException, InterruptedException {
    Bundle bundle = Vectors.published(2);
    String winner = bundle.draws().get(0).winners().get(0).pseudonym();
    String loser = bundle.draws().get(0).winners().get(1).pseudonym();
    String json = Vectors.JSON.writeValueAsString(bundle);
    int draws = json.indexOf("\"draws\"");

    Run run = verify(json.substring(0, draws) + json.substring(draws).replace(winner, loser));

    assertThat(run.said()).contains("NOT TRUE");
    assertThat(run.exit()).isEqualTo(1);
  }
}

package org.ronde.matching.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with a heap of its own is a Java of its own. */
class HeapTest {
  @TempDir Path folder = Path.of("");
  private final Shell shell = new Shell();

  @Test
  void saysTheSameInAHeapOfItsOwn() throws Exception {
    var file = Shell.resource("okasaki-ask.txt");

    int code = shell.run("solve", file, "--memory", "96", "--json");

    assertThat(shell.complained()).startsWith("597 items, ");
    assertThat(code).isZero();
    assertThat(shell.json().get("value").intValue()).isEqualTo(197);
  }

  @Test
  void passesOnThatAFileIsWrong() throws Exception {
    var file = Files.writeString(folder.resolve("a.wmd"), "x").toString();

    assertThat(shell.run("solve", file, "--memory", "32")).isEqualTo(2);
    assertThat(shell.complained()).startsWith("line 1: ");
  }

  @Test
  void endsWithThreeWhenTheMemoryDoesNotSuffice() throws Exception {
    var file = Files.write(folder.resolve("large.wants"), new byte[40 << 20]).toString();

    int code = shell.run("solve", file, "--memory", "16");

    assertThat(shell.complained()).contains("not enough memory: 16 MB of heap did not suffice");
    assertThat(code).isEqualTo(3);
  }
}

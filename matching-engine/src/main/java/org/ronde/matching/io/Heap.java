package org.ronde.matching.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a run within so much heap.
 *
 * <p>Java fixes its heap when it starts, so a run that asks for another one gets a Java of its own,
 * whose output and exit code are passed on.
 */
final class Heap {
  /** Tells the Java that was started that this is it. */
  private static final String MARK = "ronde.match.memory";

  private final int megabytes;

  /** Zero for whatever Java allows. */
  Heap(int megabytes) {
    this.megabytes = megabytes;
  }

  /** Whether this Java is the one to run in. */
  boolean isHere() {
    return megabytes == 0 || Integer.getInteger(MARK, 0) == megabytes;
  }

  /** Runs the words in a Java of that heap; its exit code. */
  int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + megabytes + "m");
    command.add("-D" + MARK + "=" + megabytes);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CommandLine.class.getName());
    command.addAll(words);
    var process = new ProcessBuilder(command).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "ends the other Java"));
    var complaints = new Thread(() -> copy(process.getErrorStream(), err), "passes on its words");
    complaints.start();
    copy(process.getInputStream(), out);
    try {
      complaints.join();
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void copy(InputStream from, PrintStream to) {
    try (from) {
      from.transferTo(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

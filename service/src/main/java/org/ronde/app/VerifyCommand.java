package org.ronde.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import org.ronde.db.Invariant;
import org.ronde.db.Verification;

/**
 * {@code verify}: asks the data for contradictions and prints what it found as JSON. Exit code 1
 * when an invariant is broken; a warning about account or server is no contradiction.
 */
final class VerifyCommand extends RoomsCommand {
  /** The rooms that keep an {@code invariants.sql}; a test compares this with the files. */
  static final List<String> ROOMS =
      List.of(
          "http",
          "files",
          "mail",
          "members",
          "listings",
          "exchanges",
          "cycles",
          "disputes",
          "evidence",
          "activities",
          "points",
          "challenges",
          "contests",
          "social");

  private final PrintStream out;

  VerifyCommand(PrintStream out) {
    super("verify", "Checks the invariants of the data; exit code 1 and a list when one is broken");
    this.out = out;
  }

  @Override
  void work(Rooms rooms, Namespace arguments) {
    Verification.Report report =
        rooms
            .edges()
            .database()
            .verification()
            .report(ROOMS.stream().flatMap(room -> Invariant.of(room).stream()).toList());
    out.println(json(report));
    if (!report.broken().isEmpty()) {
      throw new Failure(
          "%d of %d invariants are broken.".formatted(report.broken().size(), report.checked()));
    }
  }

  private static String json(Verification.Report report) {
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

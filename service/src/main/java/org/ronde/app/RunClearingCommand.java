package org.ronde.app;

import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import org.ronde.cycles.Clearing;

/** {@code run-clearing}: looks for cycles now, in this process, and proposes what it finds. */
final class RunClearingCommand extends RoomsCommand {
  private final PrintStream out;

  RunClearingCommand(PrintStream out) {
    super("run-clearing", "Looks for cycles now and proposes what it finds");
    this.out = out;
  }

  @Override
  void work(Rooms rooms, Namespace arguments) {
    rooms
        .cycles()
        .job()
        .findRun(Clearing.Cause.COMMAND)
        .ifPresentOrElse(
            this::tell,
            () -> out.println("Another clearing runs. One more waits and starts after it."));
  }

  private void tell(Clearing clearing) {
    if (clearing.state() == Clearing.State.FAILED) {
      throw new Failure(
          "The clearing was stopped. Proposed before that: %d of the %d cycles found."
              .formatted(clearing.cyclesProposed(), clearing.cyclesFound()));
    }
    out.println(
        "Cycles found: %d. Proposed: %d, asked about before: %d, no longer possible: %d."
            .formatted(
                clearing.cyclesFound(),
                clearing.cyclesProposed(),
                clearing.cyclesKnown(),
                clearing.cyclesDropped()));
  }
}

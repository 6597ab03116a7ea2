package org.ronde.app;

import java.io.PrintStream;
import java.util.function.Function;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code run-clearing}: looks for cycles now, in this process, and proposes what it finds. */
final class RunClearingCommand extends RoomsCommand {
  private final PrintStream out;
  private final Function<Rooms, String> clearing;

  /** The clearing says in a sentence what came of it. */
  RunClearingCommand(PrintStream out, Function<Rooms, String> clearing) {
    super("run-clearing", "Looks for cycles now and proposes what it finds");
    this.out = out;
    this.clearing = clearing;
  }

  @Override
  void work(Rooms rooms, Namespace arguments) {
    out.println(clearing.apply(rooms));
  }
}

package org.ronde.app;

import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code seed-demo}: fills an empty instance with the demo world, and leaves any other alone. */
final class SeedDemoCommand extends RoomsCommand {
  private final PrintStream out;

  SeedDemoCommand(PrintStream out) {
    super("seed-demo", "Fills an empty instance with the demo world");
    this.out = out;
  }

  @Override
  void work(Rooms rooms, Namespace arguments) {
    out.println(DemoWorld.seed(rooms));
  }
}

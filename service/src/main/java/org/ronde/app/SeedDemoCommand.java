package org.ronde.app;

import java.io.PrintStream;
import java.util.function.Function;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code seed-demo}: fills an empty instance with the demo world, and leaves any other alone. */
final class SeedDemoCommand extends RoomsCommand {
  private final PrintStream out;
  private final Function<Rooms, String> seeding;

  /** The seeding says in a sentence what it did. */
  SeedDemoCommand(PrintStream out, Function<Rooms, String> seeding) {
    super("seed-demo", "Fills an empty instance with the demo world");
    this.out = out;
    this.seeding = seeding;
  }

  @Override
  void work(Rooms rooms, Namespace arguments) {
    out.println(seeding.apply(rooms));
  }
}

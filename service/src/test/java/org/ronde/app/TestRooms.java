package org.ronde.app;

import java.time.InstantSource;
import java.util.List;
import org.ronde.db.Database;
import org.ronde.db.Invariant;
import org.ronde.db.Verification;

/** Opens the rooms of a node, and what only {@code app} may do with them, to tests elsewhere. */
public final class TestRooms {
  private TestRooms() {}

  /** All rooms on this database, as a server of its own would build them. */
  public static Rooms node(Database database, InstantSource clock) {
    return Rooms.build(new RondeConfiguration(), database, clock);
  }

  /** What {@code verify} finds broken. */
  public static List<Verification.Broken> broken(Rooms rooms) {
    List<Invariant> invariants =
        VerifyCommand.ROOMS.stream().flatMap(room -> Invariant.of(room).stream()).toList();
    return rooms.edges().database().verification().report(invariants).broken();
  }
}

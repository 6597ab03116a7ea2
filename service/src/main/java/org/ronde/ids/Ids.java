package org.ronde.ids;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * Makes new identifiers. Handed in wherever an id is born, so that a test can foresee them.
 *
 * <pre>{@code new CycleId(ids.next())}</pre>
 */
@FunctionalInterface
public interface Ids {
  UUID next();

  /**
   * UUIDv7: later ids sort after earlier ones, within a millisecond too; database pages stay full.
   */
  static Ids timeOrdered() {
    return Generators.timeBasedEpochGenerator()::generate;
  }
}

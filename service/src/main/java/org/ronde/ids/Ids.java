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

  /** UUIDv7: later ids sort after earlier ones, which keeps database pages full. */
  static Ids timeOrdered() {
    return Generators.timeBasedEpochRandomGenerator()::generate;
  }
}

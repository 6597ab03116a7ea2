package org.ronde.app;

import java.math.BigDecimal;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Tells one connection what time it is, so that the demo world can have a past. */
interface DemoClockDao {
  /** Stands still at this instant, in seconds since 1970, until it is told again. */
  @SqlUpdate("SET timestamp = :seconds")
  void standAt(BigDecimal seconds);

  /** Ticks as the server’s clock does again. */
  @SqlUpdate("SET timestamp = DEFAULT")
  void tick();
}

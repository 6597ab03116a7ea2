package org.ronde.matching.io;

import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Packing;
import org.ronde.matching.Sealer;

/** Seals what {@code PlannerMatcher} made of a market. */
public final class MarketSealer implements Sealer {
  private static final String NAME = "market.json";

  @Override
  public Sealed seal(Market market, Limits limits, Packing packing) {
    var bytes = MarketWriter.write(market);
    var task =
        new Task(new Input(NAME, bytes), Instances.Format.JSON, limits.cycleLengthMax(), limits, 1);
    return new Sealed(bytes, Manifest.of(task, Result.of(NAME, packing, 0)).toJson());
  }
}

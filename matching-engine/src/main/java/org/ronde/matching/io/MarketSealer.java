package org.ronde.matching.io;

import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Packing;
import org.ronde.matching.Sealer;

/** Seals what {@code PlannerMatcher} made of a market. */
public final class MarketSealer implements Sealer {
  private static final String NAME = "market.json";

  @Override
  public byte[] file(Market market) {
    return MarketWriter.write(market);
  }

  @Override
  public String manifest(Market market, Limits limits, Packing packing) {
    var task =
        new Task(
            new Input(NAME, file(market)),
            Instances.Format.JSON,
            limits.cycleLengthMax(),
            limits,
            1);
    return Manifest.of(task, Result.of(NAME, packing, 0)).toJson();
  }
}

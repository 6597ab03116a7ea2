package org.ronde.cycles;

import java.util.List;
import java.util.function.Consumer;
import org.ronde.matching.Arc;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Matcher;
import org.ronde.matching.Packing;
import org.ronde.matching.Progress;

/** An engine with something that happens while it works, of which its market does not know. */
record Interrupted(Matcher engine, Consumer<Progress> meanwhile) implements Matcher {
  @Override
  public Packing match(Market market, Limits limits, Progress progress) {
    var packing = engine.match(market, limits, progress);
    meanwhile.accept(progress);
    return packing;
  }

  @Override
  public List<Arc> arcs(Market market) {
    return engine.arcs(market);
  }
}

package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.matching.Markets.aMarket;
import static org.ronde.matching.Markets.aNeed;
import static org.ronde.matching.Markets.anOffer;

import org.junit.jupiter.api.Test;
import org.ronde.matching.Limits;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;

class ValueBoundTest {
  /** Wood goes to Bona or Coco, cake back from Bona; nobody wants Coco's nails. */
  private final MarketGraph graph =
      MarketGraph.of(
          aMarket()
              .with(anOffer("wood").by("acme").worth(300).of(5))
              .with(aNeed("cake").by("acme").upTo(450).of(4))
              .with(anOffer("cake").by("bona").worth(200).of(7))
              .with(aNeed("wood").by("bona").upTo(300).of(2))
              .with(anOffer("nail").by("coco").worth(300))
              .with(aNeed("wood").by("coco").upTo(320).of(2))
              .told());

  @Test
  void isTheLesserOfWhatCanBeGivenAndTaken() {
    assertThat(ValueBound.ofArcs(graph, graph.arcs()))
        .isEqualTo(100L * Math.min(5 * 300 + 7 * 200, 4 * 200 + (2 + 2) * 300));
  }

  @Test
  void ofCandidatesLeavesOutWhatIsInNone() {
    var candidates = Candidates.find(graph, Limits.standard(), () -> false).list();

    assertThat(candidates).isNotEmpty();
    assertThat(ValueBound.ofCandidates(graph, candidates))
        .isEqualTo(100L * Math.min(5 * 300 + 7 * 200, 4 * 200 + 2 * 300));
  }
}

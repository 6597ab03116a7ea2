package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleKeyTest {
  @Test
  void isTheSameWhereverTheRingIsCutOpen() {
    var legs = Rings.three().legs();
    var turned = new ArrayList<>(legs);
    Collections.rotate(turned, 1);

    assertThat(CycleKey.of(turned)).isEqualTo(CycleKey.of(legs)).hasSize(64);
  }

  @Test
  void isAnotherWhenAListingHasANewRevision() {
    var legs = new ArrayList<>(Rings.three().legs());
    var key = CycleKey.of(legs);

    legs.set(1, with(legs.get(1), 2, legs.get(1).quantity()));

    assertThat(CycleKey.of(legs)).isNotEqualTo(key);
  }

  @Test
  void isTheSameForAnotherQuantity() {
    var legs = new ArrayList<>(Rings.three().legs());
    var key = CycleKey.of(legs);

    legs.set(1, with(legs.get(1), 1, 5));

    assertThat(CycleKey.of(legs)).isEqualTo(key);
  }

  @Test
  void isAnotherWhenTheRingRunsTheOtherWay() {
    var legs = Rings.ring("A gives x for 1 to B", "B gives y for 1 to A").legs();
    var other = Rings.ring("A gives y for 1 to B", "B gives x for 1 to A").legs();

    assertThat(CycleKey.of(legs)).isNotEqualTo(CycleKey.of(other));
    assertThat(CycleKey.hash(List.of("ab", "c"))).isNotEqualTo(CycleKey.hash(List.of("a", "bc")));
  }

  private static Cycle.Leg with(Cycle.Leg leg, int revision, long quantity) {
    return new Cycle.Leg(
        leg.offerId(),
        revision,
        leg.offerTitle(),
        leg.needId(),
        leg.needRevision(),
        leg.needTitle(),
        leg.giver(),
        leg.receiver(),
        quantity,
        leg.unit(),
        leg.valueCents());
  }
}

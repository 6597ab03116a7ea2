package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EffortTest {
  @Test
  void countsNodesUntilNoneIsLeft() {
    var effort = new Effort(2, 100, () -> false);

    assertThat(effort.spendNode()).isTrue();
    assertThat(effort.nodes()).isEqualTo(1);
    assertThat(effort.nodesLeft()).isEqualTo(1);
    assertThat(effort.spendNode()).isTrue();
    assertThat(effort.spendNode()).isFalse();
    assertThat(effort.nodes()).isEqualTo(2);
    assertThat(effort.isSpent()).isFalse();
  }

  @Test
  void isSpentWithItsWork() {
    var effort = new Effort(2, 10, () -> false);

    assertThat(effort.spend(9)).isTrue();
    assertThat(effort.spend(1)).isFalse();
    assertThat(effort.isSpent()).isTrue();
    assertThat(effort.spendNode()).isFalse();
    assertThat(effort.nodesLeft()).isEqualTo(2);
  }

  @Test
  void staysStoppedOnceItWas() {
    var stop = new AtomicBoolean(true);
    var effort = new Effort(2, 10, stop::get);

    assertThat(effort.isSpent()).isTrue();
    stop.set(false);
    assertThat(effort.isSpent()).isTrue();
  }
}

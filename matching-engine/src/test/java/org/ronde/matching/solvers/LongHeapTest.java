package org.ronde.matching.solvers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongHeapTest {
  @ParameterizedTest(name = "keys below {0}")
  @ValueSource(longs = {3, 50, Long.MAX_VALUE})
  void givesTheLeastKeyWhateverWasAddedAndRemoved(long keys) {
    var chance = new SplittableRandom(keys);
    var heap = new LongHeap();
    // How often each key is in it; an item is its key, so that both must stay together.
    var held = new TreeMap<Long, Integer>();

    for (int turn = 0; turn < 5_000; turn++) {
      boolean grows = turn / 500 % 2 == 0;
      if (held.isEmpty() || chance.nextInt(4) < (grows ? 3 : 1)) {
        long key = chance.nextLong(keys);
        heap.add(key, Long.hashCode(key));
        held.merge(key, 1, Integer::sum);
      } else {
        assertThat(heap.key()).isEqualTo(held.firstKey());
        assertThat(heap.item()).isEqualTo(Long.hashCode(held.firstKey()));
        heap.remove();
        held.computeIfPresent(held.firstKey(), (key, times) -> times == 1 ? null : times - 1);
      }
      assertThat(heap.isEmpty()).isEqualTo(held.isEmpty());
    }
  }

  @Test
  void isEmptyOnceCleared() {
    var heap = new LongHeap();
    heap.add(7, 1);
    heap.add(5, 2);

    heap.clear();
    assertThat(heap.isEmpty()).isTrue();

    heap.add(9, 3);
    assertThat(heap.key()).isEqualTo(9);
    heap.remove();
    assertThat(heap.isEmpty()).isTrue();
  }
}

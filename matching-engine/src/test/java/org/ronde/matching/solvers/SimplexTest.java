package org.ronde.matching.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SimplexTest {
  @Test
  void pricesAndSharesAfterEachColumnThatJoins() {
    try (var program = new Simplex(9, () -> false)) {
      program.add(2, new int[] {7, 3});
      assertThat(program.solve()).isTrue();
      assertThat(program.gain()).isCloseTo(2, within(1e-5));
      assertThat(program.share(0)).isCloseTo(1, within(1e-5));
      assertThat(program.price(7) + program.price(3)).isCloseTo(2, within(1e-9));

      program.add(2, new int[] {3, 5});
      program.add(2, new int[] {5, 7});
      assertThat(program.solve()).isTrue();
      assertThat(program.gain()).isCloseTo(3, within(1e-5));
      for (int column = 0; column < 3; column++) {
        assertThat(program.share(column)).isCloseTo(0.5, within(1e-5));
      }
      for (int row = 0; row < 9; row++) {
        boolean used = row == 3 || row == 5 || row == 7;
        assertThat(program.price(row)).isCloseTo(used ? 1 : 0, within(1e-9));
      }

      program.add(5, new int[] {3, 5, 7});
      assertThat(program.solve()).isTrue();
      assertThat(program.gain()).isCloseTo(5, within(1e-5));
      assertThat(program.share(3)).isCloseTo(1, within(1e-5));
      assertThat(program.share(1)).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void hasManyRowsWhenManyAreNamed() {
    try (var program = new Simplex(100, () -> false)) {
      for (int row = 0; row < 100; row++) {
        program.add(row + 1, new int[] {row});
      }

      assertThat(program.solve()).isTrue();
      assertThat(program.gain()).isCloseTo(5_050, within(0.01));
      assertThat(program.price(41)).isCloseTo(42, within(1e-6));
    }
  }

  @Test
  void endsWhereItIsStoppedAndGoesOnFromThere() {
    var asked = new AtomicInteger();
    try (var program = new Simplex(9, () -> asked.incrementAndGet() == 3)) {
      program.add(1, new int[] {0});
      program.add(1, new int[] {1});
      program.add(1, new int[] {2});

      assertThat(program.solve()).isFalse();
      assertThat(program.gain()).isCloseTo(2, within(1e-5));
      assertThat(program.solve()).isTrue();
      assertThat(program.gain()).isCloseTo(3, within(1e-5));
    }
  }
}

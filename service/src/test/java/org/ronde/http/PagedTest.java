package org.ronde.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedTest {
  private static Paged<Integer> page(int wanted, int total) {
    return Paged.of(
        wanted,
        10,
        total,
        (size, skip) -> IntStream.range(skip, Math.min(total, skip + size)).boxed().toList());
  }

  @Test
  void cutsAListIntoPages() {
    Paged<Integer> third = page(3, 25);

    assertThat(third.items()).containsExactly(20, 21, 22, 23, 24);
    assertThat(third.lastPage()).isEqualTo(3);
    assertThat(third.total()).isEqualTo(25);
  }

  @Test
  void fillsItsLastPageToTheBrim() {
    assertThat(page(2, 20).items()).hasSize(10);
    assertThat(page(2, 20).lastPage()).isEqualTo(2);
  }

  @Test
  void showsTheLastPageForOneTooFarAndTheFirstForOneTooNear() {
    assertThat(page(99, 25)).isEqualTo(page(3, 25));
    assertThat(page(-1, 25)).isEqualTo(page(1, 25));
    assertThat(page(Integer.MAX_VALUE, 25)).isEqualTo(page(3, 25));
  }

  @Test
  void isOneEmptyPageOfNothing() {
    assertThat(page(1, 0)).isEqualTo(new Paged<>(List.of(), 1, 1, 0));
  }
}

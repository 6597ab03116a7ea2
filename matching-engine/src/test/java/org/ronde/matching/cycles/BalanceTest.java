package org.ronde.matching.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Company;

class BalanceTest {
  private static Company company(int tolerancePercent, long payMax, long takeMax) {
    return new Company("acme", 6, tolerancePercent, payMax, takeMax, true, Set.of());
  }

  private static void assertTopUps(Company[] givers, long[] values, long... topUps) {
    assertThat(Balance.isSettled(givers, values)).isTrue();
    assertThat(Balance.findTopUps(givers, values)).hasValue(topUps);
  }

  private static void assertUneven(Company[] givers, long... values) {
    assertThat(Balance.isSettled(givers, values)).isFalse();
    assertThat(Balance.findTopUps(givers, values)).isEmpty();
  }

  @Test
  void nobodyPaysUpToTheToleranceOfEach() {
    var givers = new Company[] {company(10, 0, 0), company(20, 0, 0)};

    assertTopUps(givers, new long[] {100, 100}, 0, 0);
    assertTopUps(givers, new long[] {100, 110}, 0, 0);
    assertTopUps(givers, new long[] {110, 99}, 0, 0);
    assertUneven(givers, 100, 111);
    assertUneven(givers, 111, 99);
  }

  @Test
  void thePartyWithTheLeastToleranceDecides() {
    assertUneven(new Company[] {company(50, 0, 0), company(9, 0, 0)}, 110, 100);
    assertUneven(new Company[] {company(9, 0, 0), company(50, 0, 0)}, 100, 110);
    assertUneven(
        new Company[] {company(50, 0, 0), company(50, 0, 0), company(9, 0, 0)}, 100, 110, 100);
  }

  @Test
  void receiversPayWhatTheirLegIsWorthBeyondTheSmallest() {
    var givers = new Company[] {company(0, 30, 20), company(0, 20, 10), company(0, 10, 30)};

    assertTopUps(givers, new long[] {120, 110, 130}, 10, 0, 20);
    assertTopUps(givers, new long[] {120, 110, 100}, 20, 10, 0);
    assertTopUps(givers, new long[] {100, 100, 130}, 0, 0, 30);
  }

  @ParameterizedTest(name = "by leg {0}")
  @ValueSource(ints = {0, 1, 2})
  void noCentBeyondWhatAPayerPaysOrATakerTakes(int leg) {
    long[] values = {100, 100, 100};
    values[leg] = 125;
    var givers = new Company[3];
    for (long pay : new long[] {24, 25}) {
      for (long take : new long[] {24, 25}) {
        for (int each = 0; each < 3; each++) {
          boolean payer = each == (leg + 1) % 3;
          givers[each] = company(0, payer ? pay : 0, each == leg ? take : 0);
        }

        assertThat(Balance.isSettled(givers, values)).isEqualTo(pay == 25 && take == 25);
        assertThat(Balance.findTopUps(givers, values).isPresent())
            .isEqualTo(pay == 25 && take == 25);
      }
    }
  }
}

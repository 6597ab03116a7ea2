package org.ronde.contests.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final UUID CONTEST = new UUID(1, 2);

  private static byte[] chance(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  private static List<Draw.Drawn> drawn(int max, SealedList list, int chance, Set<Hash> struck) {
    return Draw.first(max, list, Draw.seed(CONTEST, list.root(), chance(chance)), struck);
  }

  @Test
  void drawsThePublishedVectorsAgain() {
    assertThat(List.of(Vectors.first(), Vectors.second(), Vectors.third()))
        .isEqualTo(List.of(Vectors.published(1), Vectors.published(2), Vectors.published(3)));
  }

  @Test
  void givesTicketsInCoarseTiersUpToTheCap() {
    Ticketing ticketing = new Ticketing(100, 10);

    assertThat(
            IntStream.of(-50, 0, 99, 100, 199, 200, 499, 500, 999, 1000, 5000)
                .map(ticketing::tickets))
        .containsExactly(0, 0, 0, 1, 1, 2, 2, 5, 5, 10, 10);
    assertThatThrownBy(() -> new Ticketing(0, 10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Ticketing(10, 7)).hasMessageContaining("[1, 2, 5, 10, 20]");
  }

  @Test
  void doesNotDependOnTheOrderOfEntries() {
    List<Entry> entries = new ArrayList<>(Vectors.entries(40));
    SealedList list = new SealedList(entries);
    Collections.shuffle(entries, new Random(4));
    SealedList shuffled = new SealedList(entries);

    assertThat(shuffled.root()).isEqualTo(list.root());
    assertThat(drawn(5, shuffled, 1, Set.of())).isEqualTo(drawn(5, list, 1, Set.of()));
  }

  @Test
  void neverChangesTheWinnersWhenALoserIsStruck() {
    SealedList list = new SealedList(Vectors.entries(30));
    for (int i = 0; i < 50; i++) {
      List<Draw.Drawn> all = drawn(30, list, i, Set.of());
      Set<Hash> losers = Set.of(all.get(7).entry().pseudonym(), all.get(20).entry().pseudonym());

      assertThat(drawn(3, list, i, losers)).isEqualTo(all.subList(0, 3));
    }
  }

  @Test
  void movesUpNobodyElseWhenAWinnerIsStruck() {
    SealedList list = new SealedList(Vectors.entries(30));
    List<Draw.Drawn> all = drawn(30, list, 9, Set.of());

    List<Draw.Drawn> without = drawn(29, list, 9, Set.of(all.get(0).entry().pseudonym()));

    assertThat(without).isEqualTo(all.subList(1, 30));
  }

  @Test
  void refusesAPersonWithTwoEntries() {
    Entry entry = Vectors.entry(1, 5);

    assertThatThrownBy(() -> new SealedList(List.of(entry, Vectors.entry(1, 2))))
        .hasMessageContaining("entered twice");
    assertThatThrownBy(() -> new Entry(entry.pseudonym(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherListOrContestOrChanceGivesAnotherSeed() {
    Hash root = new SealedList(Vectors.entries(3)).root();
    Hash other = new SealedList(Vectors.entries(4)).root();

    assertThat(
            List.of(
                Draw.seed(CONTEST, root, chance(1)),
                Draw.seed(CONTEST, other, chance(1)),
                Draw.seed(CONTEST, root, chance(2)),
                Draw.seed(new UUID(1, 3), root, chance(1))))
        .doesNotHaveDuplicates();
  }

  @Test
  void provesEveryEntryUnderItsRootAndNothingElse() {
    for (int size = 1; size <= 33; size++) {
      SealedList list = new SealedList(Vectors.entries(size));
      Hash root = list.root();
      for (Entry entry : list.entries()) {
        SealedList.Proof proof = list.proof(entry.pseudonym());

        assertThat(proof.holds(root)).isTrue();
        assertThat(proof.holds(Hash.sha256("another root"))).isFalse();
        assertThat(
                new SealedList.Proof(
                        new Entry(entry.pseudonym(), entry.tickets() + 1),
                        proof.index(),
                        size,
                        proof.path())
                    .holds(root))
            .isFalse();
        assertThat(
                new SealedList.Proof(
                        entry, proof.index(), size, List.of(Hash.sha256("no neighbour")))
                    .holds(root))
            .isFalse();
      }
    }
    SealedList list = new SealedList(Vectors.entries(3));
    assertThatThrownBy(() -> list.proof(Hash.sha256("nobody"))).hasMessageContaining("not on");
  }

  @Test
  void drawsByWeight() {
    // 3 degrees of freedom: 16.27 is passed by chance once in a thousand, and the chance is fixed.
    List<Entry> entries = IntStream.of(1, 2, 3, 4).mapToObj(n -> Vectors.entry(n, n)).toList();
    SealedList list = new SealedList(entries);
    int draws = 100_000;
    Map<Hash, Integer> won = new HashMap<>();
    for (int i = 0; i < draws; i++) {
      won.merge(drawn(1, list, i, Set.of()).get(0).entry().pseudonym(), 1, Integer::sum);
    }

    double chiSquare = 0;
    for (Entry entry : entries) {
      double expected = draws * entry.tickets() / 10.0;
      chiSquare += Math.pow(won.getOrDefault(entry.pseudonym(), 0) - expected, 2) / expected;
    }
    assertThat(chiSquare).isLessThan(16.27);
  }

  @Test
  void drawsSecondPrizesByWeightAmongTheRest() {
    // Pairs of first and second: 12 outcomes, 11 degrees of freedom, 31.26 once in a thousand.
    List<Entry> entries = IntStream.of(1, 2, 3, 4).mapToObj(n -> Vectors.entry(n, n)).toList();
    SealedList list = new SealedList(entries);
    int draws = 60_000;
    Map<List<Entry>, Integer> pairs = new HashMap<>();
    for (int i = 0; i < draws; i++) {
      List<Draw.Drawn> two = drawn(2, list, i, Set.of());
      pairs.merge(List.of(two.get(0).entry(), two.get(1).entry()), 1, Integer::sum);
    }

    double chiSquare = 0;
    for (Entry one : entries) {
      for (Entry two : entries) {
        if (!one.equals(two)) {
          double chance = one.tickets() / 10.0 * two.tickets() / (10.0 - one.tickets());
          double expected = draws * chance;
          double seen = pairs.getOrDefault(List.of(one, two), 0);
          chiSquare += Math.pow(seen - expected, 2) / expected;
        }
      }
    }
    assertThat(chiSquare).isLessThan(31.26);
  }
}

package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Histories;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Markets;
import org.ronde.matching.Remembered;
import org.ronde.matching.Renamed;
import org.ronde.matching.ScoreCard;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.packing.ExactPacker;
import org.ronde.matching.packing.GreedyPacker;
import org.ronde.matching.packing.MarketProblem;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.packing.PackingProblem;
import org.ronde.matching.packing.Row;
import org.ronde.matching.packing.Scores;

/** What holds for every market packed by prices; the seed in a test's name tells which. */
class FlowPackerTest {
  private final Limits limits = Limits.standard().withStepsMax(200);

  private static FlowPacker.Outcome pack(Market market, Limits limits) {
    return pack(market, limits, () -> false);
  }

  private static FlowPacker.Outcome pack(Market market, Limits limits, BooleanSupplier stop) {
    return FlowPacker.priced(MarketGraph.of(market), limits, List.of(), stop, new Deaf())
        .pack(List.of(), limits.stepsMax());
  }

  private static final class Deaf implements FlowPacker.Listener {
    @Override
    public void pricing(int percent) {}

    @Override
    public void bound(double expectedCents) {}

    @Override
    public void packing(long moves, List<Candidate> best) {}
  }

  private static long expected(List<Candidate> chosen) {
    return chosen.stream().mapToLong(Candidate::expectedCents).sum();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyPackingIsSoundAndBelowItsBound(int seed) {
    var plain = Markets.generated(10 + 6 * seed, 4 + seed % 9, 2 + seed % 3, seed);
    var told = seed % 3 == 0 ? plain : Remembered.drawn(plain, seed);
    var market = Histories.doubting(told, seed % 2 == 0 ? 100 : 30, seed);
    var graph = MarketGraph.of(market);
    var limits = this.limits.withCycleLengthMax(2 + seed % 5);

    var outcome = pack(market, limits);

    var cycles = outcome.chosen().stream().map(candidate -> candidate.toCycle(graph)).toList();
    assertThat(cycles).isNotEmpty();
    assertThat(PackingChecker.faults(market, limits, cycles)).isEmpty();
    assertThat(outcome.chosen()).extracting(Candidate::cycle).doesNotHaveDuplicates();
    assertThat((double) expected(outcome.chosen())).isLessThanOrEqualTo(outcome.expectedBound());
    assertThat(outcome.flowCents()).isLessThanOrEqualTo(outcome.expectedBound());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noExactPackingCountsMoreThanTheBound(int seed) {
    holdsAgainstExact(Markets.generated(8 + seed, 4 + seed % 5, 2, seed), limits);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(
      ints = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void noExactPackingLetsExpectMoreThanTheBound(int seed) {
    var market = Markets.generated(8 + seed / 2, 4 + seed % 5, 2, seed);
    var doubting = Histories.doubting(market, 1 + 20 * (seed % 5), seed);

    holdsAgainstExact(doubting, limits.withCycleLengthMax(2 + seed % 5));
  }

  private static void holdsAgainstExact(Market market, Limits limits) {
    var graph = MarketGraph.of(market);
    var candidates = Candidates.find(graph, limits, () -> false).list();

    var outcome = pack(market, limits);

    var problem = expectedAlone(graph, candidates);
    var effort = new Effort(100_000, 1_000_000_000L, () -> false);
    var exact = ExactPacker.pack(problem, GreedyPacker.pack(problem), effort);
    assertThat(exact.proved()).isTrue();
    assertThat(outcome.expectedBound()).isGreaterThanOrEqualTo((double) exact.gain());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void isNoWorseThanWhatWasKnown(int seed) {
    var market = Remembered.drawn(Markets.generated(20 + 6 * seed, 6 + seed, 3, seed), seed);
    var graph = MarketGraph.of(market);
    var listed = Candidates.find(graph, limits, () -> false);
    var greedy = GreedyPacker.pack(MarketProblem.of(graph, listed.list()));
    var known = greedy.stream().map(listed.list()::get).toList();

    for (boolean stopped : new boolean[] {false, true}) {
      var outcome =
          FlowPacker.priced(graph, limits, listed.highest(), () -> stopped, new Deaf())
              .pack(known, limits.stepsMax());

      assertThat(Scores.card(graph, outcome.chosen()))
          .isGreaterThanOrEqualTo(Scores.card(graph, known));
      var all = listed.with(outcome.chosen());
      var found = all.columnsOf(outcome.chosen()).stream().map(all.list()::get).toList();
      assertThat(Scores.card(graph, found)).isEqualTo(Scores.card(graph, outcome.chosen()));
      assertThat(found).extracting(Candidate::cycle).doesNotHaveDuplicates();
    }
  }

  /** The candidates with nothing to gain but what can be expected of them. */
  private static PackingProblem expectedAlone(MarketGraph graph, List<Candidate> candidates) {
    var builder = new PackingProblem.Builder();
    graph.offers().forEach(o -> builder.row(new Row(Row.Kind.OFFER, o.quantity(), 0)));
    graph.needs().forEach(n -> builder.row(new Row(Row.Kind.NEED, n.quantity(), 0)));
    for (var candidate : candidates) {
      var rows = new int[2 * candidate.length()];
      var amounts = new long[rows.length];
      for (int leg = 0; leg < candidate.length(); leg++) {
        var lot = candidate.lots().get(leg);
        rows[2 * leg] = lot.arc().offer();
        rows[2 * leg + 1] = graph.offers().size() + lot.arc().need();
        amounts[2 * leg] = lot.quantity();
        amounts[2 * leg + 1] = lot.quantity();
      }
      builder.column(candidate.expectedCents(), rows, amounts);
    }
    return builder.build();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theOrderOfTheMarketsListsChangesNothing(int seed) {
    var market = Markets.generated(40, 12, 3, seed);

    var outcome = pack(market, limits);

    assertThat(pack(market, limits)).isEqualTo(outcome);
    assertThat(pack(Markets.shuffled(market, seed), limits)).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void otherNamesKeepTheBound(int seed) {
    var market = Histories.doubting(Markets.generated(40, 12, 3, seed), 40 + 10 * seed, seed);

    double bound = pack(market, limits).expectedBound();

    double other = pack(Renamed.of(market, seed), limits).expectedBound();
    assertThat(other).isBetween(0.99 * bound, 1.01 * bound);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void moreStepsNeverWorsenAPacking(int seed) {
    var told = Remembered.drawn(Markets.generated(60, 12, 4, seed), seed);
    var market = Histories.doubting(told, 40 + 20 * seed, seed);

    var cards = new ArrayList<ScoreCard>();
    for (long steps : new long[] {0, 50, 300}) {
      var chosen = pack(market, limits.withStepsMax(steps)).chosen();
      cards.add(Scores.card(MarketGraph.of(market), chosen));
    }

    assertThat(cards).isSorted();
  }

  @Test
  void oneThreadAndTwoPackAlike() throws Exception {
    var market = Markets.generated(600, 60, 2, 1);

    var alone = new ForkJoinPool(1).submit(() -> pack(market, limits)).get();
    var together = new ForkJoinPool(2).submit(() -> pack(market, limits)).get();

    assertThat(together).isEqualTo(alone);
  }

  @ParameterizedTest(name = "after {0} questions")
  @ValueSource(ints = {0, 1, 2, 5, 20, 50, 100, 150})
  void returnsASoundPackingWheneverItIsStopped(int questions) {
    var market = Markets.generated(60, 12, 4, 1);
    var graph = MarketGraph.of(market);
    var asked = new AtomicInteger();

    var outcome = pack(market, limits, () -> asked.incrementAndGet() > questions);

    var cycles = outcome.chosen().stream().map(candidate -> candidate.toCycle(graph)).toList();
    assertThat(PackingChecker.faults(market, limits, cycles)).isEmpty();
    assertThat((double) expected(outcome.chosen())).isLessThanOrEqualTo(outcome.expectedBound());
    assertThat(outcome.moves()).isLessThan(limits.stepsMax());
  }

  @Test
  void aMarketWithoutCyclesGivesNothingAndSaysSo() {
    var market =
        Markets.aMarket()
            .with(Markets.anOffer("wood").by("acme"))
            .with(Markets.aNeed("wood").by("bell"))
            .told();

    var outcome = pack(market, limits);

    assertThat(outcome.chosen()).isEmpty();
    assertThat(outcome.expectedBound()).isLessThan(1);
  }
}

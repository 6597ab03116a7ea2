package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.challenges.Playground.words;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.points.Award;
import org.ronde.points.Effort;

/** Several at once, and in any order. */
@Tag("database")
class ChallengeRacesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Playground play = new Playground(database);
  private final Actor anne = play.person("Anne Martin");
  private final Actor bruno = play.person("Bruno Petit");
  private final Actor chloe = play.person("Chloé Roux");

  @BeforeEach
  void makeFriends() {
    play.befriend(anne, bruno, chloe);
  }

  private static List<ProblemType> race(List<Runnable> steps) throws Exception {
    ConcurrentLinkedQueue<ProblemType> refused = new ConcurrentLinkedQueue<>();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService clients = Executors.newFixedThreadPool(steps.size());
    List<Future<?>> done = new ArrayList<>();
    for (Runnable step : steps) {
      done.add(
          clients.submit(
              () -> {
                start.await();
                try {
                  step.run();
                } catch (Refusal refusal) {
                  refused.add(refusal.type());
                }
                return true;
              }));
    }
    start.countDown();
    for (Future<?> one : done) {
      one.get();
    }
    clients.shutdown();
    return List.copyOf(refused);
  }

  @Test
  void awardsOnceWhenTwoBelieveItTogether() throws Exception {
    ChallengeId id = play.challenges.launch(anne, play.launch(Kind.OPEN, play.pancakes, null));
    play.challenges.answers().accept(bruno, id, 1, "");
    play.challenges.answers().accept(chloe, id, 1, "");
    play.challenges.attempts().prove(bruno, id, words("Golden"));
    AttemptId attempt = play.attempt(id, bruno);

    List<ProblemType> refused =
        race(
            List.of(
                () -> play.challenges.attempts().believe(anne, attempt),
                () -> play.challenges.attempts().believe(chloe, attempt),
                () -> play.challenges.attempts().believe(anne, attempt)));

    assertThat(refused).isEmpty();
    assertThat(play.awards).hasSize(1);
    assertThat(play.part(bruno, id, bruno).vouched()).hasSize(2);
    assertThat(play.see(bruno, id).talk())
        .extracting(Seen.Said::kind)
        .contains(Story.VALIDATED, Story.COSIGNED);
  }

  @Test
  void takesAProofOnceHoweverOftenItIsSent() throws Exception {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);

    List<ProblemType> refused =
        race(
            Collections.nCopies(
                6, () -> play.challenges.attempts().prove(bruno, id, words("Golden"))));

    assertThat(refused).hasSize(5).containsOnly(ProblemType.ATTEMPT_STATE);
    assertThat(play.part(bruno, id, bruno).proofs()).isEqualTo(1);
  }

  @Test
  void acceptsOrLapsesAndNeverBoth() throws Exception {
    ChallengeId id =
        play.challenges.launch(anne, play.launch(Kind.DUEL, play.pancakes, null, bruno));
    database.clock().advance(Duration.ofDays(7).minusMillis(30));

    List<ProblemType> refused =
        race(
            List.of(
                () -> play.challenges.answers().accept(bruno, id, 1, ""),
                () -> play.challenges.clockwork().runDue(),
                () -> play.challenges.clockwork().runDue()));
    database.clock().advance(Duration.ofSeconds(1));
    play.challenges.clockwork().runDue();

    AttemptState state = play.state(id, bruno);
    assertThat(state).isIn(AttemptState.ACTIVE, AttemptState.LAPSED, AttemptState.EXPIRED);
    assertThat(refused.isEmpty()).isEqualTo(state == AttemptState.ACTIVE);
  }

  @Test
  void cancelsOrTakesAProofAndNeverBoth() throws Exception {
    ChallengeId id = play.duel(anne, bruno, play.pancakes, null);

    List<ProblemType> refused =
        race(
            List.of(
                () -> play.challenges.cancel(anne, id),
                () -> play.challenges.attempts().prove(bruno, id, words("Golden"))));

    assertThat(refused).hasSize(1);
    assertThat(play.see(anne, id).state() == ChallengeState.CANCELLED)
        .isEqualTo(play.state(id, bruno) == AttemptState.LAPSED);
  }

  @Test
  void fillsTheLastPlaceOnce() throws Exception {
    Launch.Options one =
        new Launch.Options("", null, null, null, null, null, 1, Terms.Rhythm.DAY, 7, null, 1);
    ChallengeId id =
        play.challenges.launch(
            anne, Playground.with(play.launch(Kind.OPEN, play.pancakes, null), one));

    List<ProblemType> refused =
        race(
            List.of(
                () -> play.challenges.answers().accept(bruno, id, 1, ""),
                () -> play.challenges.answers().accept(chloe, id, 1, "")));

    assertThat(refused).containsExactly(ProblemType.CHALLENGE_STATE);
  }

  @Test
  void remindsAndExpiresOnceFromTwoNodes() throws Exception {
    play.duel(anne, bruno, play.pancakes, null);
    database.clock().advance(Duration.ofDays(6).plusHours(2));
    race(Collections.nCopies(3, play.challenges.clockwork()::remindDue));
    database.clock().advance(Duration.ofDays(2));
    race(Collections.nCopies(3, play.challenges.clockwork()::runDue));

    assertThat(play.told(bruno)).filteredOn(t -> t.startsWith("Soon over")).hasSize(1);
    assertThat(play.told(bruno)).filteredOn(t -> t.startsWith("Time is up")).hasSize(1);
  }

  /** The same acts, believed in another order, are worth the same. */
  @Test
  void givesTheSameWhateverTheOrderOfArrival() {
    Map<Instant, Effort> expected = null;
    // The same hour of the week each time: what is worth something for its week must not fall in
    // two.
    ZonedDateTime start =
        play.now()
            .atZone(Townspeople.PARIS)
            .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))
            .with(LocalTime.NOON);
    for (int seed = 0; seed < 4; seed++) {
      Playground again = new Playground(database);
      database.clock().moveTo(start.plusWeeks(57L * seed).toInstant());
      Map<Instant, Effort> efforts = believedInSomeOrder(again, seed);
      Map<Instant, Effort> moved =
          efforts.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      e -> e.getKey().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                      Map.Entry::getValue));
      List<Effort> inOrder =
          moved.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(Map.Entry::getValue)
              .toList();
      if (expected == null) {
        expected = moved;
      } else {
        assertThat(inOrder)
            .isEqualTo(
                expected.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toList());
      }
    }
  }

  private static Map<Instant, Effort> believedInSomeOrder(Playground play, int seed) {
    Actor doer = play.person("Doer " + seed);
    List<Actor> others = List.of(play.person("Other " + seed), play.person("Third " + seed));
    play.befriend(doer, others.get(0), others.get(1));
    List<Runnable> beliefs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Actor other = others.get(i % 2);
      ChallengeId id = play.duel(other, doer, play.running, null);
      database.clock().advance(Duration.ofHours(1));
      play.challenges
          .attempts()
          .prove(doer, id, Playground.measured(new BigDecimal(4000 + i * 37 % 5 * 100).toString()));
      AttemptId attempt = play.attempt(id, doer);
      beliefs.add(() -> play.challenges.attempts().believe(other, attempt));
    }
    Collections.shuffle(beliefs, new Random(seed));
    beliefs.forEach(Runnable::run);
    List<Award> inForce = play.inForce(doer);
    assertThat(inForce).hasSize(6);
    return inForce.stream().collect(Collectors.toMap(Award::actedAt, Award::effort));
  }
}

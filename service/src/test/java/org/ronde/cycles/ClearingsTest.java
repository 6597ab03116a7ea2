package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.ids.ClearingId;
import org.ronde.ids.Ids;

@Tag("database")
class ClearingsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Actor operator = TestServer.operator();
  private final Clearings clearings =
      new Clearings(
          database.jdbi(),
          database.transactions(),
          Ids.timeOrdered(),
          CycleSettings.standard().clearing());

  private Clearing clearing(ClearingId id) {
    return clearings.explained(operator, id).clearing();
  }

  @Test
  void waitsUntilItsTurn() {
    var id = clearings.request(operator);

    assertThat(clearing(id).state()).isEqualTo(Clearing.State.QUEUED);
    assertThat(clearing(id).requestedBy()).isEqualTo(operator.memberId());
    assertThat(clearings.latest(operator)).hasSize(1);
  }

  @Test
  void refusesASecondRequestAndNamesTheFirst() {
    var id = clearings.request(operator);

    assertThatThrownBy(() -> clearings.request(operator))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo(ProblemType.CLEARING_RUNNING);
              assertThat(refusal.arguments()).containsEntry("id", id.toString());
            });
  }

  @Test
  void refusesLimitsOutOfBoundsFieldByField() {
    assertThatThrownBy(() -> clearings.request(operator, new Clearing.Asked(true, 7, -1, 0, 1)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults())
                    .extracting(Refusal.Fault::field)
                    .containsExactly("cycleLengthMax", "stepsMax", "seconds"));

    assertThat(clearings.latest(operator)).isEmpty();
  }

  @Test
  void comparesThoseThereAreInTheOrderTheyWereAskedFor() {
    var first = clearings.request(operator);
    clearings.stop(operator, first);
    var second = clearings.request(operator);

    assertThat(
            clearings.compared(
                operator,
                List.of(second, new ClearingId(java.util.UUID.randomUUID()), first, second)))
        .extracting(one -> one.clearing().id())
        .containsExactly(first, second);
  }

  @Test
  void queuesSilentlyOnceWhoeverAsks() {
    clearings.queue(Clearing.Cause.DAILY);
    clearings.queue(Clearing.Cause.CHANGE);

    assertThat(clearings.latest(operator))
        .extracting(Clearing::cause)
        .containsExactly(Clearing.Cause.DAILY);
  }

  @Test
  void stopsAClearingThatWaits() {
    var id = clearings.request(operator);

    clearings.stop(operator, id);

    assertThat(clearing(id).state()).isEqualTo(Clearing.State.FAILED);
    assertThat(clearing(id).failure()).isEqualTo(Clearing.Failure.STOPPED);
  }

  @Test
  void doesNotExistForOthersThanOperators() {
    var id = clearings.request(operator);
    var trader = TestServer.trader("Vidal");

    assertNotFound(() -> clearings.request(trader));
    assertNotFound(() -> clearings.latest(trader));
    assertNotFound(() -> clearings.compared(trader, List.of(id)));
    assertNotFound(() -> clearings.proposeLike(trader, id));
    assertNotFound(() -> clearings.explained(trader, id));
    assertNotFound(() -> clearings.stop(trader, id));
    assertNotFound(() -> clearings.stop(operator, new ClearingId(java.util.UUID.randomUUID())));
  }

  private static void assertNotFound(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.NOT_FOUND));
  }
}

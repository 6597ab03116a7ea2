package org.ronde.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.disputes.Desk.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.Invariant;
import org.ronde.db.TestDatabase;
import org.ronde.disputes.Dispute.State;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.DisputeId;
import org.ronde.ids.Subject;

@Tag("database")
class DisputesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Desk desk = new Desk(database);
  private final Disputes disputes = desk.disputes;
  private Actor anne;
  private Actor bruno;
  private Actor olga;
  private Actor oscar;

  DisputesTest() {
    anne = desk.member("Anne");
    bruno = desk.member("Bruno");
    olga = desk.officer("Olga");
    oscar = desk.officer("Oscar");
  }

  @BeforeEach
  void newPeople() {
    desk.forgetEverybody();
    anne = desk.member("Anne");
    bruno = desk.member("Bruno");
    olga = desk.officer("Olga");
    oscar = desk.officer("Oscar");
  }

  private DisputeId opened() {
    return open(desk.attempt());
  }

  private DisputeId open(Subject subject) {
    return disputes.open(
        subject,
        anne.memberId(),
        bruno.memberId(),
        "Ten petits-suisses",
        "/challenges/1",
        "I did throw ten.");
  }

  @Test
  void talksDecidesAppealsAndDecidesForGood() {
    DisputeId id = opened();
    disputes.say(bruno, id, "I counted nine.");
    disputes.decide(olga, id, true, "The film shows ten.");
    disputes.appeal(bruno, id, "The fourth is the second again.");
    disputes.decide(oscar, id, false, "Indeed, it is.");

    Dispute dispute = disputes.dispute(anne, id);
    assertThat(dispute.state()).isEqualTo(State.CLOSED);
    assertThat(dispute.words())
        .extracting(Dispute.Word::words)
        .containsExactly("I did throw ten.", "I counted nine.", "The fourth is the second again.");
    assertThat(dispute.decisions())
        .extracting(Dispute.Decision::upheld)
        .containsExactly(true, false);
    assertThat(desk.heard).containsExactly("upheld", "declined, for good");
    assertThat(desk.told(bruno))
        .contains("Anne does not see it the way you do", "Decided for good: “Ten petits-suisses”");
    assertThat(desk.told(olga)).contains("A dispute waits for a decision");
    for (Invariant invariant : Invariant.of("disputes")) {
      List<Map<String, Object>> rows =
          database.jdbi().withHandle(h -> h.createQuery(invariant.sql()).mapToMap().list());
      assertThat(rows).as(invariant.sentence()).isEmpty();
    }
  }

  @Test
  void becomesFinalWhenNobodyAppealsInTime() {
    DisputeId id = opened();
    disputes.decide(olga, id, false, "Nine it is.");
    disputes.closeDue();
    assertThat(disputes.dispute(anne, id).state()).isEqualTo(State.DECIDED);

    database.clock().advance(Duration.ofDays(7));
    assertThat(refused(() -> disputes.appeal(anne, id, "Please!")))
        .isEqualTo(ProblemType.DEADLINE_PASSED);
    disputes.closeDue();
    disputes.closeDue();

    assertThat(disputes.dispute(anne, id).state()).isEqualTo(State.CLOSED);
    assertThat(desk.heard).containsExactly("declined", "declined, for good");
  }

  @Test
  void letsTheOpenerTakeItBackWhileNothingIsDecided() {
    DisputeId id = opened();
    assertThat(refused(() -> disputes.withdraw(bruno, id))).isEqualTo(ProblemType.NOT_FOUND);
    disputes.withdraw(anne, id);

    assertThat(disputes.dispute(bruno, id).state()).isEqualTo(State.SETTLED);
    assertThat(desk.heard).containsExactly("declined, for good");
    assertThat(refused(() -> disputes.say(bruno, id, "Thanks.")))
        .isEqualTo(ProblemType.DISPUTE_STATE);
    assertThat(refused(() -> disputes.decide(olga, id, true, "Too late.")))
        .isEqualTo(ProblemType.DISPUTE_STATE);
  }

  @Test
  void goesOnlyWhereItsStatesLead() {
    for (State from : State.values()) {
      for (State to : State.values()) {
        boolean leads =
            switch (from) {
              case TALK -> Set.of(State.DECIDED, State.SETTLED).contains(to);
              case DECIDED -> Set.of(State.APPEALED, State.CLOSED).contains(to);
              case APPEALED -> to == State.CLOSED;
              case SETTLED, CLOSED -> false;
            };
        assertThat(from.leadsTo(to)).as("%s to %s", from, to).isEqualTo(leads);
      }
    }
  }

  @Test
  void neverLetsASideOfItDecide() {
    DisputeId id =
        disputes.open(
            desk.attempt(), olga.memberId(), bruno.memberId(), "Mine", "/challenges/1", "Look.");

    assertThat(refused(() -> disputes.decide(olga, id, true, "I am right.")))
        .isEqualTo(ProblemType.OFFICER_INVOLVED);
    assertThat(refused(() -> disputes.decide(anne, id, true, "I say so.")))
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void letsAnotherOfficerDecideTheAppealIfThereIsOne() {
    DisputeId id = opened();
    disputes.decide(olga, id, false, "Nine.");
    assertThat(refused(() -> disputes.appeal(bruno, id, "Me too.")))
        .isEqualTo(ProblemType.NOT_FOUND);
    disputes.appeal(anne, id, "Ten!");

    assertThat(refused(() -> disputes.decide(olga, id, false, "Nine, I said.")))
        .isEqualTo(ProblemType.OFFICER_INVOLVED);
    disputes.decide(oscar, id, true, "Ten.");
    assertThat(refused(() -> disputes.appeal(bruno, id, "Again?")))
        .isEqualTo(ProblemType.DISPUTE_STATE);
  }

  @Test
  void letsTheOnlyOfficerDecideTwice() {
    desk.forgetEverybody();
    anne = desk.member("Anne");
    bruno = desk.member("Bruno");
    Actor only = desk.officer("Only");
    DisputeId id = opened();
    disputes.decide(only, id, false, "Nine.");
    disputes.appeal(anne, id, "Ten!");
    disputes.decide(only, id, true, "I looked again: ten.");

    assertThat(disputes.dispute(anne, id).state()).isEqualTo(State.CLOSED);
  }

  @Test
  void keepsStrangersOut() {
    DisputeId id = opened();
    Actor stranger = desk.member("Zoe");

    assertThat(refused(() -> disputes.dispute(stranger, id))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> disputes.say(stranger, id, "Hello.")))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> disputes.waiting(anne))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(disputes.page(stranger, 1).items()).isEmpty();
    assertThat(disputes.page(bruno, 1).items()).hasSize(1);
  }

  @Test
  void wantsWordsThatAreThereAndFit() {
    DisputeId id = opened();
    for (String words : List.of("  ", "x".repeat(4001))) {
      assertThat(refused(() -> disputes.say(anne, id, words))).isEqualTo(ProblemType.INVALID);
      assertThat(refused(() -> disputes.decide(olga, id, true, words)))
          .isEqualTo(ProblemType.INVALID);
    }
    disputes.say(anne, id, "x".repeat(4000));
    assertThat(disputes.dispute(anne, id).words()).hasSize(2);
  }

  @Test
  void opensOneDisputeAboutOneThingWhoeverClicks() throws Exception {
    Subject subject = desk.attempt();
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<Callable<String>> clicks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clicks.add(
          () -> {
            try {
              return open(subject).toString();
            } catch (Refusal refusal) {
              return refusal.type().slug();
            }
          });
    }
    List<String> answers = new ArrayList<>();
    for (Future<String> answer : clients.invokeAll(clicks)) {
      answers.add(answer.get());
    }
    clients.shutdown();

    assertThat(answers.stream().filter("dispute-open"::equals)).hasSize(7);
    DisputeId first = disputes.about(subject).orElseThrow();
    disputes.withdraw(anne, first);
    assertThat(open(subject)).isNotEqualTo(first);
  }

  @Test
  void decidesOnceWhenTwoOfficersClickTogether() throws Exception {
    DisputeId id = opened();
    ExecutorService clients = Executors.newFixedThreadPool(2);
    List<Callable<Boolean>> clicks = new ArrayList<>();
    for (Actor officer : List.of(olga, oscar)) {
      clicks.add(
          () -> {
            try {
              disputes.decide(officer, id, officer.equals(olga), "Because.");
              return true;
            } catch (Refusal refusal) {
              return false;
            }
          });
    }
    int done = 0;
    for (Future<Boolean> answer : clients.invokeAll(clicks)) {
      done += answer.get() ? 1 : 0;
    }
    clients.shutdown();

    assertThat(done).isEqualTo(1);
    assertThat(disputes.dispute(anne, id).decisions()).hasSize(1);
    assertThat(desk.heard).hasSize(1);
  }
}

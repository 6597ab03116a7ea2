package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.challenges.Playground.words;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.Invariant;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.ids.ChallengeId;

/** Three friends with a playground of their own, which they leave in order. */
@Tag("database")
abstract class AmongFriends {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  final Playground play = new Playground(database);
  final Actor anne = play.person("Anne Martin");
  final Actor bruno = play.person("Bruno Petit");
  final Actor chloe = play.person("Chloé Roux");

  @BeforeEach
  void makeFriends() {
    play.befriend(anne, bruno, chloe);
  }

  Attempts attempts() {
    return play.challenges.attempts();
  }

  void pass(Duration time) {
    database.clock().advance(time);
    play.challenges.clockwork().runDue();
    play.challenges.clockwork().remindDue();
  }

  void provedBy(Actor actor, ChallengeId id) {
    attempts().prove(actor, id, words("Golden and thin"));
  }

  /** Whatever a test did. */
  @AfterEach
  void keepsItsInvariants() {
    for (Invariant invariant : Invariant.of("challenges")) {
      List<?> broken =
          database
              .jdbi()
              .withHandle(handle -> handle.createQuery(invariant.sql()).mapToMap().list());
      assertThat(broken).as(invariant.sentence()).isEmpty();
    }
  }
}

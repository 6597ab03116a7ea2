package org.ronde.contests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ronde.http.Actor;
import org.ronde.ids.ContestId;

/** Leads a prize draw along. */
final class Drawing {
  private Drawing() {}

  /** So many entrants; the n-th will have 10·n points, so that all have a ticket. */
  static List<Actor> crowd(Fair fair, ContestId id, int count) {
    List<Actor> crowd = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      Actor actor = fair.entered(id, "Player " + n);
      crowd.add(actor);
      fair.ledger.award(
          actor.memberId(), 10 * n, fair.contest(id).terms().opensAt().plusSeconds(n));
    }
    return crowd;
  }

  static void toSeal(Fair fair, ContestId id) {
    fair.open();
    fair.freeze();
    fair.close();
    fair.seal();
  }

  /** To the published, provisional result. */
  static void toResult(Fair fair, ContestId id) {
    toSeal(fair, id);
    fair.draw();
    fair.pass(Duration.ofHours(25));
  }
}

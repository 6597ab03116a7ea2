package org.ronde.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ronde.challenges.Challenges;
import org.ronde.points.Cause;
import org.ronde.points.Grounds;

/** What points were won for: the challenge, or the exchange. */
record PointsGrounds(Challenges challenges) implements Grounds {
  @Override
  public Map<Cause, Ground> of(Collection<Cause> causes, Locale locale) {
    Map<Cause, Ground> grounds = new HashMap<>();
    for (Cause cause : causes) {
      challenges
          .board()
          .findFacts(cause)
          .ifPresent(
              facts ->
                  grounds.put(
                      cause, new Ground(facts.title(), "/challenges/" + facts.challenge())));
    }
    return grounds;
  }
}

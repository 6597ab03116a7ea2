package org.ronde.contests;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;

/**
 * Counts again what people did, because who takes part or by which rules has changed. The board
 * goes first: that waits for whoever writes boards now, so that no entry falls between the two.
 */
final class Counting {
  private static final int SOME = 500;

  private final Scores scores;
  private final Tally tally;
  private final EntrantDao entrants;

  Counting(Scores scores, Tally tally, EntrantDao entrants) {
    this.scores = scores;
    this.tally = tally;
    this.entrants = entrants;
  }

  /** Counts one member again; nobody, once they are erased. */
  void of(ContestId contest, @Nullable MemberId member) {
    if (member != null) {
      again(contest, Set.of(member));
    }
  }

  /** Counts everybody who takes part again. */
  void all(ContestId contest) {
    List<MemberId> members =
        entrants.active(contest).stream()
            .flatMap(entrant -> Stream.ofNullable(entrant.memberId()))
            .toList();
    for (int i = 0; i < members.size(); i += SOME) {
      again(contest, Set.copyOf(members.subList(i, Math.min(i + SOME, members.size()))));
    }
  }

  private void again(ContestId contest, Set<MemberId> members) {
    scores.recount(contest, members);
    // What another contest veils is on no board, and is noted all the same.
    members.forEach(member -> scores.entries(member).forEach(tally::veiled));
  }
}

package org.ronde.contests;

import java.util.List;
import java.util.Optional;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.points.BoardKey;
import org.ronde.points.Boards;
import org.ronde.points.Boards.Standing;

/** What this room asks of the boards: where people stand while a contest runs. */
public interface Scores {
  Optional<Standing> standing(ContestId contest, MemberId member);

  /** The first rows, in order of rank. */
  List<Standing> top(ContestId contest, int max);

  List<Standing> around(ContestId contest, MemberId member, int each);

  long size(ContestId contest);

  /** Counts the contest's board afresh, and tells the tally every entry again. */
  void recount(ContestId contest);

  /** Applies what was veiled and is no more. */
  void unveil();

  /** Asks the boards' door. */
  static Scores of(Boards boards) {
    return new Scores() {
      @Override
      public Optional<Standing> standing(ContestId contest, MemberId member) {
        return boards.standing(key(contest), member);
      }

      @Override
      public List<Standing> top(ContestId contest, int max) {
        return boards.top(key(contest), max);
      }

      @Override
      public List<Standing> around(ContestId contest, MemberId member, int each) {
        return boards.around(key(contest), member, each);
      }

      @Override
      public long size(ContestId contest) {
        return boards.size(key(contest));
      }

      @Override
      public void recount(ContestId contest) {
        boards.recount(key(contest));
      }

      @Override
      public void unveil() {
        boards.unveil();
      }
    };
  }

  static BoardKey key(ContestId contest) {
    return new BoardKey(BoardKey.Kind.CONTEST, contest.toString());
  }
}

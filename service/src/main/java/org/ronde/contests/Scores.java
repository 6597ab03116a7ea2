package org.ronde.contests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.points.BoardKey;
import org.ronde.points.Boards;
import org.ronde.points.Boards.Standing;
import org.ronde.points.Entry;
import org.ronde.points.Points;

/** What this room asks of the boards: where people stand while a contest runs. */
public interface Scores {
  Optional<Standing> standing(ContestId contest, MemberId member);

  /** The first rows, in order of rank. */
  List<Standing> top(ContestId contest, int max);

  List<Standing> around(ContestId contest, MemberId member, int each);

  long size(ContestId contest);

  /** Counts what these members have on the contest's board afresh. */
  void recount(ContestId contest, Set<MemberId> members);

  /** All that the ledger has of a member, veiled or not, oldest first. */
  List<Entry> entries(MemberId member);

  /** Tells the tally what it was not told yet, in the caller's transaction. */
  void catchUp();

  /** Applies what was veiled and is no more. */
  void unveil();

  /** Asks the doors of the ledger and its boards. */
  static Scores of(Points points, Boards boards) {
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
      public void recount(ContestId contest, Set<MemberId> members) {
        boards.recount(key(contest), members);
      }

      @Override
      public List<Entry> entries(MemberId member) {
        return points.entries(member);
      }

      @Override
      public void catchUp() {
        boards.catchUp();
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

package org.ronde.points;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.ids.MemberId;

/**
 * The one writer of the chain and the boards. Takes the entries that wait, gives each its place in
 * the chain, and moves scores and histograms, all in one transaction; the lock of the chain's end
 * lets one node do it at a time.
 *
 * <p>Why not with the award: numbers of entries commit out of order, and a chain written by every
 * award would let one award through at a time.
 */
public final class Scorekeeper {
  private static final int BATCH_MAX = 2_000;

  private final Transactions transactions;
  private final BoardDao dao;
  private final Contesting contesting;
  private final BoardRules rules;
  private final Scoresheet sheet;

  /** An entry and its place. */
  private record Step(Line line, long seq) {}

  /** A member's place on one board. */
  private record Spot(BoardKey board, MemberId member) {}

  public Scorekeeper(Jdbi jdbi, Transactions transactions, Contesting contesting) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(BoardDao.class);
    this.contesting = contesting;
    this.rules = new BoardRules(contesting);
    this.sheet = new Scoresheet(dao);
  }

  /**
   * Takes up entries that wait until none does; does nothing when another node is at it.
   *
   * @return how many entries were taken up
   */
  public int keepUp() {
    int all = 0;
    while (dao.pending() > 0) {
      int taken = transactions.in(() -> dao.findFree().map(this::takeUp).orElse(0));
      if (taken == 0) {
        return all + (dao.findEnd().isEmpty() ? begin() : 0);
      }
      all += taken;
    }
    return all;
  }

  /** The first time ever: there is no end of the chain to lock yet. */
  private int begin() {
    dao.begin(Chain.START);
    return keepUp();
  }

  /**
   * Takes up every entry that waits, those of the caller's own transaction included, and returns
   * when boards show them; waits for another node that is at it.
   */
  public void catchUp() {
    transactions.run(
        () -> {
          int taken;
          do {
            taken = takeUp(end());
          } while (taken == BATCH_MAX);
        });
  }

  /** Lets what was veiled and is no more onto the boards, in the caller's transaction. */
  void unveil() {
    transactions.run(
        () -> {
          catchUp();
          List<Line> shown =
              dao.veiled().stream().filter(line -> !contesting.veiled(line.entry())).toList();
          if (shown.isEmpty()) {
            return;
          }
          List<Long> ids = shown.stream().map(Line::entryId).toList();
          Map<Long, Long> places = new HashMap<>();
          dao.places(ids).forEach(place -> places.put(place.entryId(), place.seq()));
          dao.unveil(ids);
          move(
              shown.stream()
                  .map(line -> new Step(line, places.getOrDefault(line.entryId(), 0L)))
                  .toList(),
              true);
        });
  }

  /** Counts a board afresh from the ledger, for these members or, when none is named, for all. */
  void recount(BoardKey key, Instant since, Collection<MemberId> members) {
    transactions.run(
        () -> {
          catchUp();
          if (!members.isEmpty()) {
            recount(key, Set.copyOf(members));
            return;
          }
          sheet.clear(key);
          MemberId after = new MemberId(new UUID(0, 0));
          List<MemberId> some = dao.active(since, after, Scoresheet.ROWS_MAX);
          while (!some.isEmpty()) {
            recount(key, Set.copyOf(some));
            after = some.get(some.size() - 1);
            some = dao.active(since, after, Scoresheet.ROWS_MAX);
          }
        });
  }

  private void recount(BoardKey key, Set<MemberId> members) {
    sheet.write(Map.of(key, afresh(members).of(key, members)));
  }

  private BoardDao.End end() {
    return dao.lock()
        .orElseGet(
            () -> {
              dao.begin(Chain.START);
              return dao.lock().orElseThrow();
            });
  }

  private int takeUp(BoardDao.End end) {
    List<Line> lines = dao.pending(BATCH_MAX);
    if (lines.isEmpty()) {
      return 0;
    }
    List<Chain.Seal> seals = new ArrayList<>();
    List<Step> shown = new ArrayList<>();
    List<Long> veiled = new ArrayList<>();
    byte[] last = end.hash();
    for (Line line : lines) {
      Chain.Seal seal = Chain.seal(end.seq() + seals.size() + 1, last, line);
      seals.add(seal);
      last = seal.hash();
      if (contesting.veiled(line.entry())) {
        veiled.add(line.entryId());
      } else {
        shown.add(new Step(line, seal.seq()));
      }
    }
    dao.seal(seals);
    dao.veil(veiled);
    dao.extend(new BoardDao.End(end.seq() + seals.size(), last));
    move(shown, false);
    Scoresheet.parts(lines.stream().map(Line::entryId).toList()).forEach(dao::clear);
    return lines.size();
  }

  /**
   * Moves the boards by these entries. An award adds to what is there; where anything is taken
   * back, on a contest's board with its longer order of ties, and when entries come out of turn,
   * the member's score is counted afresh instead.
   */
  private void move(List<Step> steps, boolean outOfTurn) {
    Map<Spot, List<Step>> spots = new LinkedHashMap<>();
    for (Step step : steps) {
      for (BoardKey board : rules.boards(step.line())) {
        spots
            .computeIfAbsent(new Spot(board, step.line().memberId()), unused -> new ArrayList<>())
            .add(step);
      }
    }
    Map<BoardKey, Map<MemberId, List<Step>>> added = new HashMap<>();
    Map<BoardKey, Set<MemberId>> counted = new HashMap<>();
    spots.forEach(
        (spot, some) -> {
          if (outOfTurn || !adds(spot.board(), some)) {
            counted.computeIfAbsent(spot.board(), unused -> new HashSet<>()).add(spot.member());
          } else {
            added.computeIfAbsent(spot.board(), unused -> new HashMap<>()).put(spot.member(), some);
          }
        });
    Set<MemberId> again = new HashSet<>();
    counted.values().forEach(again::addAll);
    Standings standings = afresh(again);
    Map<BoardKey, Map<MemberId, Scoresheet.Change>> changes = new HashMap<>();
    counted.forEach((board, members) -> changes.put(board, standings.of(board, members)));
    added.forEach(
        (board, members) -> {
          Map<MemberId, Scoresheet.Change> ofBoard =
              changes.computeIfAbsent(board, unused -> new HashMap<>());
          members.forEach((member, some) -> ofBoard.put(member, sum(some)));
        });
    sheet.write(changes);
  }

  private static boolean adds(BoardKey board, List<Step> steps) {
    return board.kind() != BoardKey.Kind.CONTEST
        && steps.stream().allMatch(step -> step.line().isAward());
  }

  /** Awards of 0 points leave the order of ties alone. */
  private static Scoresheet.Change sum(List<Step> steps) {
    long points = 0;
    long reached = 0;
    for (Step step : steps) {
      if (step.line().points() > 0) {
        points += step.line().points();
        reached = step.seq();
      }
    }
    return new Scoresheet.Add(points, Tie.reached(reached));
  }

  /** All that may be known of these members' entries, to count them again. */
  private Standings afresh(Collection<MemberId> members) {
    List<Line> lines = new ArrayList<>();
    Scoresheet.parts(List.copyOf(members)).forEach(some -> lines.addAll(dao.shown(some)));
    Map<Long, Long> places = new HashMap<>();
    Scoresheet.parts(lines.stream().map(Line::entryId).toList())
        .forEach(
            some -> dao.places(some).forEach(place -> places.put(place.entryId(), place.seq())));
    return new Standings(lines, places, rules);
  }
}

package org.ronde.contests;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.points.BoardKey;
import org.ronde.points.Boards.Standing;
import org.ronde.points.Cause;
import org.ronde.points.Entry;
import org.ronde.points.ValidationLevel;

/** Entries and boards as the points' room keeps them, in memory. */
final class Ledger implements Scores {
  private final Tally tally;
  private final InstantSource clock;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<BoardKey, Map<MemberId, Long>> boards = new HashMap<>();
  private final Set<Long> veiled = new HashSet<>();

  Ledger(Tally tally, InstantSource clock) {
    this.tally = tally;
    this.clock = clock;
  }

  Entry award(MemberId member, int points, Instant at) {
    return award(member, points, at, ValidationLevel.WITNESSES, true);
  }

  Entry award(MemberId member, int points, Instant at, ValidationLevel level, boolean eligible) {
    return write(member, points, at, level, eligible, null, 1, null);
  }

  Entry write(
      MemberId member,
      int points,
      Instant at,
      ValidationLevel level,
      boolean eligible,
      @Nullable ActivityId activity,
      int version,
      @Nullable Long reverses) {
    Entry entry =
        new Entry(
            entries.size() + 1L,
            new Cause("attempt-validated", UUID.randomUUID()),
            member,
            points,
            level,
            version,
            at,
            clock.instant(),
            activity,
            null,
            "31",
            eligible,
            reverses,
            reverses == null ? entries.size() + 1L : reverses,
            null);
    entries.add(entry);
    apply(entry);
    return entry;
  }

  Entry reverse(Entry entry) {
    return write(
        entry.member(),
        -entry.points(),
        entry.effectiveAt(),
        entry.level(),
        entry.eligible(),
        entry.activity(),
        entry.rulesVersion(),
        entry.id());
  }

  private void apply(Entry entry) {
    if (tally.veiled(entry)) {
      veiled.add(entry.id());
      return;
    }
    veiled.remove(entry.id());
    tally
        .boards(entry)
        .forEach(
            key ->
                boards
                    .computeIfAbsent(key, k -> new HashMap<>())
                    .merge(entry.member(), (long) entry.points(), Long::sum));
  }

  private List<Standing> standings(ContestId contest) {
    Map<MemberId, Long> board = boards.getOrDefault(Scores.key(contest), Map.of());
    return board.entrySet().stream()
        .map(
            row ->
                new Standing(
                    row.getKey(),
                    row.getValue(),
                    1 + board.values().stream().filter(p -> p > row.getValue()).count()))
        .sorted(
            Comparator.comparingLong(Standing::rank)
                .thenComparing(standing -> standing.member().toString()))
        .toList();
  }

  @Override
  public Optional<Standing> standing(ContestId contest, MemberId member) {
    return standings(contest).stream().filter(s -> s.member().equals(member)).findFirst();
  }

  @Override
  public List<Standing> top(ContestId contest, int max) {
    return standings(contest).stream().limit(max).toList();
  }

  @Override
  public List<Standing> around(ContestId contest, MemberId member, int each) {
    List<Standing> all = standings(contest);
    int at = all.indexOf(standing(contest, member).orElseThrow());
    return all.subList(Math.max(0, at - each), Math.min(all.size(), at + each + 1));
  }

  @Override
  public long size(ContestId contest) {
    return standings(contest).size();
  }

  @Override
  public void recount(ContestId contest, Set<MemberId> members) {
    Map<MemberId, Long> board = boards.computeIfAbsent(Scores.key(contest), k -> new HashMap<>());
    board.keySet().removeAll(members);
    entries.stream()
        .filter(entry -> members.contains(entry.member()) && !veiled.contains(entry.id()))
        .filter(entry -> tally.boards(entry).contains(Scores.key(contest)))
        .forEach(entry -> board.merge(entry.member(), (long) entry.points(), Long::sum));
  }

  @Override
  public List<Entry> entries(MemberId member) {
    return entries.stream().filter(entry -> entry.member().equals(member)).toList();
  }

  @Override
  public void catchUp() {
    // An entry is told as it is written.
  }

  @Override
  public void unveil() {
    List<Entry> waiting = entries.stream().filter(entry -> veiled.contains(entry.id())).toList();
    waiting.forEach(this::apply);
  }

  void clear() {
    entries.clear();
    boards.clear();
    veiled.clear();
  }
}

package org.ronde.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;

/**
 * Reads what a member has come to: all of it for the member, for others only what no frozen contest
 * veils.
 */
public final class Progress {
  private static final int LINES_MAX = 20_000;

  private final PointsDao dao;
  private final BoardDao chain;
  private final Scoring rules;

  /**
   * An entry as its member reads it, with why it counts what it counts.
   *
   * @param kind AWARD, CORRECTION or REVERSAL
   * @param points what it moved
   * @param standing for an award, what stands of it today, corrections and reversal counted
   * @param worth of the act before pair and caps
   * @param percent for an award, the share that the pair's habit left
   * @param cap for an award that a cap cut: DAY or WEEK; else NONE
   * @param reason somebody's words for taking it back, or null
   * @param seq its place in the chain, null for up to two seconds
   * @param hash its seal in hexadecimal, null as long
   */
  public record EntryView(
      long id,
      String kind,
      Cause cause,
      int points,
      int standing,
      int worth,
      int percent,
      String cap,
      ValidationLevel level,
      Effort effort,
      Instant effectiveAt,
      Instant recordedAt,
      LocalDate actedOn,
      @Nullable ActivityId activity,
      boolean reversed,
      @Nullable String reason,
      @Nullable Long seq,
      @Nullable String hash) {}

  public Progress(Jdbi jdbi, Scoring rules) {
    this.dao = jdbi.onDemand(PointsDao.class);
    this.chain = jdbi.onDemand(BoardDao.class);
    this.rules = rules;
  }

  /** The rules in force. */
  public Scoring rules() {
    return rules;
  }

  /** My own story. */
  public Story mine(Actor actor) {
    return Story.of(dao.of(actor.memberId()));
  }

  /**
   * How many of my points others do not see yet, because they count for a contest whose board
   * stands still; at least 0.
   */
  public long veiled(Actor actor) {
    return Math.max(0, dao.veiled(actor.memberId()));
  }

  /** A member's story as others may read it, at most two seconds behind. */
  public Story shown(MemberId member) {
    return Story.of(dao.shownOf(member, LINES_MAX));
  }

  /** My own entries, the newest first. */
  public Paged<EntryView> entries(Actor actor, int page, int size) {
    List<Line> lines = newestFirst(actor);
    return Paged.of(
        page,
        size,
        lines.size(),
        (max, skip) -> explained(lines, lines.subList(skip, Math.min(lines.size(), skip + max))));
  }

  /** All my own entries, the newest first. */
  public List<EntryView> entries(Actor actor) {
    List<Line> lines = newestFirst(actor);
    return explained(lines, lines);
  }

  private List<Line> newestFirst(Actor actor) {
    List<Line> lines = new ArrayList<>(dao.of(actor.memberId()));
    Collections.reverse(lines);
    return lines;
  }

  private List<EntryView> explained(List<Line> all, List<Line> some) {
    if (some.isEmpty()) {
      return List.of();
    }
    Map<Long, Ledger.Stand> stands = new HashMap<>();
    List<Tally.Act> acts = new ArrayList<>();
    for (Ledger.Stand stand : Ledger.Stand.of(all)) {
      stands.put(stand.award().entryId(), stand);
      if (!stand.reversed()) {
        acts.add(stand.award().act());
      }
    }
    Map<Long, Tally.Counted> counted = Tally.of(rules, acts);
    List<Long> ids = some.stream().map(Line::entryId).toList();
    Map<Long, Chain.Seal> seals = new HashMap<>();
    Map<Long, String> reasons = new HashMap<>();
    for (List<Long> part : Scoresheet.parts(ids)) {
      chain.sealsOf(part).forEach(seal -> seals.put(seal.entryId(), seal));
      dao.reasons(part).forEach(reason -> reasons.put(reason.entryId(), reason.reason()));
    }
    return some.stream()
        .map(
            line ->
                view(
                    line,
                    stands.get(line.award()),
                    counted.get(line.award()),
                    reasons.get(line.entryId()),
                    seals.get(line.entryId())))
        .toList();
  }

  private static EntryView view(
      Line line,
      Ledger.@Nullable Stand stand,
      Tally.@Nullable Counted counted,
      @Nullable String reason,
      Chain.@Nullable Seal seal) {
    return new EntryView(
        line.entryId(),
        line.kind().name(),
        line.cause(),
        line.points(),
        stand == null ? line.points() : stand.points(),
        line.worth(),
        counted == null ? 100 : counted.percent(),
        (counted == null ? Tally.Cap.NONE : counted.cap()).name(),
        line.validationLevel(),
        line.effort(),
        line.effectiveAt(),
        line.recordedAt(),
        line.actedOn(),
        line.activityId(),
        stand != null && stand.reversed(),
        reason,
        seal == null ? null : seal.seq(),
        seal == null ? null : HexFormat.of().formatHex(seal.hash()));
  }
}

package org.ronde.contests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.points.Boards.Standing;

/**
 * The one way to a contest's standings, for pages, API and files alike. While a contest is frozen
 * they stand as they stood at the freeze, whoever asks and however; with the result they are those
 * of the sealed list.
 */
public final class Standings {
  public static final int PAGE = 50;
  private static final int AROUND = 3;
  private static final int ALL_MAX = 100_000;
  private static final int SOME = 1_000;

  private final Tables tables;
  private final Scores scores;
  private final Naming naming;

  Standings(Tables tables, Scores scores, Naming naming) {
    this.tables = tables;
    this.scores = scores;
    this.naming = naming;
  }

  /**
   * One line.
   *
   * @param rank 1 + the number of those with more points
   * @param name null when its owner is not shown by name
   * @param alias eight digits of the pseudonym, for those without a name; empty before they are
   *     known
   * @param me whether it is the reader's own
   */
  public record Line(long rank, @Nullable String name, String alias, long points, boolean me) {}

  /** How much standings are worth. */
  public enum Status {
    /** They move. */
    RUNNING,
    /** They stand still, and what is done still counts. */
    FROZEN,
    /** The result, open to objections. */
    PROVISIONAL,
    FINAL
  }

  /**
   * A page of standings.
   *
   * @param asOf since when they stand so; of RUNNING, now
   * @param frozen whether they stand still
   * @param mine the reader's line and the neighbours'; empty when they are on no line
   */
  public record Board(
      Status status,
      Instant asOf,
      List<Line> lines,
      List<Line> mine,
      boolean frozen,
      long size,
      int page,
      int last) {
    public Board {
      lines = List.copyOf(lines);
      mine = List.copyOf(mine);
    }
  }

  /** One page, from 1. */
  public Board page(Optional<Actor> reader, Contest contest, int page) {
    boolean sealed = contest.state().revealed();
    ContestId id = contest.id();
    long size = sealed ? tables.results().countSealed(id) : scores.size(id);
    int last = (int) Math.max(1, (size + PAGE - 1) / PAGE);
    int current = Math.max(1, Math.min(page, last));
    MemberId me = reader.map(Actor::memberId).orElse(null);
    List<Line> lines =
        sealed
            ? sealed(contest, me, tables.results().sealedFrom(id, PAGE * (current - 1) + 1, PAGE))
            : live(contest, me, top(id, PAGE * current, PAGE * (current - 1)));
    Status status = status(contest);
    return new Board(
        status,
        asOf(contest, status),
        lines,
        mine(contest, me, sealed),
        status == Status.FROZEN,
        size,
        current,
        last);
  }

  private static Status status(Contest contest) {
    if (contest.state() == ContestState.PROVISIONAL_RESULT) {
      return Status.PROVISIONAL;
    }
    if (contest.state().revealed()) {
      return Status.FINAL;
    }
    return contest.veiled() ? Status.FROZEN : Status.RUNNING;
  }

  private Instant asOf(Contest contest, Status status) {
    Optional<Instant> since =
        switch (status) {
          case RUNNING -> Optional.empty();
          case FROZEN -> Optional.ofNullable(contest.frozenAt());
          case PROVISIONAL ->
              tables.contests().findMoment(contest.id(), ContestState.PROVISIONAL_RESULT);
          case FINAL -> tables.contests().findMoment(contest.id(), ContestState.FINAL);
        };
    return since.orElseGet(tables.contests()::now);
  }

  /** All of them, for a file; at most 100,000. */
  public List<Line> all(Contest contest) {
    ContestId id = contest.id();
    List<Line> all = new ArrayList<>();
    if (contest.state().revealed()) {
      parts(tables.results().sealed(id)).forEach(some -> all.addAll(sealed(contest, null, some)));
    } else {
      parts(top(id, (int) Math.min(scores.size(id), ALL_MAX), 0))
          .forEach(some -> all.addAll(live(contest, null, some)));
    }
    return all;
  }

  private static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += SOME) {
      parts.add(all.subList(i, Math.min(i + SOME, all.size())));
    }
    return parts;
  }

  private List<Standing> top(ContestId id, int max, int skip) {
    List<Standing> top = max == 0 ? List.of() : scores.top(id, max);
    return top.size() <= skip ? List.of() : top.subList(skip, top.size());
  }

  private List<Line> mine(Contest contest, @Nullable MemberId me, boolean sealed) {
    if (me == null) {
      return List.of();
    }
    if (!sealed) {
      return scores.standing(contest.id(), me).isPresent()
          ? live(contest, me, scores.around(contest.id(), me, AROUND))
          : List.of();
    }
    return tables
        .entrants()
        .find(contest.id(), me)
        .flatMap(entrant -> tables.results().findSealed(contest.id(), entrant.pseudonym()))
        .map(
            line ->
                sealed(
                    contest,
                    me,
                    tables
                        .results()
                        .sealedFrom(
                            contest.id(), Math.max(1, line.place() - AROUND), 2 * AROUND + 1)))
        .orElse(List.of());
  }

  private List<Line> live(Contest contest, @Nullable MemberId me, List<Standing> standings) {
    List<MemberId> members = standings.stream().map(Standing::member).toList();
    Map<MemberId, Entrant> entrants = new HashMap<>();
    tables
        .entrants()
        .ofMembers(contest.id(), members)
        .forEach(entrant -> entrants.put(entrant.memberId(), entrant));
    Map<String, String> names = names(entrants.values());
    List<Line> lines = new ArrayList<>();
    for (Standing standing : standings) {
      Entrant entrant = entrants.get(standing.member());
      lines.add(
          new Line(
              standing.rank(),
              entrant == null ? null : names.get(entrant.pseudonym()),
              entrant == null ? "" : alias(entrant.pseudonym()),
              Math.max(0, standing.points()),
              standing.member().equals(me)));
    }
    return lines;
  }

  private List<Line> sealed(Contest contest, @Nullable MemberId me, List<ResultDao.Sealed> sealed) {
    Map<String, Entrant> entrants =
        tables
            .entrants()
            .ofPseudonyms(contest.id(), sealed.stream().map(ResultDao.Sealed::pseudonym).toList())
            .stream()
            .collect(Collectors.toMap(Entrant::pseudonym, Function.identity()));
    Map<String, String> names = names(entrants.values());
    return sealed.stream()
        .map(
            line -> {
              Entrant entrant = entrants.get(line.pseudonym());
              MemberId owner = entrant == null ? null : entrant.memberId();
              return new Line(
                  line.standing(),
                  names.get(line.pseudonym()),
                  alias(line.pseudonym()),
                  line.points(),
                  owner != null && owner.equals(me));
            })
        .toList();
  }

  /** The names of those who are shown by name, by pseudonym. */
  Map<String, String> names(ContestId id, Collection<String> pseudonyms) {
    return names(tables.entrants().ofPseudonyms(id, pseudonyms));
  }

  private Map<String, String> names(Collection<Entrant> entrants) {
    Map<MemberId, String> shown = new HashMap<>();
    for (Entrant entrant : entrants) {
      MemberId member = entrant.memberId();
      if (member != null && entrant.shown()) {
        shown.put(member, entrant.pseudonym());
      }
    }
    Map<String, String> names = new HashMap<>();
    naming.names(shown.keySet()).forEach((id, name) -> names.put(shown.get(id), name));
    return names;
  }

  static String alias(String pseudonym) {
    return pseudonym.substring(0, 8);
  }
}

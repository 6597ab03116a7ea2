package org.ronde.contests;

import java.util.ArrayList;
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

  /**
   * A page of standings.
   *
   * @param frozen whether they stand still
   * @param mine the reader's line and the neighbours'; empty when they are on no line
   */
  public record Board(
      List<Line> lines, List<Line> mine, boolean frozen, long size, int page, int last) {
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
    return new Board(lines, mine(contest, me, sealed), contest.veiled(), size, current, last);
  }

  /** All of them, for a file. */
  public List<Line> all(Contest contest) {
    ContestId id = contest.id();
    return contest.state().revealed()
        ? sealed(contest, null, tables.results().sealed(id))
        : live(contest, null, top(id, (int) Math.min(scores.size(id), 100_000), 0));
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
    List<Line> lines = new ArrayList<>();
    for (Standing standing : standings) {
      Entrant entrant = entrants.get(standing.member());
      lines.add(
          new Line(
              standing.rank(),
              name(entrant),
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
    return sealed.stream()
        .map(
            line -> {
              Entrant entrant = entrants.get(line.pseudonym());
              MemberId owner = entrant == null ? null : entrant.memberId();
              return new Line(
                  line.standing(),
                  name(entrant),
                  alias(line.pseudonym()),
                  line.points(),
                  owner != null && owner.equals(me));
            })
        .toList();
  }

  /** The name by which somebody is shown, or null. */
  @Nullable String name(@Nullable Entrant entrant) {
    MemberId member = entrant == null ? null : entrant.memberId();
    return entrant == null || member == null || !entrant.shown() ? null : naming.name(member);
  }

  static String alias(String pseudonym) {
    return pseudonym.substring(0, 8);
  }
}

package org.ronde.contests;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.ContestId;

/** A contest as its pages show it: names put in, moments turned into days left. */
public final class Showing {
  private final ContestsRoom room;
  private final Tables tables;
  private final Results results;
  private final Naming naming;
  private final InstantSource clock;

  Showing(ContestsRoom room, Tables tables, Results results, Naming naming, InstantSource clock) {
    this.room = room;
    this.tables = tables;
    this.results = results;
    this.naming = naming;
    this.clock = clock;
  }

  /** What a list shows of a contest. */
  public record Card(
      ContestId id,
      String title,
      String kind,
      ContestState state,
      Instant opensAt,
      Instant closesAt,
      long daysLeft,
      long entrants,
      int prizes,
      @Nullable String firstPrize,
      boolean entered) {}

  /** A stage of a contest's life: past, now, or to come. */
  public record Stage(String word, Instant at, String when) {}

  /** A prize and, once everybody may know, who won it. */
  public record Won(
      int place,
      String title,
      long valueCents,
      @Nullable String giver,
      String state,
      @Nullable String substitute,
      @Nullable String winner,
      String alias,
      boolean mine,
      @Nullable Integer ticket,
      boolean vacant) {}

  Card card(Contest contest, Optional<Actor> reader, Locale locale) {
    List<Prize> prizes = room.contests().prizes(contest.id());
    return new Card(
        contest.id(),
        contest.terms().title(locale),
        contest.terms().kind().name(),
        contest.state(),
        contest.terms().opensAt(),
        contest.terms().closesAt(),
        daysLeft(contest),
        room.contests().entrants(contest.id()),
        prizes.size(),
        prizes.isEmpty() ? null : prizes.get(0).title(),
        room.contests().findEntrant(reader, contest.id()).map(Entrant::active).orElse(false));
  }

  /** Whole days to the opening or the close, rounded up; 0 when it is over. */
  long daysLeft(Contest contest) {
    Instant now = clock.instant();
    Terms terms = contest.terms();
    Instant next = now.isBefore(terms.opensAt()) ? terms.opensAt() : terms.closesAt();
    long seconds = Duration.between(now, next).toSeconds();
    return Math.max(0, (seconds + 86_399) / 86_400);
  }

  /** How much of the time has passed, in percent. */
  int percent(Contest contest) {
    Terms terms = contest.terms();
    double all = Duration.between(terms.opensAt(), terms.closesAt()).toMillis();
    double gone = Duration.between(terms.opensAt(), clock.instant()).toMillis();
    return (int) Math.round(100 * Math.max(0, Math.min(1, gone / all)));
  }

  List<Stage> stages(Contest contest) {
    Terms terms = contest.terms();
    List<Stage> stages = new ArrayList<>();
    stages.add(stage("opens", terms.opensAt()));
    if (terms.freezesAt().isBefore(terms.closesAt())) {
      stages.add(stage("freezes", terms.freezesAt()));
    }
    stages.add(stage("closes", terms.closesAt()));
    stages.add(stage("settles", terms.settlesAt()));
    stages.add(stage(contest.draw() ? "draws" : "ranks", terms.drawsAt()));
    return stages;
  }

  private Stage stage(String word, Instant at) {
    return new Stage(word, at, clock.instant().isBefore(at) ? "coming" : "past");
  }

  /** Prizes, with their winners when the result is out or {@code all} asks for them. */
  List<Won> prizes(Contest contest, Optional<Actor> reader, boolean all) {
    boolean shown = all || contest.state().revealed();
    Map<Integer, ResultDao.Winner> winners =
        shown ? new TreeMap<>(results.winners(contest.id())) : Map.of();
    List<Integer> vacant = shown ? results.vacant(contest.id()) : List.of();
    List<Won> won = new ArrayList<>();
    List<Prize> prizes = room.contests().prizes(contest.id());
    for (Prize prize : prizes) {
      ResultDao.Winner winner = winners.get(prize.place());
      Entrant entrant =
          winner == null
              ? null
              : tables.entrants().findByPseudonym(contest.id(), winner.pseudonym()).orElse(null);
      won.add(
          new Won(
              prize.place(),
              prize.title(),
              prize.valueCents(),
              prize.companyId() == null
                  ? null
                  : naming.companies(List.of(prize.companyId())).get(prize.companyId()),
              prize.state().name(),
              prize.substitute(),
              room.standings().name(entrant),
              winner == null ? "" : Standings.alias(winner.pseudonym()),
              mine(entrant, reader),
              winner == null ? null : winner.ticket(),
              vacant.contains(prize.place())));
    }
    return won;
  }

  private static boolean mine(@Nullable Entrant entrant, Optional<Actor> reader) {
    return entrant != null
        && reader.map(actor -> actor.memberId().equals(entrant.memberId())).orElse(false);
  }

  /** What is revealed one after the other, the last place first. */
  public record Step(long place, String title, @Nullable String name, String alias, long points) {}

  List<Step> ceremony(Contest contest) {
    List<Step> steps = new ArrayList<>();
    for (Won won : prizes(contest, Optional.empty(), true)) {
      if (!won.alias().isEmpty()) {
        steps.add(new Step(won.place(), won.title(), won.winner(), won.alias(), -1));
      }
    }
    if (steps.isEmpty()) {
      tables
          .results()
          .sealedFrom(contest.id(), 1, 10)
          .forEach(
              line ->
                  steps.add(
                      new Step(
                          line.standing(),
                          "",
                          room.standings()
                              .name(
                                  tables
                                      .entrants()
                                      .findByPseudonym(contest.id(), line.pseudonym())
                                      .orElse(null)),
                          Standings.alias(line.pseudonym()),
                          line.points())));
    }
    java.util.Collections.reverse(steps);
    return steps;
  }

  /** The lines of the story, amendments and draws, for those who check. */
  List<ResultDao.Amendment> amendments(ContestId id) {
    return tables.results().amendments(id);
  }

  List<ResultDao.DrawRow> draws(ContestId id) {
    return tables.results().draws(id);
  }

  /** Who came from which company, for everybody to see. */
  public record Crowd(@Nullable String company, long entrants) {}

  List<Crowd> crowds(ContestId id) {
    return tables.entrants().crowds(id).stream()
        .map(
            crowd ->
                new Crowd(
                    crowd.companyId() == null
                        ? null
                        : naming.companies(List.of(crowd.companyId())).get(crowd.companyId()),
                    crowd.entrants()))
        .toList();
  }

  /** Points that came after the seal: beside the contest. */
  public record Beside(@Nullable String name, String alias, String pseudonym, long points) {}

  List<Beside> beside(ContestId id) {
    return tables.tally().beside(id).stream()
        .map(
            beside ->
                new Beside(
                    room.standings()
                        .name(
                            tables.entrants().findByPseudonym(id, beside.pseudonym()).orElse(null)),
                    Standings.alias(beside.pseudonym()),
                    beside.pseudonym(),
                    beside.points()))
        .toList();
  }

  /** The sealed lines with their owners, for the operator's page. */
  public record Listed(String pseudonym, @Nullable String name, @Nullable String struck) {}

  List<Listed> entrants(ContestId id, int max) {
    return tables.entrants().active(id).stream()
        .limit(max)
        .map(
            entrant ->
                new Listed(
                    entrant.pseudonym(),
                    entrant.memberId() == null ? null : naming.name(entrant.memberId()),
                    entrant.struckReason()))
        .toList();
  }

  boolean waits(Contest contest) {
    return results.awaitsFreshDraw(contest);
  }
}

package org.ronde.contests;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;

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
      long daysLeft,
      long entrants,
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

  List<Card> cards(List<Contest> contests, Optional<Actor> reader, Locale locale) {
    List<ContestId> ids = contests.stream().map(Contest::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<ContestId, Long> entrants = new HashMap<>();
    tables.entrants().counts(ids).forEach(row -> entrants.put(row.contestId(), row.entrants()));
    Map<ContestId, PrizeDao.First> prizes = new HashMap<>();
    tables.prizes().firsts(ids).forEach(first -> prizes.put(first.contestId(), first));
    Set<ContestId> entered =
        reader.map(actor -> tables.entrants().entered(actor.memberId(), ids)).orElse(Set.of());
    return contests.stream()
        .map(
            contest ->
                new Card(
                    contest.id(),
                    contest.terms().title(locale),
                    contest.terms().kind().name(),
                    contest.state(),
                    daysLeft(contest),
                    entrants.getOrDefault(contest.id(), 0L),
                    prizes.containsKey(contest.id()) ? prizes.get(contest.id()).title() : null,
                    entered.contains(contest.id())))
        .toList();
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
    Map<String, String> names =
        room.standings()
            .names(
                contest.id(), winners.values().stream().map(ResultDao.Winner::pseudonym).toList());
    String mine =
        room.contests().findEntrant(reader, contest.id()).map(Entrant::pseudonym).orElse("");
    Map<CompanyId, String> givers =
        naming.companies(
            prizes.stream().flatMap(prize -> Stream.ofNullable(prize.companyId())).toList());
    for (Prize prize : prizes) {
      ResultDao.Winner winner = winners.get(prize.place());
      CompanyId giver = prize.companyId();
      won.add(
          new Won(
              prize.place(),
              prize.title(),
              prize.valueCents(),
              giver == null ? null : givers.get(giver),
              prize.state().name(),
              prize.substitute(),
              winner == null ? null : names.get(winner.pseudonym()),
              winner == null ? "" : Standings.alias(winner.pseudonym()),
              winner != null && winner.pseudonym().equals(mine),
              winner == null ? null : winner.ticket(),
              vacant.contains(prize.place())));
    }
    return won;
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
      List<ResultDao.Sealed> first = tables.results().sealedFrom(contest.id(), 1, 10);
      Map<String, String> names =
          room.standings()
              .names(contest.id(), first.stream().map(ResultDao.Sealed::pseudonym).toList());
      for (ResultDao.Sealed line : first) {
        steps.add(
            new Step(
                line.standing(),
                "",
                names.get(line.pseudonym()),
                Standings.alias(line.pseudonym()),
                line.points()));
      }
    }
    Collections.reverse(steps);
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
    List<EntrantDao.Crowd> crowds = tables.entrants().crowds(id);
    Map<CompanyId, String> names =
        naming.companies(
            crowds.stream().flatMap(crowd -> Stream.ofNullable(crowd.companyId())).toList());
    return crowds.stream()
        .map(
            crowd ->
                new Crowd(
                    crowd.companyId() == null ? null : names.get(crowd.companyId()),
                    crowd.entrants()))
        .toList();
  }

  /** Points that came after the seal: beside the contest. */
  public record Beside(@Nullable String name, String alias, String pseudonym, long points) {}

  List<Beside> beside(ContestId id) {
    List<TallyDao.Beside> all = tables.tally().beside(id);
    Map<String, String> names =
        room.standings().names(id, all.stream().map(TallyDao.Beside::pseudonym).toList());
    return all.stream()
        .map(
            one ->
                new Beside(
                    names.get(one.pseudonym()),
                    Standings.alias(one.pseudonym()),
                    one.pseudonym(),
                    one.points()))
        .toList();
  }

  /** Somebody who takes part, for the operator's page: named whether they are shown or not. */
  public record Listed(String pseudonym, @Nullable String name) {}

  List<Listed> entrants(ContestId id, int max) {
    List<Entrant> some = tables.entrants().active(id).stream().limit(max).toList();
    Map<MemberId, String> names =
        naming.names(
            some.stream().flatMap(entrant -> Stream.ofNullable(entrant.memberId())).toList());
    return some.stream()
        .map(
            entrant ->
                new Listed(
                    entrant.pseudonym(),
                    entrant.memberId() == null ? null : names.get(entrant.memberId())))
        .toList();
  }

  /** An objection, for the organiser. */
  public record Objected(
      UUID id, @Nullable String name, String text, Instant madeAt, @Nullable String answer) {}

  List<Objected> objections(ContestId id) {
    List<ResultDao.Objection> all = room.contests().objections(id);
    Map<MemberId, String> names =
        naming.names(all.stream().flatMap(one -> Stream.ofNullable(one.memberId())).toList());
    return all.stream()
        .map(
            one ->
                new Objected(
                    one.objectionId().value(),
                    one.memberId() == null ? null : names.get(one.memberId()),
                    one.text(),
                    one.madeAt(),
                    one.answer()))
        .toList();
  }

  boolean waits(Contest contest) {
    return results.awaitsFreshDraw(contest);
  }
}

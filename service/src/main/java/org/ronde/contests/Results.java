package org.ronde.contests;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.ResultDao.Sealed;
import org.ronde.contests.ResultDao.Winner;
import org.ronde.contests.draw.Draw;
import org.ronde.contests.draw.Hash;
import org.ronde.contests.draw.SealedList;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.notices.Notices.Event;

/**
 * From the sealed list to the final result. Every method works on a contest that the caller has
 * locked, in the caller's transaction.
 */
final class Results {
  /** Nearer to the draw than this, an amendment moves it by as much. */
  private static final Duration NOTICE_OF_AMENDMENT = Duration.ofHours(24);

  private final Tables tables;
  private final Chronicle chronicle;
  private final Prizes prizes;
  private final Scores scores;
  private final Sealing sealing;
  private final Bulletins bulletins;
  private final Chances chances;

  Results(
      Tables tables,
      Chronicle chronicle,
      Prizes prizes,
      Scores scores,
      Sealing sealing,
      Bulletins bulletins) {
    this.tables = tables;
    this.chronicle = chronicle;
    this.prizes = prizes;
    this.scores = scores;
    this.sealing = sealing;
    this.bulletins = bulletins;
    this.chances = new Chances(tables);
  }

  /** Seals the list; see {@link Sealing#seal}. */
  void seal(Contest contest, @Nullable MemberId member) {
    sealing.seal(contest, member);
  }

  // Winners

  /** Gives the prizes in the order of merit. */
  void rank(Contest contest, @Nullable MemberId member) {
    List<Sealed> qualified = qualified(contest.id());
    List<Prize> held = prizes.of(contest.id());
    if (qualified.size() >= contest.terms().entrantsMin()) {
      for (int i = 0; i < Math.min(held.size(), qualified.size()); i++) {
        win(contest, 0, held.get(i).place(), qualified.get(i).pseudonym(), null);
      }
    }
    tables.contests().noteDrawn(contest.id());
    chronicle.move(contest, ContestState.RANKED, "", member);
  }

  /** Those of the sealed list who may win and still take part, in the order of merit. */
  private List<Sealed> qualified(ContestId id) {
    Set<String> gone = tables.entrants().gone(id);
    return tables.results().sealed(id).stream()
        .filter(line -> line.tickets() > 0 && !gone.contains(line.pseudonym()))
        .toList();
  }

  /**
   * Draws: the first time for all prizes, later for those that came back. Without enough entrants
   * there is no winner, as the rules say, and no chance is needed.
   *
   * @param given the beacon's signature or round as pasted, or the operator's link; empty: what
   *     Ronde keeps
   * @throws Refusal CONTEST_STATE, CONTEST_EARLY, RANDOMNESS_WRONG
   */
  void draw(Contest contest, String given, @Nullable MemberId member) {
    boolean first = contest.state() == ContestState.ENTRIES_SEALED;
    Chronicle.require(contest, contest.draw() && (first || awaitsFreshDraw(contest)));
    SealedList list = sealing.list(contest.id());
    List<Integer> places =
        first ? prizes.of(contest.id()).stream().map(Prize::place).toList() : vacant(contest.id());
    if (!first || list.entries().size() >= contest.terms().entrantsMin()) {
      Chance chance = chances.of(contest, given);
      drawFor(contest, list, places, chance);
    }
    if (first) {
      tables.contests().noteDrawn(contest.id());
      chronicle.move(contest, ContestState.DRAWN, "", member);
    } else {
      chronicle.write(contest.id(), "DRAWN_AGAIN", places.toString(), member);
      if (contest.state() == ContestState.PROVISIONAL_RESULT) {
        tables.contests().openObjections(contest.id(), contest.terms().objectionHours());
      }
      if (contest.state().revealed()) {
        tellWinners(contest, places);
      }
    }
  }

  private void drawFor(Contest contest, SealedList list, List<Integer> places, Chance chance) {
    ContestId id = contest.id();
    Set<Hash> excluded = new HashSet<>();
    tables.results().winners(id).forEach(winner -> excluded.add(new Hash(winner.pseudonym())));
    excluded.addAll(sealing.gone(id, list));
    byte[] randomness = HexFormat.of().parseHex(chance.randomness());
    Hash seed = Draw.seed(id.value(), list.root(), randomness);
    List<Draw.Drawn> drawn = Draw.first(places.size(), list, seed, excluded);
    int number = tables.results().draws(id).size() + 1;
    tables
        .results()
        .draw(
            id,
            number,
            chance.source(),
            chance.round(),
            chance.randomness(),
            list.root().hex(),
            seed.hex(),
            excluded.stream().map(Hash::hex).sorted().collect(Collectors.joining(",")),
            places.stream().map(String::valueOf).collect(Collectors.joining(",")));
    for (int k = 0; k < drawn.size(); k++) {
      win(contest, number, places.get(k), drawn.get(k).entry().pseudonym().hex(), drawn.get(k));
    }
  }

  private void win(
      Contest contest, int draw, int prize, String pseudonym, Draw.@Nullable Drawn drawn) {
    tables
        .results()
        .win(
            contest.id(),
            draw,
            prize,
            pseudonym,
            drawn == null ? null : Integer.valueOf(drawn.ticket()),
            drawn == null ? null : drawn.key().hex());
  }

  /** The winners whose prize is theirs, by its place. */
  Map<Integer, Winner> winners(ContestId id) {
    Map<Integer, Winner> winners = new HashMap<>();
    tables.results().winners(id).stream()
        .filter(winner -> winner.struckAt() == null)
        .forEach(winner -> winners.put(winner.prize(), winner));
    return winners;
  }

  /** Prizes that were won and came back. */
  List<Integer> vacant(ContestId id) {
    Set<Integer> taken = winners(id).keySet();
    return tables.results().winners(id).stream()
        .map(Winner::prize)
        .distinct()
        .filter(prize -> !taken.contains(prize))
        .sorted()
        .toList();
  }

  // Striking

  /**
   * Takes somebody out after the seal: before the draw by an amendment with a new root, afterwards
   * by giving back a prize that is not handed over. A loser's going changes nobody's prize.
   */
  void takeOut(Contest contest, String pseudonym, String reason, @Nullable MemberId member) {
    ContestId id = contest.id();
    if (contest.phase() == ContestState.ENTRIES_SEALED) {
      amend(contest, pseudonym, reason, member);
      return;
    }
    Optional<Winner> won =
        winners(id).values().stream()
            .filter(winner -> winner.pseudonym().equals(pseudonym))
            .findFirst();
    boolean open =
        won.map(winner -> prizes.prize(id, winner.prize()).state() == Prize.State.HELD)
            .orElse(false);
    if (won.isEmpty() || !open) {
      return;
    }
    tables.results().strikeWinner(id, pseudonym, reason);
    chronicle.write(id, "PRIZE_BACK", won.get().prize() + ": " + reason, member);
    if (contest.draw()) {
      sealing.postpone(contest, tables.contests().now().plus(Sealing.FRESH), member);
    } else {
      promote(contest, won.get().prize());
    }
  }

  /** By rank, a prize that came back goes to the first in the order who has none. */
  private void promote(Contest contest, int prize) {
    Set<String> served =
        tables.results().winners(contest.id()).stream()
            .map(Winner::pseudonym)
            .collect(Collectors.toSet());
    qualified(contest.id()).stream()
        .filter(line -> !served.contains(line.pseudonym()))
        .findFirst()
        .ifPresent(
            next -> {
              int number = 1 + tables.results().winners(contest.id()).size();
              win(contest, number, prize, next.pseudonym(), null);
              if (contest.state().revealed()) {
                tellWinners(contest, List.of(prize));
              }
            });
  }

  private void amend(Contest contest, String pseudonym, String reason, @Nullable MemberId member) {
    ContestId id = contest.id();
    SealedList list = sealing.list(id);
    boolean listed =
        list.entries().stream().anyMatch(entry -> entry.pseudonym().hex().equals(pseudonym));
    if (!listed) {
      return;
    }
    Hash root =
        new SealedList(
                list.entries().stream()
                    .filter(entry -> !entry.pseudonym().hex().equals(pseudonym))
                    .toList())
            .root();
    int number = tables.results().amendments(id).size() + 1;
    tables.results().amend(id, number, pseudonym, reason, root.hex());
    tables.contests().reseal(id, root.hex());
    chronicle.write(id, "AMENDED", root.hex(), member);
    Instant now = tables.contests().now();
    if (tables.contests().drawsAt(id).isBefore(now.plus(NOTICE_OF_AMENDMENT))) {
      sealing.postpone(contest, now.plus(NOTICE_OF_AMENDMENT), member);
    }
  }

  // Publishing

  /** Shows the result to everybody and opens the time of objections. */
  void reveal(Contest contest, @Nullable MemberId member) {
    chronicle.move(contest, ContestState.PROVISIONAL_RESULT, "", member);
    tables.contests().openObjections(contest.id(), contest.terms().objectionHours());
    scores.unveil();
    bulletins.all(contest, Event.CONTEST_RESULT, Map.of());
    tellWinners(contest, winners(contest.id()).keySet());
  }

  private void tellWinners(Contest contest, Iterable<Integer> places) {
    Map<Integer, Winner> winners = winners(contest.id());
    for (int place : places) {
      Winner winner = winners.get(place);
      if (winner != null) {
        tables
            .entrants()
            .findByPseudonym(contest.id(), winner.pseudonym())
            .map(Entrant::memberId)
            .ifPresent(
                member ->
                    bulletins.some(
                        List.of(member),
                        contest,
                        Event.CONTEST_PRIZE_WON,
                        Map.of("prize", prizes.prize(contest.id(), place).title())));
      }
    }
  }

  /**
   * Makes the result final once objections are over and answered; prizes without a winner are
   * carried over.
   *
   * @return false when something is still open
   */
  boolean finish(Contest contest, @Nullable MemberId member) {
    ContestId id = contest.id();
    Instant until = contest.objectionsUntil();
    boolean early = until == null || tables.contests().now().isBefore(until);
    boolean unanswered =
        tables.results().objections(id).stream().anyMatch(one -> one.answer() == null);
    if (early || unanswered || awaitsFreshDraw(contest)) {
      return false;
    }
    chronicle.move(contest, ContestState.FINAL, "", member);
    Set<Integer> won = winners(id).keySet();
    prizes.of(id).stream()
        .filter(prize -> prize.state() == Prize.State.HELD && !won.contains(prize.place()))
        .forEach(prizes::carryOver);
    return true;
  }

  /** Whether a prize that came back could still find somebody by a draw. */
  boolean awaitsFreshDraw(Contest contest) {
    boolean drawn =
        switch (contest.state()) {
          case DRAWN, PROVISIONAL_RESULT, FINAL -> contest.draw();
          case DRAFT,
              RULES_PUBLISHED,
              OPEN,
              FROZEN,
              CLOSED,
              SETTLING,
              ENTRIES_SEALED,
              RANKED,
              PRIZES_AWARDED,
              ARCHIVED,
              SUSPENDED,
              VOID ->
              false;
        };
    if (!drawn || vacant(contest.id()).isEmpty()) {
      return false;
    }
    SealedList list = sealing.list(contest.id());
    Set<Hash> out = new HashSet<>(sealing.gone(contest.id(), list));
    tables.results().winners(contest.id()).forEach(w -> out.add(new Hash(w.pseudonym())));
    return list.entries().stream().anyMatch(entry -> !out.contains(entry.pseudonym()));
  }

  /** Says that all prizes are where they belong, when they are. */
  void awarded(Contest contest, @Nullable MemberId member) {
    boolean open =
        prizes.of(contest.id()).stream().anyMatch(prize -> prize.state() == Prize.State.HELD);
    if (contest.state() == ContestState.FINAL && !open) {
      chronicle.move(contest, ContestState.PRIZES_AWARDED, "", member);
    }
  }

  /** A round of the beacon or a link of the chain, checked. */
  record Chance(String source, long round, String randomness) {}

  /** What a refusal about chance says. */
  static Refusal wrong(long round) {
    return new Refusal(ProblemType.RANDOMNESS_WRONG, Map.of("round", round));
  }
}

package org.ronde.contests;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.draw.Bundle;
import org.ronde.contests.draw.Entry;
import org.ronde.contests.draw.Hash;
import org.ronde.contests.draw.SealedList;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ContestId;

/** What proves a draw: the bundle for everybody, the inclusion proof for each entrant. */
public final class Proofs {
  static final String SOFTWARE = "ronde 0.1.0";

  private final Tables tables;

  Proofs(Tables tables) {
    this.tables = tables;
  }

  /**
   * The bundle of a contest with a published result.
   *
   * @throws Refusal CONTEST_STATE before that: it would tell the result
   */
  public Bundle bundle(Optional<Actor> reader, Contest contest) {
    boolean operator = reader.map(Actor::operator).orElse(false);
    boolean drawn = contest.phase() == ContestState.DRAWN || contest.phase() == ContestState.RANKED;
    Chronicle.require(contest, contest.state().revealed() || (operator && drawn));
    ContestId id = contest.id();
    SealedList list = firstList(id);
    Rules rules = tables.contests().rules(id).get(0);
    return new Bundle(
        Bundle.PROTOCOL,
        SOFTWARE,
        id.value(),
        new Bundle.Rules(
            rules.version(),
            rules.sha256(),
            contest.terms().ticketPrice(),
            contest.terms().ticketCap(),
            String.valueOf(contest.commitment()),
            firstRound(contest)),
        new Bundle.Sealed(
            list.root().hex(),
            String.valueOf(contest.sealedAt()),
            list.entries().stream()
                .map(entry -> new Bundle.Line(entry.pseudonym().hex(), entry.tickets()))
                .toList()),
        tables.results().amendments(id).stream()
            .map(a -> new Bundle.Amendment(List.of(a.pseudonym()), a.reason(), a.root()))
            .toList(),
        tables.results().draws(id).stream().map(draw -> round(id, draw)).toList());
  }

  private @Nullable Long firstRound(Contest contest) {
    for (ResultDao.DrawRow draw : tables.results().draws(contest.id())) {
      if (draw.source().equals("drand")) {
        return draw.round();
      }
    }
    return contest.round();
  }

  private Bundle.Round round(ContestId id, ResultDao.DrawRow draw) {
    return new Bundle.Round(
        draw.source(),
        draw.round(),
        draw.randomness(),
        draw.root(),
        draw.seed(),
        split(draw.excluded()),
        split(draw.prizes()).stream().map(Integer::valueOf).toList(),
        tables.results().winners(id).stream()
            .filter(winner -> winner.drawNumber() == draw.number())
            .filter(winner -> winner.ticket() != null && winner.ticketKey() != null)
            .map(
                winner ->
                    new Bundle.Winner(
                        winner.prize(),
                        winner.pseudonym(),
                        winner.ticket() == null ? 0 : winner.ticket(),
                        String.valueOf(winner.ticketKey())))
            .toList());
  }

  private static List<String> split(String joined) {
    return Arrays.stream(joined.split(",")).filter(part -> !part.isEmpty()).toList();
  }

  /**
   * Shows one entry's place under the root that was sealed, amendments aside.
   *
   * @throws Refusal NOT_FOUND when the pseudonym holds no ticket
   */
  public SealedList.Proof inclusion(ContestId id, String pseudonym) {
    SealedList list = firstList(id);
    return list.entries().stream()
        .filter(entry -> entry.pseudonym().hex().equals(pseudonym))
        .findFirst()
        .map(entry -> list.proof(entry.pseudonym()))
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** Whether the sealed list names this entrant: without a ticket nobody is on it. */
  boolean listed(ContestId id, String pseudonym) {
    return tables
        .results()
        .findSealed(id, pseudonym)
        .filter(line -> line.tickets() > 0)
        .isPresent();
  }

  private SealedList firstList(ContestId id) {
    return new SealedList(
        tables.results().sealed(id).stream()
            .filter(line -> line.tickets() > 0)
            .map(line -> new Entry(new Hash(line.pseudonym()), line.tickets()))
            .toList());
  }

  /** The root of the list as it was first sealed, and how many entries it holds. */
  public record Seal(String root, int size) {}

  public Seal seal(ContestId id) {
    SealedList list = firstList(id);
    return new Seal(list.root().hex(), list.entries().size());
  }
}

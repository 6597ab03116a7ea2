package org.ronde.contests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.ronde.contests.draw.Entry;
import org.ronde.contests.draw.Hash;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ContestId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.members.MergeListener;
import org.ronde.members.Obstacle;
import org.ronde.members.Person;

/**
 * Brings together the entries of two accounts of one person: the rules of a contest allow one each.
 *
 * <p>As long as a board moves, the entry of the account that ends is withdrawn, and the other takes
 * its place unless it was in itself. What is frozen, sealed or drawn is left alone: then the two
 * accounts have to wait.
 */
public final class Joining implements MergeListener {
  private final Tables tables;
  private final JoinDao dao;
  private final Ids ids;
  private final RandomGenerator chance;
  private final Counting counting;

  Joining(Jdbi jdbi, Tables tables, Ids ids, RandomGenerator chance, Counting counting) {
    this.tables = tables;
    this.dao = jdbi.onDemand(JoinDao.class);
    this.ids = ids;
    this.chance = chance;
    this.counting = counting;
  }

  @Override
  public List<Obstacle> obstacles(Person from, Person into) {
    List<Obstacle> obstacles = new ArrayList<>();
    Set<ContestId> both = contests(from.id());
    both.addAll(contests(into.id()));
    for (ContestId id : both) {
      Contest contest = tables.contests().find(id).orElseThrow().contest();
      String title = contest.terms().title(into.locale());
      String path = "/contests/" + id;
      boolean ending = entered(id, from.id()).isPresent();
      if (waits(contest, ending) && (ending || entered(id, into.id()).isPresent())) {
        obstacles.add(new Obstacle(Obstacle.Kind.CONTEST, title, path));
      } else if (ending && owed(contest, from.id())) {
        obstacles.add(new Obstacle(Obstacle.Kind.PRIZE, title, path));
      }
    }
    return obstacles;
  }

  /** Whether nobody may know yet who is where, or an objection could still change it. */
  private static boolean waits(Contest contest, boolean ending) {
    return contest.veiled() || (ending && contest.phase() == ContestState.PROVISIONAL_RESULT);
  }

  /** Whether a prize of theirs is still to be handed over. */
  private boolean owed(Contest contest, MemberId member) {
    if (contest.phase() != ContestState.FINAL) {
      return false;
    }
    String pseudonym = entered(contest.id(), member).map(Entrant::pseudonym).orElse("");
    List<Integer> held =
        tables.prizes().of(contest.id()).stream()
            .filter(prize -> prize.state() == Prize.State.HELD)
            .map(Prize::place)
            .toList();
    return tables.results().winners(contest.id()).stream()
        .filter(winner -> winner.struckAt() == null && winner.pseudonym().equals(pseudonym))
        .anyMatch(winner -> held.contains(winner.prize()));
  }

  private Set<ContestId> contests(MemberId member) {
    Set<ContestId> contests = new TreeSet<>(Comparator.comparing(ContestId::value));
    contests.addAll(tables.entrants().contestsOf(member));
    return contests;
  }

  private Optional<Entrant> entered(ContestId contest, MemberId member) {
    return tables.entrants().find(contest, member).filter(Entrant::active);
  }

  @Override
  public void merging(Person from, Person into) {
    for (ContestId id : contests(from.id())) {
      Contest contest = tables.contests().lock(id).orElseThrow().contest();
      Optional<Entrant> ending = entered(id, from.id());
      if (ending.isEmpty()) {
        continue;
      }
      if (waits(contest, true)) {
        // It was frozen after the two were told that they could be one.
        throw new Refusal(ProblemType.ACCOUNTS_TIED, Map.of("count", 1));
      }
      if (contest.phase() == ContestState.RULES_PUBLISHED || contest.phase() == ContestState.OPEN) {
        tables.entrants().withdraw(id, from.id());
        takeTheirPlace(ending.get(), into.id());
        counting.of(id, from.id());
        counting.of(id, into.id());
      }
    }
    dao.moveObjections(from.id(), into.id());
  }

  private void takeTheirPlace(Entrant ending, MemberId into) {
    ContestId contest = ending.contestId();
    Optional<Entrant> own = tables.entrants().find(contest, into);
    if (own.isEmpty()) {
      Hash salt = Hash.random(chance);
      String pseudonym = Entry.pseudonym(salt, into.value()).hex();
      dao.enter(new EntrantId(ids.next()), into, salt.hex(), pseudonym, ending.entrantId());
    } else if (own.get().struckAt() == null && own.get().withdrawnAt() != null) {
      tables.entrants().comeBack(contest, into, ending.shown());
    }
  }
}

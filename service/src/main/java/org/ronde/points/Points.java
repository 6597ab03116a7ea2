package org.ronde.points;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.ids.MemberId;

/**
 * The ledger's door: the only way to write points, and to read a member's own.
 *
 * <p>What a member has is what their standing awards are worth together by the rules of {@link
 * Scoring}: a function of the set. Whenever an award comes late or is taken back, others that count
 * otherwise because of it are put right by entries of their own.
 */
public final class Points {
  static final int REASON_MAX = 500;
  private static final Instant FIRST_DAY = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration AHEAD_MAX = Duration.ofDays(2);

  private final Transactions transactions;
  private final PointsDao dao;
  private final Ledger ledger;

  public Points(Jdbi jdbi, Transactions transactions, Scoring rules) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(PointsDao.class);
    this.ledger = new Ledger(dao, rules);
  }

  /**
   * Writes an award in the caller's transaction. Told again, it returns the entry written first.
   * Caps and the diminishing value of a pair may make it worth less, down to 0; other awards done
   * after it may count less, or more, for the same reason, which is written as entries of theirs.
   *
   * @throws IllegalArgumentException when the act lies before the year 2000 or more than two days
   *     ahead
   */
  public Entry award(Award award) {
    return awardAll(List.of(award)).get(0);
  }

  /**
   * Writes many awards in one transaction, the caller's if one is open, as {@link #award} does
   * each: what a group won together, or an import. Takes as many statements for fifty as for one.
   *
   * @return the entries, in the order asked
   */
  public List<Entry> awardAll(Collection<Award> awards) {
    if (awards.isEmpty()) {
      return List.of();
    }
    return transactions.in(
        () -> {
          Instant now = ledger.lock(awards.stream().map(Award::member).toList());
          awards.forEach(award -> requirePossible(award, now));
          return ledger
              .award(
                  awards.stream().map(award -> Line.of(award, ledger.rules(), now)).toList(), now)
              .stream()
              .map(Line::entry)
              .toList();
        });
  }

  private static void requirePossible(Award award, Instant now) {
    if (award.actedAt().isBefore(FIRST_DAY) || award.actedAt().isAfter(now.plus(AHEAD_MAX))) {
      throw new IllegalArgumentException(
          "Nothing done at %s can be awarded at %s.".formatted(award.actedAt(), now));
    }
  }

  /**
   * Takes back every award of a cause by entries of its own, in the caller's transaction; what
   * other awards lost to a cap because of it is given back. Told again, it does nothing.
   *
   * @param reason for the member, in the language of the one who decided; at most 500 characters
   * @return the reversals written
   */
  public List<Entry> reverse(Cause cause, String reason) {
    requireReason(reason);
    return transactions.in(
        () -> {
          List<Entry> reversals = new ArrayList<>();
          for (MemberId member : members(dao.caused(new Line.CauseId(cause.id()), cause.kind()))) {
            Instant now = ledger.lock(List.of(member));
            // Read again: somebody may have been here while we waited for the lock.
            List<Ledger.Stand> standing =
                standing(
                    dao.caused(new Line.CauseId(cause.id()), cause.kind()).stream()
                        .filter(line -> line.memberId().equals(member))
                        .toList());
            ledger.reverse(standing, now).forEach(line -> reversals.add(told(line, reason)));
          }
          return reversals;
        });
  }

  /** What a member has, in points: never below 0, for nothing is taken back that was not given. */
  public long balance(MemberId member) {
    return dao.balance(member);
  }

  /**
   * What others may know that a member has, without what a contest still veils, at most two seconds
   * behind. At least 0, also while only the taking back of something may be known.
   */
  public long shownBalance(MemberId member) {
    return Math.max(0, dao.shownBalance(member));
  }

  /** The entries of a cause, reversals included, oldest first. */
  public List<Entry> entries(Cause cause) {
    return dao.caused(new Line.CauseId(cause.id()), cause.kind()).stream()
        .map(Line::entry)
        .toList();
  }

  /** All entries of a member, oldest first; those too that a contest veils from others. */
  public List<Entry> entries(MemberId member) {
    return dao.of(member).stream().map(Line::entry).toList();
  }

  /**
   * Makes two accounts of one person one: every standing award of the first is taken back and
   * written for the second, where caps count them together. An award that one of the two vouched
   * for in the other, or that both have, is taken back only.
   */
  public void merge(MemberId from, MemberId into, String reason) {
    requireReason(reason);
    if (from.equals(into)) {
      throw new IllegalArgumentException("%s cannot be merged into itself.".formatted(from));
    }
    transactions.run(
        () -> {
          Instant now = ledger.lock(List.of(from, into));
          List<Ledger.Stand> moving = standing(dao.of(from));
          ledger.reverse(moving, now).forEach(line -> told(line, reason));
          List<Ledger.Stand> own =
              standing(dao.of(into)).stream()
                  .filter(stand -> from.equals(stand.award().validatorId()))
                  .toList();
          ledger.reverse(own, now).forEach(line -> told(line, reason));
          ledger.award(
              moving.stream()
                  .map(Ledger.Stand::award)
                  .filter(award -> !into.equals(award.validatorId()))
                  .map(award -> award.movedTo(into, now))
                  .toList(),
              now);
        });
  }

  /**
   * Applies this version of the rules to every award of other versions done in a time: takes each
   * back and writes it anew, member by member. Interrupted, it is told again and goes on. Meant for
   * a rule found wrong in the middle of a contest, together with a public word.
   *
   * @param from inclusive
   * @param to exclusive
   * @return how many awards were written anew
   */
  public int rescore(Instant from, Instant to, String reason) {
    requireReason(reason);
    int version = ledger.rules().version();
    int rescored = 0;
    for (MemberId member : members(dao.otherwiseScored(version, from, to))) {
      rescored += transactions.in(() -> rescore(member, from, to, reason));
    }
    return rescored;
  }

  private int rescore(MemberId member, Instant from, Instant to, String reason) {
    Instant now = ledger.lock(List.of(member));
    List<Ledger.Stand> old =
        standing(dao.of(member)).stream()
            .filter(stand -> stand.award().rulesVersion() != ledger.rules().version())
            .filter(stand -> !stand.award().effectiveAt().isBefore(from))
            .filter(stand -> stand.award().effectiveAt().isBefore(to))
            .toList();
    ledger.reverse(old, now).forEach(line -> told(line, reason));
    return ledger
        .award(old.stream().map(stand -> stand.award().rescored(ledger.rules(), now)).toList(), now)
        .size();
  }

  /**
   * Forgets the words that were written to a member who is erased, and how boards showed them;
   * their entries stay, under an id that no longer leads to anybody, so that the ranks and proofs
   * of others stay true.
   */
  public void forget(MemberId member) {
    transactions.run(
        () -> {
          ledger.lock(List.of(member));
          dao.forgetReasons(member);
          dao.appear(member, Appearances.Kind.UNNAMED, null);
        });
  }

  private Entry told(Line reversal, String reason) {
    if (!reason.isBlank()) {
      dao.explain(reversal.entryId(), reason);
    }
    return reversal.entry();
  }

  private static void requireReason(String reason) {
    if (reason.length() > REASON_MAX) {
      throw new IllegalArgumentException(
          "A reason has %d characters, at most %d are kept."
              .formatted(reason.length(), REASON_MAX));
    }
  }

  private static List<Ledger.Stand> standing(List<Line> lines) {
    return Ledger.Stand.of(lines).stream().filter(stand -> !stand.reversed()).toList();
  }

  private static Collection<MemberId> members(List<Line> lines) {
    Map<MemberId, List<Line>> byMember =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    Line::memberId, () -> new TreeMap<>(Ledger.ORDER), Collectors.toList()));
    return List.copyOf(byMember.keySet());
  }
}

package org.ronde.contests;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.TallyDao.Part;
import org.ronde.db.Transactions;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.points.BoardKey;
import org.ronde.points.Contesting;
import org.ronde.points.Entry;

/**
 * Says which contests count an entry of the ledger, and notes what it said: a sealed list is
 * reckoned from these notes and not from a board, which stands still while a contest is frozen.
 * Told the same entry again, it says and notes the same.
 */
public final class Tally implements Contesting {
  private final TallyDao dao;
  private final Transactions transactions;
  private final Map<ContestId, Known> known = new ConcurrentHashMap<>();

  /** Terms by the version of the rules they belong to: they only change with it. */
  private record Known(int version, Terms terms) {}

  /**
   * Something that a member did, whoever vouches for it.
   *
   * @param departement number of the French département, or empty
   */
  public record Act(
      MemberId member,
      ActivityId activity,
      @Nullable CompanyId company,
      String departement,
      Instant actedAt) {}

  public Tally(Jdbi jdbi, Transactions transactions) {
    this.dao = jdbi.onDemand(TallyDao.class);
    this.transactions = transactions;
  }

  /**
   * The boards of running contests that count the entry and may show it. What is told after a list
   * was sealed is noted as late and counts for no board; nor does what was written after a freeze,
   * however late its member entered.
   */
  @Override
  public List<BoardKey> boards(Entry entry) {
    return transactions.in(
        () -> {
          List<Part> parts = counting(entry);
          note(parts, entry);
          return parts.stream()
              .filter(part -> !part.phase().sealed() && !veils(part, entry))
              .map(part -> Scores.key(part.contestId()))
              .toList();
        });
  }

  /**
   * Whether a frozen contest counts the entry, and it was written after the freeze. Then no board
   * hears of it, and it is noted here.
   */
  @Override
  public boolean veiled(Entry entry) {
    return transactions.in(
        () -> {
          List<Part> parts = counting(entry);
          boolean veiled = parts.stream().anyMatch(part -> veils(part, entry));
          if (veiled) {
            note(parts, entry);
          }
          return veiled;
        });
  }

  /**
   * Whether a prize can still be won by an act: a contest with prizes that its member entered would
   * count it. Then nobody's silence may stand for a yes.
   */
  public boolean prizeAtStake(Act act) {
    List<Part> parts =
        dao.parts(act.member()).stream()
            .filter(part -> !part.phase().sealed())
            .filter(part -> terms(part).concerns(act.activity(), act.company(), act.departement()))
            .filter(part -> inWindow(part, act.actedAt()))
            .toList();
    return !parts.isEmpty() && dao.anyPrize(parts.stream().map(Part::contestId).toList());
  }

  private static boolean veils(Part part, Entry entry) {
    return part.phase().veiled()
        && part.frozenAt() != null
        && !entry.recordedAt().isBefore(part.frozenAt());
  }

  /** A reversal or correction says the same of itself as its award, so it is counted with it. */
  private List<Part> counting(Entry entry) {
    if (!entry.eligible()) {
      return List.of();
    }
    return dao.parts(entry.member()).stream()
        .filter(part -> terms(part).counts(entry) && inWindow(part, entry.effectiveAt()))
        .toList();
  }

  private boolean inWindow(Part part, Instant actedAt) {
    return terms(part).window(ZoneId.of(part.zone()), part.enteredAt()).holds(actedAt);
  }

  private Terms terms(Part part) {
    Known kept = known.get(part.contestId());
    if (kept == null || kept.version() != part.rulesVersion()) {
      kept = new Known(part.rulesVersion(), TermsJson.read(dao.terms(part.contestId())));
      known.put(part.contestId(), kept);
    }
    return kept.terms();
  }

  private void note(List<Part> parts, Entry entry) {
    for (Part part : parts) {
      dao.note(
          new TallyDao.Note(
              part.contestId(),
              entry.id(),
              part.entrantId(),
              entry.award(),
              entry.points(),
              entry.rulesVersion(),
              entry.level().number(),
              entry.activity(),
              entry.voucher(),
              entry.effectiveAt(),
              entry.recordedAt(),
              part.phase().sealed()));
    }
  }
}

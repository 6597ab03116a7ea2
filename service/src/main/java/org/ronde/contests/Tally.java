package org.ronde.contests;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.ronde.contests.TallyDao.Part;
import org.ronde.db.Transactions;
import org.ronde.ids.ContestId;
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

  public Tally(Jdbi jdbi, Transactions transactions) {
    this.dao = jdbi.onDemand(TallyDao.class);
    this.transactions = transactions;
  }

  /**
   * The boards of running contests that count the entry. What is told after a list was sealed is
   * noted as late and counts for no board.
   */
  @Override
  public List<BoardKey> boards(Entry entry) {
    return transactions.in(
        () -> {
          List<BoardKey> boards = new ArrayList<>();
          for (Part part : counting(entry)) {
            boolean late = part.phase().sealed();
            note(part, entry, late);
            if (!late) {
              boards.add(Scores.key(part.contestId()));
            }
          }
          return boards;
        });
  }

  /** Whether a frozen contest counts the entry, and it was written after the freeze. */
  @Override
  public boolean veiled(Entry entry) {
    return counting(entry).stream()
        .anyMatch(
            part ->
                part.phase().veiled()
                    && part.frozenAt() != null
                    && !entry.recordedAt().isBefore(part.frozenAt()));
  }

  private List<Part> counting(Entry entry) {
    if (!entry.eligible()) {
      return List.of();
    }
    List<Part> parts = dao.parts(entry.member());
    if (parts.isEmpty()) {
      return parts;
    }
    Long reversed = entry.reverses();
    if (reversed != null) {
      Set<ContestId> contests = new HashSet<>(dao.counting(reversed));
      return parts.stream().filter(part -> contests.contains(part.contestId())).toList();
    }
    return parts.stream().filter(part -> counts(part, entry)).toList();
  }

  private boolean counts(Part part, Entry entry) {
    Terms terms = terms(part);
    return terms.counts(entry)
        && terms.window(ZoneId.of(part.zone()), part.enteredAt()).holds(entry.effectiveAt());
  }

  private Terms terms(Part part) {
    Known kept = known.get(part.contestId());
    if (kept == null || kept.version() != part.rulesVersion()) {
      kept = new Known(part.rulesVersion(), TermsJson.read(dao.terms(part.contestId())));
      known.put(part.contestId(), kept);
    }
    return kept.terms();
  }

  private void note(Part part, Entry entry, boolean late) {
    dao.note(
        part.contestId(),
        entry.id(),
        part.entrantId(),
        entry.points(),
        entry.level().number(),
        entry.activity(),
        entry.effectiveAt(),
        entry.recordedAt(),
        entry.reverses(),
        late);
  }
}

package org.ronde.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Invariant;
import org.ronde.db.Transactions;
import org.ronde.db.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the chain again from the entries and asks every invariant about points: ledger, chain,
 * scores, histograms and what contests counted must agree to the last point.
 */
public final class Verifier {
  private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
  private static final int PAGE = 2_000;

  private final BoardDao dao;
  private final Transactions transactions;
  private final Verification verification;
  private final Alarm alarm;
  private final List<String> rooms;

  /**
   * @param rooms whose invariants are about points: this one, and those that count the ledger for
   *     themselves
   */
  public Verifier(
      Jdbi jdbi,
      Transactions transactions,
      Verification verification,
      Alarm alarm,
      List<String> rooms) {
    this.rooms = List.copyOf(rooms);
    this.dao = jdbi.onDemand(BoardDao.class);
    this.transactions = transactions;
    this.verification = verification;
    this.alarm = alarm;
  }

  /** What does not hold, a sentence each; empty when all is well. */
  public List<String> verify() {
    List<String> findings = new ArrayList<>();
    List<Invariant> invariants =
        rooms.stream().flatMap(room -> Invariant.of(room).stream()).toList();
    for (Verification.Broken broken : verification.report(invariants).broken()) {
      if (rooms.contains(broken.room())) {
        findings.add(
            "It does not hold that %s: %d rows, first %s"
                .formatted(broken.sentence(), broken.rows(), broken.examples()));
      }
    }
    findings.addAll(chain());
    return findings;
  }

  /** Verifies, and raises the alarm when something does not hold; a job calls this each night. */
  public void nightly() {
    List<String> findings = verify();
    if (findings.isEmpty()) {
      LOG.info("Ledger, chain and boards of points agree");
      return;
    }
    findings.forEach(finding -> LOG.error("Points drift: {}", finding));
    transactions.run(() -> alarm.drift(findings));
  }

  private List<String> chain() {
    long after = 0;
    byte[] last = Chain.START;
    List<Chain.Seal> page = dao.seals(after, PAGE);
    while (!page.isEmpty()) {
      Map<Long, Line> lines = new HashMap<>();
      Scoresheet.parts(page.stream().map(Chain.Seal::entryId).toList())
          .forEach(some -> dao.lines(some).forEach(line -> lines.put(line.entryId(), line)));
      for (Chain.Seal seal : page) {
        Line line = lines.get(seal.entryId());
        if (line == null
            || !Arrays.equals(Chain.seal(seal.seq(), last, line).hash(), seal.hash())) {
          return List.of(
              "The entry %d at place %d of the chain is not what was sealed there."
                  .formatted(seal.entryId(), seal.seq()));
        }
        last = seal.hash();
        after = seal.seq();
      }
      page = dao.seals(after, PAGE);
    }
    return List.of();
  }
}

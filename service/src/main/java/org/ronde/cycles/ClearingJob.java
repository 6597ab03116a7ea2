package org.ronde.cycles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.SqlFailures;
import org.ronde.db.Transactions;
import org.ronde.ids.ClearingId;
import org.ronde.matching.Market;
import org.ronde.matching.Matcher;
import org.ronde.matching.Packing;
import org.ronde.matching.Sealer;

/**
 * Runs the clearing that waits: snapshot, engine outside any transaction, then each cycle looked at
 * again and proposed in a transaction of its own.
 *
 * <p>Safe to call on every node at any time. A run whose node fell silent is failed and asked for
 * once more; should that node wake up, it finds its run over and stops.
 */
public final class ClearingJob {
  private static final int TEXT_LENGTH_MAX = 300;

  /** Markets kept for repetition. */
  private static final int RECORDS_MAX = 50;

  private final ClearingDao dao;
  private final Transactions transactions;
  private final Clearings clearings;
  private final Proposals proposals;
  private final Engine engine;

  /** The engine, who seals its runs, what it may spend, and the clock that paces its reports. */
  public record Engine(
      Matcher matcher, Sealer sealer, CycleSettings.Run settings, InstantSource clock) {}

  public ClearingJob(
      Jdbi jdbi,
      Transactions transactions,
      Clearings clearings,
      Proposals proposals,
      Engine engine) {
    this.dao = jdbi.onDemand(ClearingDao.class);
    this.transactions = transactions;
    this.clearings = clearings;
    this.proposals = proposals;
    this.engine = engine;
  }

  /** Asks for the daily clearing. */
  public void queueDaily() {
    clearings.queue(Clearing.Cause.DAILY);
  }

  /**
   * Runs the clearing that waits, if one does and none runs.
   *
   * @return whether one was run
   */
  public boolean runQueued() {
    return findRun().isPresent();
  }

  /**
   * Asks for a clearing, unless one waits already, and runs what waits in this thread.
   *
   * @return how it ended; empty when another one runs, after which this one will
   */
  public Optional<Clearing> findRun(Clearing.Cause cause) {
    clearings.queue(cause);
    return findRun().map(clearings::clearing);
  }

  private Optional<ClearingId> findRun() {
    buryTheDead();
    var started = findStarted();
    started.ifPresent(this::runStarted);
    return started;
  }

  private void runStarted(ClearingId id) {
    try {
      run(id);
    } catch (RuntimeException e) {
      var text = String.valueOf(e.getMessage());
      dao.fail(
          id,
          Clearing.Failure.ERROR,
          text.length() > TEXT_LENGTH_MAX ? text.substring(0, TEXT_LENGTH_MAX) : text);
      throw e;
    }
  }

  private void buryTheDead() {
    transactions.run(
        () ->
            dao.findSilent(engine.settings().silenceMax().toSeconds())
                .ifPresent(
                    id -> {
                      var lost = clearings.clearing(id);
                      if (dao.fail(id, Clearing.Failure.NODE_LOST, null) == 1
                          && lost.cause() != Clearing.Cause.RETRY) {
                        clearings.queue(Clearing.Cause.RETRY, lost.asked());
                      }
                    }));
  }

  private Optional<ClearingId> findStarted() {
    try {
      return transactions.in(
          () ->
              dao.findRunning().isPresent()
                  ? Optional.empty()
                  : dao.findQueued().filter(id -> dao.start(id) == 1));
    } catch (RuntimeException e) {
      if (SqlFailures.duplicateKey(e)) {
        // Another node was quicker.
        return Optional.empty();
      }
      throw e;
    }
  }

  private void run(ClearingId id) {
    var snapshot = transactions.in(proposals::snapshot);
    var asked = clearings.clearing(id).asked();
    var report = new ProgressReport(id, dao, engine.clock());
    var limits = asked.limits(engine.settings().candidatesMax());
    var packing = engine.matcher().match(snapshot.market(), limits, report);
    var sealed = engine.sealer().seal(snapshot.market(), limits, packing);
    var market = packed(sealed.market());
    if (!transactions.in(() -> keep(id, snapshot, packing, market, sealed.manifest()))) {
      return;
    }
    if (asked.trial() ? dao.goOn(id) == 1 : proposeAll(id, snapshot, packing)) {
      dao.finish(id);
    } else {
      dao.fail(id, Clearing.Failure.STOPPED, null);
    }
  }

  /** Whether it came to the end before it was stopped. */
  private boolean proposeAll(ClearingId id, Snapshot snapshot, Packing packing) {
    for (var found : packing.cycles()) {
      if (!transactions.in(() -> propose(id, snapshot, found))) {
        return false;
      }
    }
    return true;
  }

  private static byte[] packed(byte[] file) {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Whether the run may go on to propose. */
  private boolean keep(
      ClearingId id, Snapshot snapshot, Packing packing, byte[] market, String manifest) {
    if (dao.keepResult(
            id,
            packing.valueCents(),
            packing.expectedCents(),
            packing.expectedBoundCents(),
            packing.cycles().size(),
            result(snapshot.hash(), snapshot.market(), packing))
        == 0) {
      return false;
    }
    var lines = lines(packing);
    IntStream.range(0, lines.size()).forEach(i -> dao.insertScore(id, i, lines.get(i)));
    dao.keep(id, market, manifest);
    dao.findRecordBefore(RECORDS_MAX - 1).ifPresent(dao::forgetRecordsBefore);
    return true;
  }

  /** Whether the run may go on; its row is locked so that it is not declared dead meanwhile. */
  private boolean propose(ClearingId id, Snapshot snapshot, org.ronde.matching.Cycle found) {
    if (dao.lockRunning(id).isEmpty()) {
      return false;
    }
    var outcome = proposals.propose(id, snapshot, found);
    dao.count(
        id,
        outcome instanceof Proposals.Outcome.Proposed ? 1 : 0,
        outcome instanceof Proposals.Outcome.Known ? 1 : 0,
        outcome instanceof Proposals.Outcome.Dropped ? 1 : 0);
    return true;
  }

  private static List<Clearing.ScoreLine> lines(Packing packing) {
    return packing.score().lines().stream()
        .map(
            line ->
                new Clearing.ScoreLine(
                    line.rule(), line.rule().level(), line.rule().weight(), line.count()))
        .toList();
  }

  private static Clearing.Result result(String hash, Market market, Packing packing) {
    return new Clearing.Result(
        hash,
        market.companies().size(),
        market.offers().size(),
        market.needs().size(),
        packing.steps(),
        packing.status(),
        packing.stoppedByClock(),
        packing.boundCents(),
        packing.candidates().cycles(),
        packing.candidates().cut(),
        packing.arcs().wouldTake(),
        packing.arcs().ask(),
        packing.arcs().never(),
        packing.planCost().cycles(),
        packing.planCost().companies(),
        packing.planCost().valueCents());
  }
}

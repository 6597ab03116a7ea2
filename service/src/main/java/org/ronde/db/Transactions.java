package org.ronde.db;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to open a transaction. READ COMMITTED; every Dao called inside runs on its
 * connection; a call inside another joins it, so a room's door can be used alone or as part of
 * something larger, and all of it happens or none.
 *
 * <p>A deadlock (1213), a lock wait (1205) or a snapshot conflict (1020) rolls everything back and
 * starts again from the beginning, at most {@value #TRIES_MAX} times: the work must therefore touch
 * nothing but the database. No mail, HTTP or solving happens inside.
 */
public final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final int TRIES_MAX = 5;

  private final Jdbi jdbi;

  @SuppressWarnings("ThreadLocalUsage") // One an instance: a transaction belongs to one database.
  private final ThreadLocal<Open> open = new ThreadLocal<>();

  private final AtomicLong parts = new AtomicLong();

  /** The transaction of a thread, and what is to follow it. */
  private record Open(Handle handle, List<Runnable> afterwards) {}

  private record Done<T>(T result, List<Runnable> afterwards) {}

  public Transactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Runs the work in one transaction and returns what it returns. */
  public <T> T in(Supplier<T> work) {
    if (open.get() != null) {
      return work.get();
    }
    Done<T> done = tried(work);
    done.afterwards().forEach(Transactions::follow);
    return done.result();
  }

  private <T> Done<T> tried(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (RuntimeException e) {
        if (attempt >= TRIES_MAX || !SqlFailures.passing(e)) {
          throw e;
        }
        LOG.debug("Transaction lost a race, try {} of {}", attempt + 1, TRIES_MAX);
        pause(attempt);
      }
    }
  }

  /** Runs the work in one transaction. */
  public void run(Runnable work) {
    in(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Runs a part of the open transaction that may fail alone: what it wrote is undone, the failure
   * reaches the caller, and the caller may go on. Locks it took stay until the end.
   *
   * @throws IllegalStateException when no transaction is open
   */
  public <T> T part(Supplier<T> work) {
    Handle handle = current("A part needs a transaction to be a part of.").handle();
    String name = "part_" + parts.incrementAndGet();
    handle.savepoint(name);
    try {
      T result = work.get();
      handle.releaseSavepoint(name);
      return result;
    } catch (RuntimeException e) {
      // After a deadlock there is nothing left to go back to; the whole work starts again then.
      if (!SqlFailures.passing(e)) {
        handle.rollbackToSavepoint(name);
      }
      throw e;
    }
  }

  /**
   * Says what follows the open transaction: done in this thread once all of it is committed and its
   * connection is given back, before {@link #in} returns; never when it is rolled back. Meant for
   * slow work. The process may end before it, and failing it is only logged: a job must be able to
   * catch up.
   *
   * @throws IllegalStateException when no transaction is open
   */
  public void afterwards(Runnable work) {
    current("Nothing can follow a transaction that is not open.").afterwards().add(work);
  }

  private Open current(String otherwise) {
    Open current = open.get();
    if (current == null) {
      throw new IllegalStateException(otherwise);
    }
    return current;
  }

  private static void follow(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("What was to follow a transaction failed; the transaction stands.", e);
    }
  }

  private <T> Done<T> once(Supplier<T> work) {
    return jdbi.withHandle(
        handle ->
            // Jdbi rolls back on any exception, which error 1205 needs: the server itself keeps
            // the transaction open and a later COMMIT would store half of the work.
            handle.inTransaction(
                TransactionIsolationLevel.READ_COMMITTED,
                h -> {
                  Open current = new Open(h, new ArrayList<>());
                  open.set(current);
                  try {
                    return new Done<>(work.get(), current.afterwards());
                  } finally {
                    open.remove();
                  }
                }));
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(10, 40L << attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a transaction waited for its turn.", e);
    }
  }
}

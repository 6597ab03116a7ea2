package org.ronde.members;

import com.password4j.Argon2Function;
import com.password4j.Hash;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;

/**
 * Turns passwords into Argon2id hashes and compares them, few at a time: one hash costs 19 MiB and
 * some 50 ms of a processor, so a flood of sign-ins must queue here and not take the site down.
 *
 * <p>Never called inside a transaction: a connection must not wait for arithmetic.
 */
final class PasswordHashes {
  private static final int MEMORY_KIBIBYTES = 19_456;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int OUTPUT_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int AT_ONCE_MAX = 2;
  private static final int QUEUE_MAX = 20;
  private static final Duration WAIT_MAX = Duration.ofSeconds(5);

  /** What a password is compared with when there is no account: takes as long, never fits. */
  private static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ibw"
          + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final Argon2Function argon2 =
      Argon2Function.getInstance(
          MEMORY_KIBIBYTES, ITERATIONS, PARALLELISM, OUTPUT_BYTES, Argon2.ID);
  private final Semaphore places = new Semaphore(AT_ONCE_MAX, true);
  private final AtomicInteger inside = new AtomicInteger();
  private final Duration waitMax;

  PasswordHashes() {
    this(WAIT_MAX);
  }

  /** With a patience of the caller's: a test must not ask how fast the machine is. */
  PasswordHashes(Duration waitMax) {
    this.waitMax = waitMax;
  }

  /**
   * The hash to store, with its salt and cost in it.
   *
   * @throws Refusal UNAVAILABLE when too many are at it
   */
  String hash(String password) {
    return inTurn(
        () -> {
          Hash hash = Password.hash(normal(password)).addRandomSalt(SALT_BYTES).with(argon2);
          return hash.getResult();
        });
  }

  /**
   * Whether the password fits the stored hash. Without one it takes as long and is false.
   *
   * @throws Refusal UNAVAILABLE when too many are at it
   */
  boolean fits(String password, @Nullable String stored) {
    String text = password.length() > PasswordRules.LENGTH_MAX * 2 ? "" : normal(password);
    String against = stored == null ? NOBODY : stored;
    boolean same =
        inTurn(
            () -> Password.check(text, against).with(Argon2Function.getInstanceFromHash(against)));
    return same && stored != null;
  }

  /** Whether the stored hash was made at another cost than today's. */
  boolean outdated(String stored) {
    return !stored.startsWith(
        "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIBIBYTES, ITERATIONS, PARALLELISM));
  }

  private <T> T inTurn(Supplier<T> work) {
    if (inside.incrementAndGet() > AT_ONCE_MAX + QUEUE_MAX) {
      inside.decrementAndGet();
      throw new Refusal(ProblemType.UNAVAILABLE);
    }
    try {
      if (!places.tryAcquire(waitMax.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Refusal(ProblemType.UNAVAILABLE);
      }
      try {
        return work.get();
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(ProblemType.UNAVAILABLE);
    } finally {
      inside.decrementAndGet();
    }
  }

  /** One form for letters that keyboards write in two ways. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}

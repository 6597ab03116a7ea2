package org.ronde.members;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.db.Transactions;
import org.ronde.http.Refusal;

/**
 * Counts tries, for all nodes together, and says when it is enough.
 *
 * <p>Never call it inside a transaction: what it counted would be undone together with the request
 * that failed, and failed requests are the ones to count.
 */
final class Attempts {
  private static final long HOUR_SECONDS = 3600;

  /** What is counted, each for its own kind of subject. */
  enum Scope {
    SIGN_IN_ACCOUNT,
    SIGN_IN_ADDRESS,
    MAIL_ACCOUNT,
    MAIL_ADDRESS
  }

  interface Dao {
    /** The running window: how often so far, and for how long yet. */
    record Window(int tries, long secondsLeft) {}

    // The order of the two assignments matters: the first still sees the old window.
    @SqlUpdate(
        """
        INSERT INTO attempt (scope, subject_hash, tries, window_ends)
        VALUES (:scope, :subjectHash, 1, UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND)
        ON DUPLICATE KEY UPDATE
          tries = IF(window_ends <= UTC_TIMESTAMP(6), 1, tries + 1),
          window_ends = IF(window_ends <= UTC_TIMESTAMP(6),
            UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND, window_ends)
        """)
    void count(Scope scope, String subjectHash, long seconds);

    @SqlQuery(
        """
        SELECT tries, TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), window_ends) + 1 AS seconds_left
        FROM attempt
        WHERE scope = :scope AND subject_hash = :subjectHash
        """)
    Window window(Scope scope, String subjectHash);

    @SqlUpdate("DELETE FROM attempt WHERE scope = :scope AND subject_hash = :subjectHash")
    void forget(Scope scope, String subjectHash);

    @SqlUpdate("DELETE FROM attempt WHERE window_ends < UTC_TIMESTAMP(6) - INTERVAL 1 DAY")
    int forgetOld();
  }

  private final Transactions transactions;
  private final Dao dao;
  private final SignInSettings settings;

  Attempts(Jdbi jdbi, Transactions transactions, SignInSettings settings) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(Dao.class);
    this.settings = settings;
  }

  /**
   * Counts one more try.
   *
   * @throws Refusal TOO_MANY_REQUESTS when there were too many within the window
   */
  void count(Scope scope, String subject) {
    String hash = new Secret(subject).hash();
    Dao.Window window =
        transactions.in(
            () -> {
              dao.count(scope, hash, seconds(scope));
              return dao.window(scope, hash);
            });
    if (window.tries() > max(scope)) {
      throw Refusal.tooMany(window.secondsLeft());
    }
  }

  /** Starts from nothing: somebody got in who should. */
  void forget(Scope scope, String subject) {
    dao.forget(scope, new Secret(subject).hash());
  }

  /** Forgets an address in every scope: its member has left. */
  void forgetAll(String address) {
    for (Scope scope : Scope.values()) {
      forget(scope, address);
    }
  }

  int forgetOld() {
    return dao.forgetOld();
  }

  private long seconds(Scope scope) {
    return switch (scope) {
      case SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS -> settings.triesWindow().toSeconds();
      case MAIL_ACCOUNT, MAIL_ADDRESS -> HOUR_SECONDS;
    };
  }

  private int max(Scope scope) {
    return switch (scope) {
      case SIGN_IN_ACCOUNT -> settings.triesPerAccount();
      case SIGN_IN_ADDRESS -> settings.triesPerAddress();
      case MAIL_ACCOUNT -> settings.mailsPerAccount();
      case MAIL_ADDRESS -> settings.mailsPerAddress();
    };
  }
}

package org.ronde.members;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.TokenId;

/**
 * Tokens by which programs use the API for a member: shown once, stored as a hash, good for a year
 * at most. A token acts for the company its member acted for when making it, with the rights the
 * member has there today.
 *
 * <p>A token cannot make tokens: one that leaked must not outlive its end.
 */
public final class ApiTokens {
  static final int DAYS_MAX = 365;
  private static final int LIVE_MAX = 50;
  private static final int NAME_MAX = 80;
  private static final int PREFIX_LENGTH = 8;
  private static final String PREFIX_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private final Transactions transactions;
  private final ApiTokenDao dao;
  private final Ids ids;
  private final RandomGenerator chance;

  /** A token in full: for its maker's eyes, once. */
  record Made(TokenId id, String token) {
    @Override
    public String toString() {
      return "Made[%s]".formatted(id);
    }
  }

  ApiTokens(Jdbi jdbi, Transactions transactions, Ids ids, RandomGenerator chance) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(ApiTokenDao.class);
    this.ids = ids;
    this.chance = chance;
  }

  /**
   * Makes a token, {@code rnd_<8>_<43>}.
   *
   * @throws Refusal SESSION_NEEDED for a request with a token; INVALID when the name is taken, the
   *     days do not fit, or there are too many
   */
  Made make(Actor actor, String name, int days) {
    if (actor.session() == null) {
      throw new Refusal(ProblemType.SESSION_NEEDED);
    }
    check(name, days);
    String prefix = prefix();
    String token = "rnd_%s_%s".formatted(prefix, Secret.random(chance).text());
    TokenId id = new TokenId(ids.next());
    @Nullable CompanyId company = actor.companyId();
    transactions.run(
        () -> {
          if (dao.live(actor.memberId()).size() >= LIVE_MAX) {
            throw Refusal.invalid(Fault.of("name", "members.fault.tokensMax"));
          }
          String hash = new Secret(token).hash();
          if (dao.insert(id, hash, prefix, actor.memberId(), company, name, days) == 0) {
            throw Refusal.invalid(Fault.of("name", "members.fault.tokenNameTaken"));
          }
        });
    return new Made(id, token);
  }

  private static void check(String name, int days) {
    List<Fault> faults = new ArrayList<>();
    if (name.isBlank() || name.length() > NAME_MAX) {
      faults.add(Fault.of("name", "members.fault.tokenName"));
    }
    if (days < 1 || days > DAYS_MAX) {
      faults.add(Fault.of("days", "members.fault.tokenDays"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private String prefix() {
    StringBuilder letters = new StringBuilder();
    for (int letter = 0; letter < PREFIX_LENGTH; letter++) {
      letters.append(PREFIX_LETTERS.charAt(chance.nextInt(PREFIX_LETTERS.length())));
    }
    return letters.toString();
  }

  List<ApiToken> live(Actor actor) {
    return dao.live(actor.memberId());
  }

  /**
   * Ends a token at once.
   *
   * @throws Refusal NOT_FOUND when it is not the actor's own or has ended
   */
  void revoke(Actor actor, TokenId id) {
    if (dao.revoke(id, actor.memberId()) == 0) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }
}

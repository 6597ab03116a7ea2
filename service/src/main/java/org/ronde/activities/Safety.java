package org.ronde.activities;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.Folding;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.Ids;
import org.ronde.ids.QuestionId;

/**
 * The gate that stops dangerous ideas when they are written down, and the way to an operator for
 * those that it stopped wrongly. What an operator allows passes for the member who asked, in the
 * same words.
 */
public final class Safety {
  static final int WORDS_MAX = 1000;
  static final int ANSWER_MAX = 500;
  private static final int QUEUE_MAX = 100;

  private final Dangers dangers;
  private final SafetyDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Tellings tellings;
  private final int questionsOpenMax;

  Safety(Activities.Edges edges, Tellings tellings, ActivitySettings settings) {
    this.dangers = Dangers.load();
    this.dao = edges.jdbi().onDemand(SafetyDao.class);
    this.transactions = edges.transactions();
    this.ids = edges.ids();
    this.tellings = tellings;
    this.questionsOpenMax = settings.questionsOpenMax();
  }

  /** What is wrong with a text, if anything: why, and what would be safer. */
  public Optional<Fault> findFault(Actor actor, String field, String text) {
    return dangers
        .find(text)
        .filter(danger -> !dao.allowed(actor.memberId(), hash(text)))
        .map(danger -> Fault.of(field, "activities.danger." + danger));
  }

  /**
   * Refuses words that describe a dangerous idea.
   *
   * @throws Refusal INVALID with a fault at {@code field}
   */
  public void require(Actor actor, String field, String text) {
    findFault(actor, field, text)
        .ifPresent(
            fault -> {
              throw Refusal.invalid(fault);
            });
  }

  /**
   * Asks the operators about words that the gate stopped; again the same, it does nothing.
   *
   * @throws Refusal INVALID at {@code words} when they are too long, or not stopped at all, or too
   *     many questions of this member wait
   */
  public QuestionId ask(Actor actor, String words) {
    if (words.length() > WORDS_MAX) {
      throw Refusal.invalid(new Fault("words", "activities.fault.words", Map.of("max", WORDS_MAX)));
    }
    String danger =
        dangers
            .find(words)
            .orElseThrow(() -> Refusal.invalid(Fault.of("words", "activities.fault.notStopped")));
    return transactions.in(
        () -> {
          Optional<QuestionId> before = dao.findSame(actor.memberId(), hash(words));
          if (before.isPresent()) {
            return before.get();
          }
          if (dao.open(actor.memberId()) >= questionsOpenMax) {
            throw Refusal.invalid(
                new Fault("words", "activities.fault.questions", Map.of("max", questionsOpenMax)));
          }
          QuestionId id = new QuestionId(ids.next());
          dao.insert(id, actor.memberId(), words, hash(words), danger);
          return id;
        });
  }

  /** The questions that wait, oldest first. */
  public List<SafetyQuestion> open(Actor operator) {
    operator.requireOperator();
    return dao.open(QUEUE_MAX);
  }

  /** How many wait. */
  public long waiting() {
    return dao.waiting();
  }

  /**
   * Answers a question, once; the member is told.
   *
   * @throws Refusal NOT_FOUND, ALREADY_ANSWERED, or INVALID at {@code answer}
   */
  public void answer(Actor operator, QuestionId id, boolean allow, String answer) {
    operator.requireOperator();
    if (answer.isEmpty() || answer.length() > ANSWER_MAX) {
      throw Refusal.invalid(
          new Fault("answer", "activities.fault.answer", Map.of("max", ANSWER_MAX)));
    }
    transactions.run(
        () -> {
          SafetyQuestion question =
              dao.find(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
          if (dao.answer(id, allow ? "ALLOWED" : "REFUSED", answer, operator.memberId()) == 0) {
            throw new Refusal(ProblemType.ALREADY_ANSWERED);
          }
          tellings.answered(question.memberId(), allow, shortened(question.words()), answer);
        });
  }

  private static String shortened(String words) {
    return words.length() <= 60 ? words : words.substring(0, 59).strip() + "…";
  }

  private static byte[] hash(String words) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(Folding.fold(words).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}

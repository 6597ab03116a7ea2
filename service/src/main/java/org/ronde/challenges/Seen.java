package org.ronde.challenges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

/** What one reader sees of a challenge. */
public final class Seen {
  private Seen() {}

  /** What the reader can do next, the most pressing first. */
  public enum Next {
    /** Say yes or no. */
    ANSWER,
    /** Say whether a counter-offer holds. */
    ANSWER_COUNTER,
    /** Look at somebody’s proof. */
    LOOK,
    /** Add a proof after a “not yet”. */
    ADD_PROOF,
    /** Do it and prove it. */
    PROVE,
    /** Name the next of a chain. */
    PASS_ON,
    /** Join an open call. */
    JOIN,
    /** Others are at it. */
    WAIT,
    /** It is over. */
    NONE;

    /** Whether the challenge waits for the reader. */
    public boolean mine() {
      return this != JOIN && this != WAIT && this != NONE;
    }
  }

  /** Somebody, by name. */
  public record Who(MemberId id, String name) {
    /** For a disc: the first letters of the first two words. */
    public String initials() {
      StringBuilder letters = new StringBuilder();
      for (String word : name.split("\\s+")) {
        if (!word.isEmpty() && letters.length() < 2) {
          letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
        }
      }
      return letters.toString();
    }
  }

  /**
   * Somebody whom the reader may dare.
   *
   * @param anything whether to anything; else to what they follow
   * @param activities what they follow, empty when anything will do
   */
  public record Daring(Who who, boolean anything, List<Activity> activities) {}

  /** A line of a list. */
  public record Line(
      ChallengeId id,
      Kind kind,
      ChallengeState state,
      String title,
      ActivityId activityId,
      String activity,
      Who author,
      String place,
      @Nullable Integer kilometres,
      Instant endsAt,
      int people,
      Next next,
      @Nullable AttemptState mine) {}

  /**
   * One member’s part. Who refused is told to the author alone.
   *
   * @param points the reader’s own alone: others’ may be veiled by a contest
   */
  public record Part(
      AttemptId id,
      Who member,
      boolean mine,
      AttemptState state,
      int termsVersion,
      @Nullable Terms counter,
      @Nullable Instant answerBy,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable Instant submitBy,
      int proofs,
      int inARow,
      @Nullable BigDecimal measure,
      @Nullable Instant actedAt,
      @Nullable ValidationLevel level,
      boolean doubtful,
      boolean officerAsked,
      @Nullable String reason,
      @Nullable Instant windowUntil,
      List<Who> vouched,
      boolean winner,
      @Nullable Integer points,
      boolean mayLook,
      boolean mayQuestion) {}

  /** A line of the talk. */
  public record Said(Story kind, @Nullable Who by, @Nullable Who about, String words, Instant at) {}

  /** A challenge in full. */
  public record Whole(
      ChallengeId id,
      Kind kind,
      ChallengeState state,
      Kind.Audience audience,
      String title,
      ActivityId activityId,
      String activity,
      Who author,
      String place,
      int version,
      Terms terms,
      String hash,
      @Nullable Who referee,
      List<Part> parts,
      List<Said> talk,
      Next next,
      @Nullable Part mine,
      BigDecimal total,
      boolean byAuthor,
      boolean mayInvite,
      boolean mayCancel,
      boolean mayRenew,
      @Nullable String disputePath) {
    /** How far a group is, in whole percent. */
    public int percent() {
      BigDecimal target = terms.target();
      if (target == null) {
        return 0;
      }
      return total
          .multiply(BigDecimal.valueOf(100))
          .divide(target, 0, RoundingMode.DOWN)
          .min(BigDecimal.valueOf(100))
          .intValue();
    }
  }
}

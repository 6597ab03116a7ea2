package org.ronde.social;

import java.time.Instant;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CommentId;
import org.ronde.ids.HappeningId;
import org.ronde.ids.MemberId;

/**
 * Something that happened around a challenge, as the stream tells it.
 *
 * @param who the name of who did it
 * @param applause how many applauded
 * @param applauded whether the reader did
 * @param mine whether the reader did it
 */
public record Happening(
    HappeningId id,
    Kind kind,
    MemberId member,
    String who,
    ChallengeId challenge,
    ActivityId activity,
    String title,
    Instant happenedAt,
    long applause,
    long comments,
    boolean applauded,
    boolean mine) {

  /** What happened. */
  public enum Kind {
    LAUNCHED,
    ACCEPTED,
    VALIDATED
  }

  /**
   * What somebody said about it.
   *
   * @param words empty when officers hid it from this reader
   */
  public record Comment(
      CommentId id,
      MemberId member,
      String who,
      String words,
      Instant saidAt,
      boolean mine,
      boolean hidden) {}
}

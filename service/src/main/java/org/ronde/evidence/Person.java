package org.ronde.evidence;

import org.jspecify.annotations.Nullable;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;

/**
 * Somebody marked in a picture or film.
 *
 * @param memberId null when they were named by name alone or by name and mail address
 * @param name what the owner calls them
 * @param box where they are; null in a film
 * @param answer null while they have not answered
 */
public record Person(
    PersonId id,
    FileId itemId,
    @Nullable MemberId memberId,
    String name,
    boolean minor,
    @Nullable Box box,
    @Nullable Answer answer) {

  /** Whether others than the parties may not recognise them. */
  public boolean blurred() {
    return minor || answer != Answer.YES;
  }

  /** Whether what they are in stays with the parties altogether. */
  public boolean withholds() {
    return answer == Answer.REMOVE || (box == null && blurred());
  }
}

package org.ronde.members;

import java.util.List;
import org.ronde.ids.MemberId;

/**
 * Brings together what a room knows of two accounts of one person. Plugged in by app.
 *
 * <p>What is there to be used moves to the account that goes on; what happened stays as it was
 * written, under an id that leads to that account from now on.
 */
public interface MergeListener {
  /** What has to end first, in the words of the second's language; changes nothing. */
  default List<Obstacle> obstacles(Person from, Person into) {
    return List.of();
  }

  /**
   * Moves what the first has to the second, in the same transaction, while the first still has its
   * name, its address and its companies.
   */
  default void merging(Person from, Person into) {}

  /** The first is closed, and everybody has moved what they had to. */
  default void merged(MemberId from, MemberId into) {}
}

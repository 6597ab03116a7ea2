package org.ronde.members;

import org.ronde.ids.MemberId;

/** Hears, inside the same transaction, that a member leaves Ronde for good. */
@FunctionalInterface
public interface MemberListener {
  /** The member is about to be erased; here are name and address for the last time. */
  default void leaving(Person member) {}

  /**
   * The member is erased: without name, address, sessions and companies. What a room above knows of
   * them has to go now, or to point at nobody.
   */
  void left(MemberId member);
}

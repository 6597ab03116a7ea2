package org.ronde.activities;

import java.util.List;
import org.ronde.ids.MemberId;
import org.ronde.places.Place;

/**
 * Somebody who practises an activity and wishes to be found.
 *
 * @param place their town, which is all that is told of where they are
 * @param kilometres from the town asked for to theirs, rounded
 * @param slots when, in the time of their town
 */
public record Partner(
    MemberId memberId,
    String name,
    Level level,
    Place place,
    long kilometres,
    List<Slots.Slot> slots) {
  public Partner {
    slots = List.copyOf(slots);
  }
}

package org.ronde.activities;

import org.ronde.places.Place;

/**
 * What a member says of an activity they practise.
 *
 * @param slots when, in the time of the place
 * @param findable whether others who look for a partner may see it
 * @param follows whether the member wishes to hear of open challenges in it
 */
public record Practice(
    Activity activity, Level level, Place place, Slots slots, boolean findable, boolean follows) {}

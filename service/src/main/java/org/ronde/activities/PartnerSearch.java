package org.ronde.activities;

import org.ronde.places.Place;

/**
 * Whom somebody looks for.
 *
 * @param place around where, and in whose time {@code slots} are meant
 * @param kilometres how far at most; {@value #ANYWHERE} is the whole world
 * @param slots when: one of them must fit; none when any time will do
 */
public record PartnerSearch(
    Activity activity,
    Place place,
    int kilometres,
    Slots slots,
    Level levelMin,
    Level levelMax,
    int page) {
  /** Half the way around the earth is 20,016 km. */
  public static final int ANYWHERE = 20_100;
}

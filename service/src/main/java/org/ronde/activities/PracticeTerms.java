package org.ronde.activities;

import org.ronde.places.Place;

/**
 * What a member says when they begin to practise, or changes later.
 *
 * @param ofAge that they are 18 or older: asked for activities for adults only
 */
public record PracticeTerms(
    Level level, Place place, Slots slots, boolean findable, boolean follows, boolean ofAge) {}

package org.ronde.cycles;

import org.ronde.ids.ListingId;

/** One leg of a cycle that the operator puts together: this much of an offer for a need. */
public record HandLeg(ListingId offer, ListingId need, long quantity) {}

package org.ronde.matching.graph;

/**
 * An arc that a cycle may use, with what cycles need to know about it.
 *
 * @param offer place of the offer in {@link MarketGraph#offers}
 * @param need place of the need in {@link MarketGraph#needs}
 * @param giver place of the offer's company in {@link MarketGraph#companies}
 * @param receiver place of the need's company
 * @param step the smallest quantity that is a multiple of both sides' steps
 * @param unitValueCents what the offer asks for a unit
 * @param referenceCents what a unit counts in the score, whatever the offer asks
 * @param distance steps between both places, as {@link org.ronde.matching.Place#distance} counts
 */
public record GraphArc(
    int offer,
    int need,
    int giver,
    int receiver,
    boolean wouldTake,
    long step,
    long unitValueCents,
    long referenceCents,
    int distance) {}

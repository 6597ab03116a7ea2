/**
 * Large markets: what could flow round cycles at most, at which prices, and packings made of it.
 *
 * <p>Quantities first flow in fractions over the cycles that prices find worth looking at; the
 * prices prove a bound, the flows guide a packing in whole steps. Knows the graph and its
 * candidates; companies, listings and arcs stand in arrays here. Decides nothing by the clock.
 */
@NullMarked
package org.ronde.matching.flows;

import org.jspecify.annotations.NullMarked;

/**
 * Candidate cycles up to a length: walks that close, quantities that fit, values that balance.
 *
 * <p>Reads the graph and never changes it. A candidate respects each limit of each company in it;
 * whether candidates go together is not asked here. The order is canonical, and what a limit left
 * out is reported.
 */
@NullMarked
package org.ronde.matching.cycles;

import org.jspecify.annotations.NullMarked;

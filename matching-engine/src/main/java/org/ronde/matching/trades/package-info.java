/**
 * Cycles of any length: as many trades as there can be, proved, by circulation.
 *
 * <p>Who takes what is an assignment of items to items, where an item that nobody gives stays with
 * its own. Of all best assignments those are kept that the list's priorities like, then one that
 * serves many users. Knows want lists and plain graphs, not quantities, values or lengths.
 */
@NullMarked
package org.ronde.matching.trades;

import org.jspecify.annotations.NullMarked;

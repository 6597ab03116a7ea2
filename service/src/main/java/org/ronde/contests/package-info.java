/**
 * Contests: rules, entrants, freeze, sealed entries, result, draw, prizes.
 *
 * <p>Counts what the ledger tells it and writes no points. Entry is free and nothing bought or
 * traded counts; rules do not change once published; while a board is frozen no path shows more
 * than another; the clock is the database's.
 */
@NullMarked
package org.ronde.contests;

import org.jspecify.annotations.NullMarked;

/**
 * Contests: rules, entrants, freeze, sealed entries, result, draw, prizes.
 *
 * <p>Counts what the ledger tells it and writes no points. Entry is free and nothing bought or
 * traded counts; rules do not change once published; while a board is frozen no path shows more
 * than another; the clock is the database's.
 *
 * <p>Objections to a result are answered here and not at the common desk of {@code disputes}: they
 * have no other side but the organiser, who is often the only officer and may not judge a dispute
 * that is theirs, and every one of them, with no appeal, holds back the one final result.
 */
@NullMarked
package org.ronde.contests;

import org.jspecify.annotations.NullMarked;

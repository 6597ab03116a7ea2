/**
 * The points ledger, appended to and never changed, and the boards that follow it within two
 * seconds. The only writer of points.
 *
 * <p>{@link org.ronde.points.Points} writes: an award is counted by the rules of {@link
 * org.ronde.points.Scoring} and what was wrong is taken back by another entry, so that what a
 * member has is always what their standing awards are worth, whatever the order they came in.
 * {@link org.ronde.points.Scorekeeper} alone chains entries and moves boards; {@link
 * org.ronde.points.Boards} reads them. Names, friends and contests are asked of whoever the
 * application plugs in. Points never become money, credit or a gift.
 */
@NullMarked
package org.ronde.points;

import org.jspecify.annotations.NullMarked;

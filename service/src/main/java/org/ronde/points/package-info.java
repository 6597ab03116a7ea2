/**
 * The points ledger, appended to and never changed, and the boards that follow it. The only writer
 * of points.
 */
@NullMarked
package org.ronde.points;

import org.jspecify.annotations.NullMarked;

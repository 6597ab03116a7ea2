/** Contests: rules, entrants, freeze, sealed entries, result, draw, prizes. */
@NullMarked
package org.ronde.contests;

import org.jspecify.annotations.NullMarked;

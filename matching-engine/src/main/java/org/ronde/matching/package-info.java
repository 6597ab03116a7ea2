/**
 * Market in, packing out: the records and the one interface that the rest of Ronde may see.
 *
 * <p>Arithmetic only: no HTTP, SQL, JSON, files or clock of its own outside {@code io}. The same
 * market, limits, seed and steps give the same packing.
 */
@NullMarked
package org.ronde.matching;

import org.jspecify.annotations.NullMarked;

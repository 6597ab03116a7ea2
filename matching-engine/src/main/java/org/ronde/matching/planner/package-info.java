/**
 * The engine behind {@link org.ronde.matching.Matcher}: runs the phases and improves by exact
 * repairs and local search.
 *
 * <p>The only package that knows OptaPlanner. Chance comes from the seed, limits count steps; the
 * clock only guards, and its stroke is recorded. Never worse than the greedy packing it starts
 * from.
 */
@NullMarked
package org.ronde.matching.planner;

import org.jspecify.annotations.NullMarked;

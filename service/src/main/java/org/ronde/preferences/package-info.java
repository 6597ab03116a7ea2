/**
 * What a company would take and within which limits: ticks on candidate offers, longest cycle,
 * tolerance, top-up, companies it will not deal with.
 *
 * <p>Asks listings and members, and turns all three into the engine's market. What one company
 * prefers is never shown to another: whatever a company sees here is computed without the
 * exclusions and ticks of the others, so that not even an absence tells.
 */
@NullMarked
package org.ronde.preferences;

import org.jspecify.annotations.NullMarked;

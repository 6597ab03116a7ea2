/**
 * Packings of cycles that share no vertex, by column generation: proved bounds, and packings that
 * reach them.
 *
 * <p>The relaxed problem holds few cycles and asks for more by price; when none is left that would
 * gain, its value bounds every packing. A dive then rounds it to a packing, and what is missing is
 * searched for near the relaxed prices. Knows vertices and lengths, not quantities.
 */
@NullMarked
package org.ronde.matching.columns;

import org.jspecify.annotations.NullMarked;

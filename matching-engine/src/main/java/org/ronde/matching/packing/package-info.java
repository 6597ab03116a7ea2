/**
 * Which candidates go together: packings built greedily, packings proved best, and their checker.
 *
 * <p>The packers see rows with capacities and columns that use them, so that market cycles and
 * kidney cycles are packed by the same code. The checker shares no code with them: it reads the
 * market and the packing alone.
 */
@NullMarked
package org.ronde.matching.packing;

import org.jspecify.annotations.NullMarked;

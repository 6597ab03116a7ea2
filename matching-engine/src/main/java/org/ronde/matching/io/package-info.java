/**
 * Files in, results out: the formats and the command line.
 *
 * <p>The only package of the engine that touches files, JSON, the clock and the system. A file that
 * breaks its format is refused with the line and the reason; nothing is guessed. Decides nothing
 * about cycles.
 */
@NullMarked
package org.ronde.matching.io;

import org.jspecify.annotations.NullMarked;

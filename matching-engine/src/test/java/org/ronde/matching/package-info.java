/** Tests of the engine: markets told in words, and what must come of them. */
@NullMarked
package org.ronde.matching;

import org.jspecify.annotations.NullMarked;

/** Tests of the room of the same name. */
@NullMarked
package org.ronde.matching.cycles;

import org.jspecify.annotations.NullMarked;

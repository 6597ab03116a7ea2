/** Tests of the room of the same name. */
@NullMarked
package org.ronde.matching.packing;

import org.jspecify.annotations.NullMarked;

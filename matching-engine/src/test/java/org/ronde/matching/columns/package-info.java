/** Tests of the room of the same name. */
@NullMarked
package org.ronde.matching.columns;

import org.jspecify.annotations.NullMarked;

/** Tests of the room of the same name. */
@NullMarked
package org.ronde.matching.trades;

import org.jspecify.annotations.NullMarked;

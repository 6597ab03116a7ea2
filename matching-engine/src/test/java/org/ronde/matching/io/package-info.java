/** Tests of the room of the same name. */
@NullMarked
package org.ronde.matching.io;

import org.jspecify.annotations.NullMarked;

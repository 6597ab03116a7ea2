/** Tests of the room of the same name. */
@NullMarked
package org.ronde.matching.solvers;

import org.jspecify.annotations.NullMarked;

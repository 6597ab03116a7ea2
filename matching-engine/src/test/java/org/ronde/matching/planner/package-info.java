/** Tests of the room of the same name. */
@NullMarked
package org.ronde.matching.planner;

import org.jspecify.annotations.NullMarked;

/** Tests of the room of the same name. */
@NullMarked
package org.ronde.matching.graph;

import org.jspecify.annotations.NullMarked;

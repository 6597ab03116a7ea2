/** Tests of the room of the same name. */
@NullMarked
package org.ronde.matching.flows;

import org.jspecify.annotations.NullMarked;

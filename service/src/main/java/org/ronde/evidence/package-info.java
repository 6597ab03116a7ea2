/** Proofs of what members did, the people to be seen in them, and who may see them. */
@NullMarked
package org.ronde.evidence;

import org.jspecify.annotations.NullMarked;

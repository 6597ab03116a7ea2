/**
 * Proofs of what members did, the people to be seen in them, and who may see them.
 *
 * <p>A proof is seen by its owner, by those named as its viewers and by operators, until its owner
 * shows it to more. Then everybody in a picture is blurred until they agreed, and minors always.
 * Nothing a camera noted beside the picture (place, device, owner) is ever kept. What was removed
 * leaves its hash and the decisions about it.
 */
@NullMarked
package org.ronde.evidence;

import org.jspecify.annotations.NullMarked;

/**
 * A member’s page, friends, and the stream of what happens around them with applause and comments.
 */
@NullMarked
package org.ronde.social;

import org.jspecify.annotations.NullMarked;

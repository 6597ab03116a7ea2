/**
 * A member’s page, friends, and the stream of what happens around them with applause and comments.
 *
 * <p>Everything a member shows of themselves has an audience of its own: nobody, members, or all.
 * The stream tells what was done, never how many points it brought: those may be veiled while a
 * contest is frozen, and they are nobody’s measure of somebody else.
 */
@NullMarked
package org.ronde.social;

import org.jspecify.annotations.NullMarked;

/** Challenges from launch to award: terms, answers, attempts, validation. */
@NullMarked
package org.ronde.challenges;

import org.jspecify.annotations.NullMarked;

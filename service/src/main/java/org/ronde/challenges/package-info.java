/**
 * Challenges from launch to award: terms, answers, attempts, validation.
 *
 * <p>Asks activities what is safe and plausible, evidence to keep proofs, points to write awards
 * and the desk to settle a disagreement. Terms that somebody accepted never change under them; an
 * act counts by when it was done, never by when its proof or validation arrived; nobody vouches for
 * themselves.
 */
@NullMarked
package org.ronde.challenges;

import org.jspecify.annotations.NullMarked;

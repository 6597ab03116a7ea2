/**
 * RONDE-DRAW-1: a draw that anybody can check. Arithmetic alone: no database, no page, no clock.
 *
 * <p>Entries are sealed by the root of a Merkle tree before the randomness exists; every ticket is
 * one SHA-256, the smallest wins. {@link org.ronde.contests.draw.Beacon} is the only class that
 * uses the BLS library. What is hashed, byte by byte, is told in {@code docs/draw.md}.
 */
@NullMarked
package org.ronde.contests.draw;

import org.jspecify.annotations.NullMarked;

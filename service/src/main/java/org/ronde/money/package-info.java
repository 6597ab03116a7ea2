/**
 * Amounts: whole cents and a currency.
 *
 * <p>Values only. Nothing here rounds unless its name says so; a rate or a price per unit is the
 * business of the room that owns it.
 */
@NullMarked
package org.ronde.money;

import org.jspecify.annotations.NullMarked;

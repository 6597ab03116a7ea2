/**
 * Offers and needs: what companies give and look for, every revision of it, and how much is left.
 *
 * <p>Asks members who may publish. Quantities are promised here and nowhere else: a firm hold is a
 * guarded update of all listings or of none.
 */
@NullMarked
package org.ronde.listings;

import org.jspecify.annotations.NullMarked;

/**
 * Exchanges: what two to n companies agreed, leg by leg, from the agreement to the last receipt.
 *
 * <p>Asks listings to hold, release and deliver quantities. Terms are those of the agreement; a
 * later edit of a listing changes nothing here.
 */
@NullMarked
package org.ronde.exchanges;

import org.jspecify.annotations.NullMarked;

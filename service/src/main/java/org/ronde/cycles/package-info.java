/**
 * Clearings, the cycles they propose, and the companies' decisions on them.
 *
 * <p>Asks preferences for the market, adds what past decisions say of each company, and asks the
 * engine for a packing; when the last company accepts, an exchange is opened in the same
 * transaction, all legs or none. Deadlines are judged by the database's clock, after the cycle's
 * row is locked.
 */
@NullMarked
package org.ronde.cycles;

import org.jspecify.annotations.NullMarked;

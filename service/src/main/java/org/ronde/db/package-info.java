/**
 * The database: its settings, the one way to open a transaction, migrations, the embedded server.
 *
 * <p>Asks nothing of any room. {@link org.ronde.db.Transactions} alone opens transactions; a call
 * inside one joins it. No SQL about companies, listings or cycles lives here.
 */
@NullMarked
package org.ronde.db;

import org.jspecify.annotations.NullMarked;

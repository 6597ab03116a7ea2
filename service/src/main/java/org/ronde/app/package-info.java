/**
 * The wiring: reads the configuration, opens the database, builds every room, plugs listeners and
 * resources in, and offers the commands.
 *
 * <p>May see everything and is seen by nothing. Decides nothing about barter.
 */
@NullMarked
package org.ronde.app;

import org.jspecify.annotations.NullMarked;

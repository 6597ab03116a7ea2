/**
 * Work in the background: what is due runs once across all nodes, and runs again when its node
 * died.
 *
 * <p>Rooms hand in what to do and how often; this room knows when and where. A job does its work
 * through a door and survives being run twice.
 */
@NullMarked
package org.ronde.jobs;

import org.jspecify.annotations.NullMarked;

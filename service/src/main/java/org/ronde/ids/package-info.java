/**
 * Identifiers, each its own type: UUIDv7, 36 characters outside, 16 bytes in the database.
 *
 * <p>Values only: JDK and nothing else, but for the generator. Rights never rest on knowing an id.
 */
@NullMarked
package org.ronde.ids;

import org.jspecify.annotations.NullMarked;

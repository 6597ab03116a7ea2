/**
 * Stored files: kept in the database in pieces, so that they commit and vanish with what they
 * belong to, and sent to browsers whole or in part.
 *
 * <p>Knows nothing of what a file shows or who may see it: the room that keeps a file decides.
 */
@NullMarked
package org.ronde.files;

import org.jspecify.annotations.NullMarked;

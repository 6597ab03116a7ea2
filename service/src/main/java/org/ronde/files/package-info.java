/**
 * Stored files and pictures: kept in the database in pieces, so that they commit and vanish with
 * what they belong to.
 */
@NullMarked
package org.ronde.files;

import org.jspecify.annotations.NullMarked;

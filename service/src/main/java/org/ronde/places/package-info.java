/**
 * Where on earth: towns of the whole world with their position and time zone. A member is never
 * placed more exactly than by a town.
 */
@NullMarked
package org.ronde.places;

import org.jspecify.annotations.NullMarked;

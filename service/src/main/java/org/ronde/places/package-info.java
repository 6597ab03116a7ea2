/** Where on earth: towns of the whole world with their position and time zone. */
@NullMarked
package org.ronde.places;

import org.jspecify.annotations.NullMarked;

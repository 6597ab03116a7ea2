/**
 * The catalogue of what members do, who does it where and when, and who could join them. It asks
 * places where a town lies, and tells members by notices; challenges, points and boards ask it what
 * an activity is. Nobody is shown who does not wish it, nor more exactly than by a town; dangerous
 * ideas stop here, before anybody tries them.
 */
@NullMarked
package org.ronde.activities;

import org.jspecify.annotations.NullMarked;

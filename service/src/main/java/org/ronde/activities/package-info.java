/** The catalogue of what members do, who does it where and when, and who could join them. */
@NullMarked
package org.ronde.activities;

import org.jspecify.annotations.NullMarked;

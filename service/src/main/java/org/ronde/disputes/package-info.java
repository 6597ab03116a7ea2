/**
 * The one desk: complaints with talk, decision and one appeal; reports of what should not be shown.
 */
@NullMarked
package org.ronde.disputes;

import org.jspecify.annotations.NullMarked;

/**
 * The edge to browsers and API clients: who asks, pages, forms, problems, limits.
 *
 * <p>Knows no room. Rooms hand it views, refusals and resources; what it needs to know of them (who
 * is signed in, how many notices are unread) it asks through small interfaces that {@code app}
 * plugs in. Nothing changes on GET.
 */
@NullMarked
package org.ronde.http;

import org.jspecify.annotations.NullMarked;

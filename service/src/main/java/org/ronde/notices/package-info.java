/**
 * What members are told: a notice on their page and a mail, in their language.
 *
 * <p>Any room may tell; this room knows members only. A notice is written in the transaction that
 * gives the reason, so work that is rolled back tells nothing. Facts are kept, not texts: each
 * reader gets them in the language they read at the moment.
 */
@NullMarked
package org.ronde.notices;

import org.jspecify.annotations.NullMarked;

/**
 * Companies, their people, vetting, roles, sign-in and plans: who may do what.
 *
 * <p>Asks the edges only. What a room below may want to know (a company approved, an address to
 * confirm) it tells through {@link org.ronde.members.CompanyListener}. No answer here reveals
 * whether an account exists.
 */
@NullMarked
package org.ronde.members;

import org.jspecify.annotations.NullMarked;

/**
 * Linear and integer programs, solved by OR-Tools where its natives load and by plain Java where
 * they do not.
 *
 * <p>The only package that knows OR-Tools. Knows columns over rows of capacity 1, nothing of cycles
 * or companies. Limits are counts; the same program gives the same answer.
 */
@NullMarked
package org.ronde.matching.solvers;

import org.jspecify.annotations.NullMarked;

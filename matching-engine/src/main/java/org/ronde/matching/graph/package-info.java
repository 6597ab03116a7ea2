/**
 * Which offer meets which need: built once from a market, then frozen.
 *
 * <p>Knows the market's records and nothing above. Everything is sorted by id on the way in, so
 * that no later choice depends on the order in which a market was told. No cycle is sought here.
 */
@NullMarked
package org.ronde.matching.graph;

import org.jspecify.annotations.NullMarked;

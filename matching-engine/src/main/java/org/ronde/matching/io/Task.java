package org.ronde.matching.io;

import org.ronde.matching.Limits;

/**
 * One file to solve, and what may be spent on it.
 *
 * @param cycleLengthMax 0 for cycles of any length
 * @param limits all others; their length is that of a market
 * @param threads most at once
 */
record Task(Input input, Instances.Format format, int cycleLengthMax, Limits limits, int threads) {}

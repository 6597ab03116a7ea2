package org.ronde.matching;

/**
 * Makes a run repeatable by anyone: the market as a file, and a manifest of what came out.
 *
 * <p>Who has both runs {@code ronde-match replay MANIFEST MARKET} and learns whether the packing
 * comes out the same. Store them as they are: the manifest holds the market's hash and seals
 * itself.
 */
public interface Sealer {
  /** The market as JSON, as {@code docs/market-format.md} describes it; UTF-8. */
  byte[] file(Market market);

  /**
   * The manifest of one run: limits, seed, versions, and the hashes of market and packing; JSON.
   *
   * @param packing what a {@link Matcher} made of just this market within just these limits
   */
  String manifest(Market market, Limits limits, Packing packing);
}

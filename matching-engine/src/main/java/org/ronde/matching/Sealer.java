package org.ronde.matching;

/**
 * Makes a run repeatable by anyone: the market as a file, and a manifest of what came out.
 *
 * <p>Who has both runs {@code ronde-match replay MANIFEST MARKET} and learns whether the packing
 * comes out the same. Store them as they are: the manifest holds the market's hash and seals
 * itself.
 */
public interface Sealer {
  /**
   * What lets others repeat a run.
   *
   * @param market as JSON, as {@code docs/market-format.md} describes it; UTF-8
   * @param manifest limits, seed, versions, and the hashes of market and packing; JSON
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once, and nobody compares two of them.
  record Sealed(byte[] market, String manifest) {}

  /**
   * Seals one run.
   *
   * @param packing what a {@link Matcher} made of just this market within just these limits
   */
  Sealed seal(Market market, Limits limits, Packing packing);
}

package org.ronde.matching;

/** How willing the receiver is: said yes beforehand, will be asked, or said never. */
public enum ArcKind {
  WOULD_TAKE,
  ASK,
  /** Fits by the listings, but the receiver ruled it out: counted, never used. */
  NEVER
}

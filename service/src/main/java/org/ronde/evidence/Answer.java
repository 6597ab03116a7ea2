package org.ronde.evidence;

/** What somebody in a picture says to being shown; it can be changed at any time. */
public enum Answer {
  /** Show me. Minors stay blurred all the same. */
  YES,
  /** Show the picture with me made unrecognisable. */
  BLUR,
  /** Show the picture to nobody beyond those who check the proof. */
  REMOVE
}

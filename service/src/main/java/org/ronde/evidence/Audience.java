package org.ronde.evidence;

/** Who may see a proof, beside its owner and operators. */
public enum Audience {
  /** Those who were named: opponent, referee, witnesses. */
  PARTIES,
  /** Every member. */
  MEMBERS,
  /** Everybody, people in pictures blurred until they agreed. */
  PUBLIC
}

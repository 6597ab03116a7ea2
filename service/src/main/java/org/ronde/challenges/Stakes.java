package org.ronde.challenges;

/**
 * Whether something can be won by an attempt beside points: said by contests, plugged in by {@code
 * app}. Then silence is not taken for a yes.
 */
@FunctionalInterface
public interface Stakes {
  boolean prizeAtStake(AttemptFacts facts);
}

package org.ronde.exchanges;

/**
 * Where a leg is: agreed, on its way, arrived. What arrives without having been marked as sent has
 * arrived all the same.
 */
public enum LegState {
  AGREED,
  SENT,
  RECEIVED;

  /** The whole table of allowed moves. */
  public boolean mayBecome(LegState next) {
    return switch (this) {
      case AGREED -> next == SENT || next == RECEIVED;
      case SENT -> next == RECEIVED;
      case RECEIVED -> false;
    };
  }
}

package org.ronde.activities;

import java.util.List;

/** How well a member says they play; the number is stored. */
public enum Level {
  BEGINNER,
  REGULAR,
  EXPERIENCED,
  EXPERT;

  /** 1 to 4. */
  public int number() {
    return List.of(values()).indexOf(this) + 1;
  }

  static Level of(int number) {
    return values()[number - 1];
  }
}

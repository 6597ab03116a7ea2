package org.ronde.points;

/** Who vouched for an act. The order is the strength; the number is written to the ledger. */
public enum ValidationLevel {
  /** L0: the doer alone. */
  SELF(0),
  /** L1: the opponent or a named referee. */
  OPPONENT(1),
  /** L2: two unrelated witnesses, or the papers of an exchange. */
  WITNESSES(2),
  /** L4: an officer of the house. (L3, a drawn jury, does not exist yet.) */
  OFFICER(4);

  private final int number;

  ValidationLevel(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  static ValidationLevel of(int number) {
    for (ValidationLevel level : values()) {
      if (level.number == number) {
        return level;
      }
    }
    throw new IllegalArgumentException("There is no validation level %d.".formatted(number));
  }
}

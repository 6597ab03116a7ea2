package org.ronde.matching;

/** How far from its place a listing is of use; an arc needs the consent of both ends. */
public enum Reach {
  /** The same département of the same region. */
  DEPARTEMENT,
  /** The same region. */
  REGION,
  /** The same country. */
  COUNTRY;

  /** Whether a listing at {@code here} reaches {@code there}. */
  public boolean covers(Place here, Place there) {
    return switch (this) {
      case DEPARTEMENT -> here.equals(there);
      case REGION -> here.country().equals(there.country()) && here.region().equals(there.region());
      case COUNTRY -> here.country().equals(there.country());
    };
  }
}

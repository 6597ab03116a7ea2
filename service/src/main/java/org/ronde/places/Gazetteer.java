package org.ronde.places;

import java.util.List;
import java.util.Optional;

/** Knows the towns of the world. Thread-safe; loaded once. */
public final class Gazetteer {
  /** Reads the towns that come with Ronde. */
  public static Gazetteer load() {
    throw new UnsupportedOperationException();
  }

  /** The town with this code. */
  public Optional<Place> find(String code) {
    throw new UnsupportedOperationException();
  }

  /**
   * Towns whose name starts with or contains the text, accents and case ignored; big ones first.
   */
  public List<Place> search(String text, int max) {
    throw new UnsupportedOperationException();
  }

  /** The town nearest to a position in degrees. */
  public Place nearest(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** Kilometres between two towns along the great circle, rounded. */
  public static int kilometres(Place a, Place b) {
    throw new UnsupportedOperationException();
  }
}

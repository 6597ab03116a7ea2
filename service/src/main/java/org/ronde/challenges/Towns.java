package org.ronde.challenges;

import java.util.List;
import java.util.Optional;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;

/** What this room asks of the gazetteer. */
public interface Towns {
  Optional<Place> find(String code);

  List<Place> search(String text, int max);

  /** Kilometres between two towns, rounded. */
  int kilometres(Place a, Place b);

  /** Asks the gazetteer. */
  static Towns of(Gazetteer gazetteer) {
    return new Towns() {
      @Override
      public Optional<Place> find(String code) {
        return gazetteer.find(code);
      }

      @Override
      public List<Place> search(String text, int max) {
        return gazetteer.search(text, max);
      }

      @Override
      public int kilometres(Place a, Place b) {
        return Gazetteer.kilometres(a, b);
      }
    };
  }
}

package org.ronde.evidence;

import java.util.Optional;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;

/** The one thing this room asks of places: what a town is called. */
public interface Towns {
  Optional<String> findName(String code);

  static Towns of(Gazetteer gazetteer) {
    return code -> gazetteer.find(code).map(Place::name);
  }
}

package org.ronde.matching.io;

import java.util.List;
import org.ronde.matching.graph.Digraph;

/**
 * A graph whose vertex i is called {@code firstId + i} in its file.
 *
 * @param notes what the file holds and nobody here uses
 */
record GraphInstance(Digraph graph, int firstId, List<String> notes) {
  GraphInstance {
    notes = List.copyOf(notes);
  }
}

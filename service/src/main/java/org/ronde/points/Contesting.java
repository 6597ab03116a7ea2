package org.ronde.points;

import java.util.List;

/** What contests have to say about an entry. Declared here, plugged in by the application. */
public interface Contesting {
  /** No contest runs. */
  Contesting NONE =
      new Contesting() {
        @Override
        public List<BoardKey> boards(Entry entry) {
          return List.of();
        }

        @Override
        public boolean veiled(Entry entry) {
          return false;
        }
      };

  /** The contest boards that count this entry: its member entered, its time lies in the window. */
  List<BoardKey> boards(Entry entry);

  /**
   * Whether the entry must stay out of every board, sum and stream that others may read, because it
   * counts for a contest whose scoreboard is frozen. It is applied when the contest is revealed.
   */
  boolean veiled(Entry entry);
}

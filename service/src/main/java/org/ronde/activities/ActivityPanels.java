package org.ronde.activities;

import java.util.List;

/**
 * What other rooms show of an activity: its gallery, its leaderboard, its open challenges. Declared
 * here, plugged in by the application.
 */
public interface ActivityPanels {
  /** No other room. */
  ActivityPanels NONE = activity -> List.of();

  /**
   * A way from an activity's page to another room's.
   *
   * @param word key of the message that the link says; it takes no arguments
   * @param path a page of ours
   */
  record Panel(String word, String path) {}

  /** The ways from this activity, in the order to show them. */
  List<Panel> of(Activity activity);
}

package org.ronde.disputes;

import java.util.Optional;
import java.util.UUID;
import org.ronde.http.Actor;
import org.ronde.ids.MemberId;

/** A kind of thing that can be reported. Implemented by its room, plugged in by the application. */
public interface Reportable {
  /**
   * What the desk must know of it.
   *
   * @param title for the desk's list and for notices; cut at 200 characters
   * @param path the page of ours that shows it
   * @param author who is told when it is hidden, and may ask for a second look
   */
  record Content(String title, String path, MemberId author) {}

  /** The thing, when it exists and this actor may see it. */
  Optional<Content> content(Actor actor, UUID id);

  /**
   * Hides it from everybody but its author and officers, in the desk's transaction.
   *
   * @param officer who decided so; somebody else looks the second time
   */
  void hide(UUID id, MemberId officer);

  /** Shows it again. */
  void restore(UUID id);
}

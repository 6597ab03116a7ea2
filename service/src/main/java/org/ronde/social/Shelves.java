package org.ronde.social;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.MemberId;

/** What the other rooms put on a member's page. Plugged in by the application. */
public interface Shelves {
  /**
   * One thing to show.
   *
   * @param path the page of ours behind it, or empty
   * @param image a picture of ours, or null; {@code alt} says what it shows
   */
  record Card(String title, String detail, String path, @Nullable String image, String alt) {}

  /** The points of one month, the oldest month first: {@code 2026-11}. */
  record Month(String month, long points) {}

  /** What a part of the page shows to this reader; who asks is allowed to see the part. */
  List<Card> cards(Profile.Part part, @Nullable Actor reader, MemberId member, Locale locale);

  /** Whether the reader may dare the member to anything at all. */
  boolean mayDare(Actor reader, MemberId member);

  /** Points of the last twelve months as this reader may know them. */
  List<Month> months(@Nullable Actor reader, MemberId member);
}

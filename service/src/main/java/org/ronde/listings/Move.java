package org.ronde.listings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.ronde.http.Actor;
import org.ronde.ids.ListingId;

/** What a company may do to a listing without new terms, by the noun that stands in its address. */
public enum Move {
  PUBLICATIONS(Listings::publish, "listings.flash.published"),
  PAUSES(Listings::pause, "listings.flash.paused"),
  WITHDRAWALS(Listings::withdraw, "listings.flash.withdrawn"),
  RENEWALS(Listings::renew, "listings.flash.renewed");

  /** The nouns as a pattern for addresses. */
  static final String NOUNS = "publications|pauses|withdrawals|renewals";

  private interface Act {
    Listing of(Listings listings, Actor actor, ListingId id);
  }

  @SuppressWarnings("ImmutableEnumChecker") // The door's own methods: nothing in them changes.
  private final Act act;

  private final String flash;

  Move(Act act, String flash) {
    this.act = act;
    this.flash = flash;
  }

  /** Reads a noun; one of {@link #NOUNS}, for no other address leads here. */
  public static Move fromString(String noun) {
    return Arrays.stream(values())
        .filter(move -> move.noun().equals(noun))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'%s' is no move.".formatted(noun)));
  }

  /** As it stands in an address. */
  @JsonValue
  String noun() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Makes the move; refuses as the door's method of its name does. */
  Listing of(Listings listings, Actor actor, ListingId id) {
    return act.of(listings, actor, id);
  }

  /** What is said when it is done. */
  String flash() {
    return flash;
  }
}

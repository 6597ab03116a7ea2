package org.ronde.listings;

import org.ronde.ids.ListingId;

/** A quantity of one listing, promised on the terms of one revision. */
public record Hold(ListingId listing, int revision, long quantity) {
  public Hold {
    if (quantity <= 0) {
      throw new IllegalArgumentException("A hold of %d units holds nothing.".formatted(quantity));
    }
  }
}

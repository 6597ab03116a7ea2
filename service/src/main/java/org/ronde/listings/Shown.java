package org.ronde.listings;

import java.util.Locale;
import org.ronde.listings.Places.Departement;

/**
 * A listing with the words around it, in the reader's language.
 *
 * @param category name of its category; {@code group} of the category above
 * @param place name of its département; {@code region} of the region around it
 */
public record Shown(
    Listing listing,
    String company,
    String category,
    String group,
    boolean service,
    String place,
    String region) {

  static Shown of(Catalogue.Entry entry, ListingRules rules, Locale locale) {
    Listing listing = entry.listing();
    Categories.Category leaf = rules.categories().leaf(listing.category());
    Departement departement =
        rules
            .places()
            .findDepartement(listing.departement())
            .orElseThrow(
                () -> new IllegalStateException("No département " + listing.departement()));
    return new Shown(
        listing,
        entry.company(),
        leaf.name(locale),
        rules.categories().findGroup(leaf.parent()).map(g -> g.name(locale)).orElse(""),
        leaf.service(),
        departement.name(),
        departement.regionName());
  }
}

package org.ronde.listings;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Languages;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.money.Money;

/** What a listing must be like: every limit of every field, and what is said when one is broken. */
public final class ListingRules {
  static final int TITLE_MIN = 3;
  static final int TITLE_MAX = 100;
  static final int DESCRIPTION_MAX = 4000;
  static final int GROUP_MAX = 60;
  static final int SEARCH_WORDS_MAX = 16_000;
  static final long QUANTITY_MAX = 1_000_000;
  static final Money VALUE_MAX = Money.euros(10_000_000_00L);

  /** VAT rates in permille: those of France, and 6, 12 and 21 % of Belgium. */
  static final List<Integer> VAT_PERMILLES = List.of(200, 100, 85, 55, 21, 0, 60, 120, 210);

  private final Categories categories;
  private final Places places;
  private final ListingsSettings settings;

  public ListingRules(Categories categories, Places places, ListingsSettings settings) {
    this.categories = categories;
    this.places = places;
    this.settings = settings;
  }

  Categories categories() {
    return categories;
  }

  Places places() {
    return places;
  }

  ListingsSettings settings() {
    return settings;
  }

  /**
   * The terms that a draft asks for.
   *
   * @throws Refusal INVALID, naming every field that does not fit
   */
  ListingTerms terms(Listing.Side side, ListingDraft draft, LocalDate today) {
    List<Fault> faults = faults(side, draft, today);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    String category = requireNonNull(draft.category());
    return new ListingTerms(
        text(draft.title()),
        text(draft.description()),
        requireNonNull(draft.language()),
        category,
        draft.unit() == null ? categories.leaf(category).unit() : draft.unit(),
        requireNonNull(draft.quantity()),
        draft.quantityStep() == null ? 1 : draft.quantityStep(),
        requireNonNull(draft.unitValue()),
        requireNonNull(draft.vatPermille()),
        requireNonNull(draft.departement()),
        requireNonNull(draft.reach()),
        requireNonNull(draft.lastDay()),
        text(draft.oneOfGroup()).isEmpty() ? null : text(draft.oneOfGroup()));
  }

  /** Everything that is wrong with a draft, in the order of the form. */
  List<Fault> faults(Listing.Side side, ListingDraft draft, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    checkWords(draft, faults);
    checkQuantity(draft, faults);
    checkValue(draft, faults);
    checkPlaceAndTime(draft, today, faults);
    checkGroup(side, draft, faults);
    return faults;
  }

  /** What these terms are found by: their category's words first, then their own. */
  String searchWords(ListingTerms terms) {
    String words =
        SearchWords.stored(
            String.join(
                " ", categories.words(terms.category()), terms.title(), terms.description()));
    // Some single signs unfold into whole phrases, and the column ends at 65,535 bytes.
    return words.substring(0, Math.min(words.length(), SEARCH_WORDS_MAX));
  }

  private void checkWords(ListingDraft draft, List<Fault> faults) {
    int title = text(draft.title()).length();
    if (title < TITLE_MIN || title > TITLE_MAX) {
      faults.add(
          new Fault("title", "listings.fault.title", Map.of("min", TITLE_MIN, "max", TITLE_MAX)));
    }
    if (text(draft.description()).length() > DESCRIPTION_MAX) {
      faults.add(
          new Fault("description", "listings.fault.description", Map.of("max", DESCRIPTION_MAX)));
    }
    if (draft.language() == null || !Languages.known(draft.language())) {
      faults.add(Fault.of("language", "listings.fault.language"));
    }
    if (draft.category() == null || categories.findLeaf(draft.category()).isEmpty()) {
      faults.add(Fault.of("category", "listings.fault.category"));
    }
  }

  private static void checkQuantity(ListingDraft draft, List<Fault> faults) {
    Long quantity = draft.quantity();
    if (quantity == null || quantity < 1 || quantity > QUANTITY_MAX) {
      faults.add(new Fault("quantity", "listings.fault.quantity", Map.of("max", QUANTITY_MAX)));
      return;
    }
    long step = draft.quantityStep() == null ? 1 : draft.quantityStep();
    if (step < 1 || quantity % step != 0) {
      faults.add(
          new Fault("quantityStep", "listings.fault.quantityStep", Map.of("quantity", quantity)));
    }
  }

  private static void checkValue(ListingDraft draft, List<Fault> faults) {
    Money value = draft.unitValue();
    long euros = VALUE_MAX.amountCents() / 100;
    if (value == null
        || !value.currency().equals(Money.EUR)
        || value.amountCents() <= 0
        || value.compareTo(VALUE_MAX) > 0) {
      faults.add(new Fault("unitValue", "listings.fault.unitValue", Map.of("max", euros)));
    } else if (draft.quantity() != null
        && draft.quantity() > 0
        && draft.quantity() <= QUANTITY_MAX
        && value.times(draft.quantity()).compareTo(VALUE_MAX) > 0) {
      faults.add(new Fault("unitValue", "listings.fault.totalValue", Map.of("max", euros)));
    }
    if (draft.vatPermille() == null || !VAT_PERMILLES.contains(draft.vatPermille())) {
      faults.add(Fault.of("vatPermille", "listings.fault.vatPermille"));
    }
  }

  private void checkPlaceAndTime(ListingDraft draft, LocalDate today, List<Fault> faults) {
    if (draft.departement() == null || places.findDepartement(draft.departement()).isEmpty()) {
      faults.add(Fault.of("departement", "listings.fault.departement"));
    }
    if (draft.reach() == null) {
      faults.add(Fault.of("reach", "listings.fault.reach"));
    }
    LocalDate lastDay = draft.lastDay();
    if (lastDay == null
        || !lastDay.isAfter(today)
        || lastDay.isAfter(today.plusDays(settings.daysMax()))) {
      faults.add(
          new Fault("lastDay", "listings.fault.lastDay", Map.of("days", settings.daysMax())));
    }
  }

  private static void checkGroup(Listing.Side side, ListingDraft draft, List<Fault> faults) {
    String group = text(draft.oneOfGroup());
    if (side == Listing.Side.OFFER && !group.isEmpty()) {
      faults.add(Fault.of("oneOfGroup", "listings.fault.groupOfOffer"));
    } else if (group.length() > GROUP_MAX) {
      faults.add(new Fault("oneOfGroup", "listings.fault.group", Map.of("max", GROUP_MAX)));
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip().replace("\r\n", "\n");
  }
}

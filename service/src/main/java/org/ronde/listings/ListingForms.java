package org.ronde.listings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Form;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.http.Words;
import org.ronde.money.Money;

/** The form of offers and needs: what can be chosen in it, what stands in it, what was typed. */
final class ListingForms {
  private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

  private final ListingRules rules;
  private final Words words;

  ListingForms(ListingRules rules, Words words) {
    this.rules = rules;
    this.words = words;
  }

  // What can be chosen; the kit's lists take maps of "value", "text" and "options".

  List<Map<String, Object>> categories(Locale locale) {
    return rules.categories().groups().stream()
        .map(
            group ->
                Map.<String, Object>of(
                    "text",
                    group.name(locale),
                    "options",
                    rules.categories().leaves(group.code()).stream()
                        .map(leaf -> choice(leaf.code(), leaf.name(locale)))
                        .toList()))
        .toList();
  }

  List<Map<String, Object>> units(Locale locale) {
    return choices(Listing.Unit.values(), "listings.unit.", locale);
  }

  List<Map<String, Object>> reaches(Locale locale) {
    return choices(Listing.Reach.values(), "listings.reach.", locale);
  }

  List<Map<String, Object>> vatRates(Locale locale) {
    return ListingRules.VAT_PERMILLES.stream()
        .map(rate -> choice(rate.toString(), words.say(locale, "listings.vatRate", percent(rate))))
        .toList();
  }

  List<Map<String, Object>> departements() {
    return rules.places().departements().stream()
        .map(place -> choice(place.code(), place.code() + " " + place.name()))
        .toList();
  }

  /** Regions and départements in one list, for searching. */
  List<Map<String, Object>> places(Locale locale) {
    List<Map<String, Object>> regions =
        rules.places().regions().stream()
            .map(region -> choice(Search.REGION + region.code(), region.name()))
            .toList();
    return List.of(
        Map.of("text", words.say(locale, "listings.search.regions"), "options", regions),
        Map.of(
            "text", words.say(locale, "listings.search.departements"), "options", departements()));
  }

  /** Groups and their leaves in one list, for searching. */
  List<Map<String, Object>> categoriesAndGroups(Locale locale) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Categories.Category group : rules.categories().groups()) {
      List<Map<String, Object>> options = new ArrayList<>();
      options.add(
          choice(
              group.code(),
              words.say(locale, "listings.search.wholeGroup", Map.of("name", group.name(locale)))));
      rules
          .categories()
          .leaves(group.code())
          .forEach(leaf -> options.add(choice(leaf.code(), leaf.name(locale))));
      all.add(Map.of("text", group.name(locale), "options", options));
    }
    return all;
  }

  <E extends Enum<E>> List<Map<String, Object>> choices(E[] values, String keys, Locale locale) {
    return Arrays.stream(values)
        .map(value -> choice(value.name(), words.say(locale, keys + value.name())))
        .toList();
  }

  static Map<String, Object> choice(String value, String text) {
    return Map.of("value", value, "text", text);
  }

  private static Map<String, Object> percent(int permille) {
    return Map.of("rate", BigDecimal.valueOf(permille, 1));
  }

  // What stands in it

  /** A new form, with what most companies would choose. */
  Form blank(LocalDate today, Locale locale) {
    return Form.empty()
        .preset("language", locale.getLanguage())
        .preset("quantity", 1)
        .preset("quantityStep", 1)
        .preset("vatPermille", ListingRules.VAT_PERMILLES.get(0))
        .preset("reach", Listing.Reach.REGION)
        .preset("lastDay", today.plusDays(rules.settings().daysDefault()));
  }

  Form of(Listing listing, Locale locale) {
    return Form.empty()
        .preset("revision", listing.revision())
        .preset("title", listing.title())
        .preset("description", listing.description())
        .preset("language", listing.language())
        .preset("category", listing.category())
        .preset("unit", listing.unit())
        .preset("quantity", listing.quantity())
        .preset("quantityStep", listing.quantityStep())
        .preset("unitValue", euros(listing.unitValue(), locale))
        .preset("vatPermille", listing.vatPermille())
        .preset("departement", listing.departement())
        .preset("reach", listing.reach())
        .preset("lastDay", listing.lastDay())
        .preset("oneOfGroup", listing.oneOfGroup());
  }

  private static String euros(Money money, Locale locale) {
    String plain = BigDecimal.valueOf(money.amountCents(), 2).toPlainString();
    return locale.getLanguage().equals("fr") ? plain.replace('.', ',') : plain;
  }

  // What was typed

  /**
   * The draft that was typed.
   *
   * @param judge says what is wrong with a draft beyond what cannot be read
   * @throws Refusal INVALID with everything that is wrong, when something cannot be read
   */
  ListingDraft read(Form form, Function<ListingDraft, List<Fault>> judge) {
    List<Fault> unread = new ArrayList<>();
    ListingDraft draft = draft(form, unread);
    if (unread.isEmpty()) {
      return draft;
    }
    Set<String> fields = new HashSet<>();
    List<Fault> all = new ArrayList<>(unread);
    unread.forEach(fault -> fields.add(fault.field()));
    judge.apply(draft).stream().filter(fault -> !fields.contains(fault.field())).forEach(all::add);
    throw Refusal.invalid(all);
  }

  private static ListingDraft draft(Form form, List<Fault> unread) {
    return new ListingDraft(
        form.value("title"),
        form.value("description"),
        form.value("language"),
        form.value("category"),
        constant(form, "unit", Listing.Unit.class, unread),
        whole(form, "quantity", unread),
        whole(form, "quantityStep", unread),
        money(form, unread),
        permille(form),
        form.value("departement"),
        constant(form, "reach", Listing.Reach.class, unread),
        day(form, unread),
        form.findText("newGroup").or(() -> form.findText("oneOfGroup")).orElse(null));
  }

  private static <E extends Enum<E>> @Nullable E constant(
      Form form, String field, Class<E> type, List<Fault> unread) {
    String value = form.value(field);
    Map<String, E> known =
        Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, c -> c));
    if (!value.isEmpty() && !known.containsKey(value)) {
      unread.add(Fault.of(field, "listings.fault.choice"));
    }
    return known.get(value);
  }

  private static @Nullable Long whole(Form form, String field, List<Fault> unread) {
    Optional<String> text = form.findText(field);
    if (text.isEmpty()) {
      return null;
    }
    OptionalLong number = TypedAmounts.findWhole(text.get());
    if (number.isEmpty()) {
      unread.add(new Fault(field, "listings.fault.whole", Map.of("typed", text.get())));
      return null;
    }
    return number.getAsLong();
  }

  private static @Nullable Money money(Form form, List<Fault> unread) {
    Optional<String> text = form.findText("unitValue");
    Optional<Money> money = text.flatMap(TypedAmounts::findMoney);
    if (text.isPresent() && money.isEmpty()) {
      unread.add(new Fault("unitValue", "listings.fault.money", Map.of("typed", text.get())));
    }
    return money.orElse(null);
  }

  private static @Nullable Integer permille(Form form) {
    OptionalLong permille = TypedAmounts.findWhole(form.value("vatPermille"));
    return permille.isPresent() && permille.getAsLong() <= 1000
        ? Integer.valueOf((int) permille.getAsLong())
        : null;
  }

  private static @Nullable LocalDate day(Form form, List<Fault> unread) {
    Optional<String> text = form.findText("lastDay");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return text.get().contains("/")
          ? LocalDate.parse(text.get(), FRENCH_DAY)
          : LocalDate.parse(text.get());
    } catch (DateTimeParseException e) {
      unread.add(new Fault("lastDay", "listings.fault.day", Map.of("typed", text.get())));
      return null;
    }
  }
}

package org.ronde.listings;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Refusal.Fault;
import org.ronde.money.Money;

/**
 * What somebody looks for in the catalogue. All of it stands in the address of the page, so that it
 * can be kept and sent: {@code /catalogue?q=site&side=OFFER&region=76&sort=VALUE}.
 *
 * @param q words, each of which must be found; may be empty
 * @param category code of a leaf or of a first-level category
 * @param place a département's code, or {@code region:} and a region's
 * @param reach at least that far
 * @param valueMax at most this much for one unit, excluding VAT
 * @param page from 1
 */
public record Search(
    String q,
    Listing.@Nullable Side side,
    @Nullable Kind kind,
    @Nullable String category,
    @Nullable String place,
    Listing.@Nullable Reach reach,
    @Nullable Money valueMax,
    Sort sort,
    int page) {
  static final int WORDS_MAX = 8;
  static final int Q_MAX = 200;
  static final int PAGE_MAX = 10_000;
  static final String REGION = "region:";

  /** Goods or services. */
  public enum Kind {
    GOODS,
    SERVICE
  }

  /** What comes first. */
  public enum Sort {
    NEWEST,
    ENDING,
    VALUE
  }

  /** What can be let go of when nothing is found; each is a parameter of the address. */
  public enum Filter {
    Q,
    SIDE,
    KIND,
    CATEGORY,
    PLACE,
    REACH,
    VALUE_MAX;

    /** The parameter's name. */
    public String parameter() {
      return this == VALUE_MAX ? "valueMax" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** Everything, the newest first. */
  public static Search all() {
    return new Search("", null, null, null, null, null, null, Sort.NEWEST, 1);
  }

  /**
   * Reads the parameters of an address. What cannot be read is left out and reported: a page shows
   * the rest, the API refuses.
   */
  static Search read(
      Map<String, String> parameters, Categories categories, Places places, List<Fault> faults) {
    Reader reader = new Reader(parameters, faults);
    return new Search(
        reader.text("q").map(q -> q.substring(0, Math.min(q.length(), Q_MAX))).orElse(""),
        reader.constant("side", Listing.Side.class),
        reader.constant("kind", Kind.class),
        reader.known("category", code -> !categories.below(code).isEmpty()),
        reader.known("place", code -> !departements(code, places).isEmpty()),
        reader.constant("reach", Listing.Reach.class),
        reader.money("valueMax"),
        Optional.ofNullable(reader.constant("sort", Sort.class)).orElse(Sort.NEWEST),
        reader.page());
  }

  /** The codes of the départements that a place stands for. */
  static List<String> departements(String place, Places places) {
    List<Places.Departement> found =
        place.startsWith(REGION)
            ? places.departementsOf(place.substring(REGION.length()))
            : places.findDepartement(place).map(List::of).orElse(List.of());
    return found.stream().map(Places.Departement::code).toList();
  }

  /** The filters that are set. */
  public List<Filter> filters() {
    List<Filter> set = new ArrayList<>();
    for (Filter filter : Filter.values()) {
      if (parameters().containsKey(filter.parameter())) {
        set.add(filter);
      }
    }
    return set;
  }

  /** The same search without one of its filters, from the first page. */
  public Search without(Filter filter) {
    return new Search(
        filter == Filter.Q ? "" : q,
        filter == Filter.SIDE ? null : side,
        filter == Filter.KIND ? null : kind,
        filter == Filter.CATEGORY ? null : category,
        filter == Filter.PLACE ? null : place,
        filter == Filter.REACH ? null : reach,
        filter == Filter.VALUE_MAX ? null : valueMax,
        sort,
        1);
  }

  /** The same search on one side of the market, from the first page. */
  public Search on(Listing.Side wanted) {
    return new Search(q, wanted, kind, category, place, reach, valueMax, sort, 1);
  }

  /** The address of this search without its page, ending so that {@code page=2} can follow. */
  public String address() {
    StringBuilder address = new StringBuilder("/catalogue?");
    parameters()
        .forEach(
            (name, value) ->
                address
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&'));
    return address.toString();
  }

  /** The parameters that are set, as they are typed. */
  Map<String, String> parameters() {
    Map<String, String> set = new LinkedHashMap<>();
    put(set, "q", q);
    put(set, "side", side);
    put(set, "kind", kind);
    put(set, "category", category);
    put(set, "place", place);
    put(set, "reach", reach);
    put(set, "valueMax", valueMax == null ? null : euros(valueMax));
    put(set, "sort", sort == Sort.NEWEST ? null : sort);
    return set;
  }

  private static String euros(Money money) {
    return BigDecimal.valueOf(money.amountCents(), 2).toPlainString();
  }

  private static void put(Map<String, String> set, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      set.put(name, value.toString());
    }
  }

  /** Takes parameters apart, noting what cannot be read. */
  private record Reader(Map<String, String> parameters, List<Fault> faults) {
    Optional<String> text(String name) {
      return Optional.ofNullable(parameters.get(name))
          .map(String::strip)
          .filter(text -> !text.isEmpty());
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
      Optional<String> text = text(name);
      if (text.isEmpty()) {
        return null;
      }
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(text.get())) {
          return constant;
        }
      }
      refuse(name);
      return null;
    }

    @Nullable String known(String name, Predicate<String> exists) {
      Optional<String> text = text(name);
      if (text.isPresent() && !exists.test(text.get())) {
        refuse(name);
        return null;
      }
      return text.orElse(null);
    }

    @Nullable Money money(String name) {
      Optional<String> text = text(name);
      Optional<Money> money =
          text.flatMap(TypedAmounts::findMoney).filter(amount -> amount.amountCents() > 0);
      if (text.isPresent() && money.isEmpty()) {
        refuse(name);
      }
      return money.orElse(null);
    }

    int page() {
      long page = text("page").map(text -> TypedAmounts.findWhole(text).orElse(0)).orElse(1L);
      if (page < 1 || page > PAGE_MAX) {
        refuse("page");
        return 1;
      }
      return (int) page;
    }

    private void refuse(String name) {
      faults.add(Fault.of(name, "listings.fault.filter"));
    }
  }
}

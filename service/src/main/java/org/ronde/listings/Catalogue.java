package org.ronde.listings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Paged;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;

/** The catalogue everybody may read: what is published, open today, and not all promised. */
public final class Catalogue {
  private static final int SHOWN_MAX = 100;

  private final Listings listings;
  private final ListingRules rules;
  private final Traders traders;
  private final CatalogueDao dao;

  public Catalogue(Jdbi jdbi, Listings listings, ListingRules rules, Traders traders) {
    this.listings = listings;
    this.rules = rules;
    this.traders = traders;
    this.dao = jdbi.onDemand(CatalogueDao.class);
  }

  /** A listing with the name of its company. */
  public record Entry(Listing listing, String company) {}

  /** A filter that stands in the way, and how many would be found without it. */
  public record Way(Search.Filter filter, String address, long found) {}

  /**
   * What was found.
   *
   * @param entries of the page asked for, or of the last one when that is too far
   * @param offers how many offers there are, whichever side was asked for; likewise needs
   * @param ways when nothing was found: which filter to let go of, the most rewarding first
   */
  public record Found(
      Search search, Paged<Entry> entries, long offers, long needs, List<Way> ways) {
    public Found {
      ways = List.copyOf(ways);
    }
  }

  /** What the search asks for, a page of the configured size. */
  public Found find(Search search) {
    Map<String, Long> counts = count(search);
    long offers = counts.getOrDefault("OFFER", 0L);
    long needs = counts.getOrDefault("NEED", 0L);
    long total = total(search, counts);
    Paged<ListingId> ids =
        Paged.of(
            search.page(),
            rules.settings().pageSize(),
            total,
            (size, skip) ->
                dao.page(question(search), categories(search), departements(search), size, skip));
    return new Found(
        search,
        new Paged<>(entries(ids.items()), ids.page(), ids.lastPage(), ids.total()),
        offers,
        needs,
        total == 0 ? ways(search) : List.of());
  }

  /**
   * Reads a search from an address.
   *
   * @throws Refusal INVALID when {@code strict} and something cannot be read
   */
  Search read(Map<String, String> parameters, boolean strict) {
    List<Refusal.Fault> faults = new ArrayList<>();
    Search search = Search.read(parameters, rules.categories(), rules.places(), faults);
    if (strict && !faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return search;
  }

  /** Listings with their companies' names, in the order given. */
  List<Entry> entries(Collection<ListingId> ids) {
    Map<ListingId, Listing> byId =
        listings.listings(ids).stream().collect(Collectors.toMap(Listing::id, Function.identity()));
    Set<CompanyId> companies = new HashSet<>();
    byId.values().forEach(listing -> companies.add(listing.companyId()));
    Map<CompanyId, String> names = traders.names(companies);
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(byId.get(id)))
        .map(listing -> new Entry(listing, names.getOrDefault(listing.companyId(), "")))
        .toList();
  }

  private List<Way> ways(Search search) {
    List<Way> ways = new ArrayList<>();
    for (Search.Filter filter : search.filters()) {
      Search wider = search.without(filter);
      long found = total(wider, count(wider));
      if (found > 0) {
        ways.add(new Way(filter, wider.address(), found));
      }
    }
    ways.sort(Comparator.comparingLong(Way::found).reversed());
    return ways;
  }

  private static long total(Search search, Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(side -> search.side() == null || search.side().name().equals(side.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Map<String, Long> count(Search search) {
    List<String> categories = categories(search);
    return categories.isEmpty()
        ? Map.of()
        : dao.count(question(search), categories, departements(search));
  }

  private List<String> categories(Search search) {
    List<Categories.Category> wanted =
        search.category() == null
            ? rules.categories().groups().stream()
                .flatMap(group -> rules.categories().leaves(group.code()).stream())
                .toList()
            : rules.categories().below(search.category());
    return wanted.stream()
        .filter(
            leaf ->
                search.kind() == null || leaf.service() == (search.kind() == Search.Kind.SERVICE))
        .map(Categories.Category::code)
        .toList();
  }

  private List<String> departements(Search search) {
    return search.place() == null
        ? rules.places().departements().stream().map(Places.Departement::code).toList()
        : Search.departements(search.place(), rules.places());
  }

  private static CatalogueDao.Question question(Search search) {
    List<String> words = SearchWords.beginnings(search.q(), Search.WORDS_MAX);
    return new CatalogueDao.Question(
        search.side() == null ? null : search.side().name(),
        search.reach() == null ? null : search.reach().name(),
        search.valueMax() == null ? null : search.valueMax().amountCents(),
        search.sort().name(),
        pattern(words, 0),
        pattern(words, 1),
        pattern(words, 2),
        pattern(words, 3),
        pattern(words, 4),
        pattern(words, 5),
        pattern(words, 6),
        pattern(words, 7));
  }

  /** Folded words hold letters and digits only, so nothing in them means anything to LIKE. */
  private static @Nullable String pattern(List<String> words, int index) {
    return index < words.size() ? "% " + words.get(index) + "%" : null;
  }

  /** What a company has in it today, the newest first, at most {@value #SHOWN_MAX}. */
  public List<Listing> shownBy(CompanyId company) {
    return dao.shownBy(company, SHOWN_MAX);
  }

  /** How many offers or needs stand in it today. */
  public long count(Listing.Side side) {
    return dao.countOpen(side);
  }
}

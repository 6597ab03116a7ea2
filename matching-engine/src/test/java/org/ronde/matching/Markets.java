package org.ronde.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Words to tell a market in a test: {@code aMarket().with(anOffer("wood").by("acme").worth(300))}.
 *
 * <p>What is not said is harmless: quantity 1, the same place, no end in sight. Companies come into
 * being when a listing names them; money is told in euros.
 */
public final class Markets {
  public static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Place PARIS = new Place("FR", "11", "75");

  private Markets() {}

  public static MarketTold aMarket() {
    return new MarketTold();
  }

  public static CompanyTold aCompany(String id) {
    return new CompanyTold(id);
  }

  public static OfferTold anOffer(String category) {
    return new OfferTold(category);
  }

  public static NeedTold aNeed(String category) {
    return new NeedTold(category);
  }

  /** A company's limits; generous unless said otherwise. */
  public static final class CompanyTold {
    private final String id;
    private int length = Limits.CYCLE_LENGTH_MAX;
    private int tolerance = 0;
    private long pay = 0;
    private long take = 0;
    private int openCycles = Company.OPEN_CYCLES_MAX;
    private boolean premium = true;
    private Set<String> excluded = Set.of();
    private History history = History.none();

    private CompanyTold(String id) {
      this.id = id;
    }

    public CompanyTold cyclesUpTo(int companies) {
      length = companies;
      return this;
    }

    public CompanyTold tolerating(int percent) {
      tolerance = percent;
      return this;
    }

    public CompanyTold paying(long euros) {
      pay = euros * 100;
      return this;
    }

    public CompanyTold taking(long euros) {
      take = euros * 100;
      return this;
    }

    public CompanyTold opening(int cycles) {
      openCycles = cycles;
      return this;
    }

    public CompanyTold remembered(int yesPercent, int waitingDays, int missedCycles) {
      history = new History(yesPercent, waitingDays, missedCycles);
      return this;
    }

    public CompanyTold free() {
      premium = false;
      return this;
    }

    public CompanyTold excluding(String... ids) {
      excluded = Set.of(ids);
      return this;
    }

    Company told() {
      return new Company(id, length, tolerance, pay, take, openCycles, premium, excluded, history);
    }
  }

  /** What offers and needs have in common. */
  @SuppressWarnings("unchecked") // each kind names itself
  public abstract static class ListingTold<K extends ListingTold<K>> {
    final String category;
    String company = "";
    String unit = "piece";
    long quantity = 1;
    long step = 1;
    long euros;
    Place place = PARIS;
    Reach reach = Reach.COUNTRY;
    LocalDate lastDay = DAY.plusDays(30);
    @Nullable String id;

    private ListingTold(String category, long euros) {
      this.category = category;
      this.euros = euros;
    }

    public K by(String id) {
      company = id;
      return (K) this;
    }

    public K of(long pieces) {
      quantity = pieces;
      return (K) this;
    }

    public K inStepsOf(long pieces) {
      step = pieces;
      return (K) this;
    }

    public K countedIn(String newUnit) {
      unit = newUnit;
      return (K) this;
    }

    public K at(Place newPlace, Reach newReach) {
      place = newPlace;
      reach = newReach;
      return (K) this;
    }

    public K until(LocalDate day) {
      lastDay = day;
      return (K) this;
    }

    public K named(String newId) {
      id = newId;
      return (K) this;
    }
  }

  /** An offer; its id is the category and the company unless named. */
  public static final class OfferTold extends ListingTold<OfferTold> {
    private OfferTold(String category) {
      super(category, 100);
    }

    public OfferTold worth(long eurosEach) {
      euros = eurosEach;
      return this;
    }

    Offer told() {
      return new Offer(
          id == null ? category + " by " + company : id,
          company,
          category,
          unit,
          quantity,
          step,
          euros * 100,
          place,
          reach,
          lastDay);
    }
  }

  /** A need; its id is the category and the company unless named. */
  public static final class NeedTold extends ListingTold<NeedTold> {
    private @Nullable String group;

    private NeedTold(String category) {
      super(category, 10_000);
    }

    public NeedTold upTo(long eurosEach) {
      euros = eurosEach;
      return this;
    }

    public NeedTold oneOf(String newGroup) {
      group = newGroup;
      return this;
    }

    Need told() {
      return new Need(
          id == null ? category + " for " + company : id,
          company,
          category,
          unit,
          quantity,
          step,
          euros * 100,
          place,
          reach,
          lastDay,
          group);
    }
  }

  /** A market in the making. */
  public static final class MarketTold {
    private final TreeMap<String, Company> companies = new TreeMap<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Want> wants = new ArrayList<>();

    private MarketTold() {}

    public MarketTold with(CompanyTold company) {
      companies.put(company.id, company.told());
      return this;
    }

    public MarketTold with(OfferTold offer) {
      known(offer.company);
      offers.add(offer.told());
      return this;
    }

    public MarketTold with(NeedTold need) {
      known(need.company);
      needs.add(need.told());
      return this;
    }

    /** A company that gives one thing and needs another. */
    public MarketTold swapping(String company, String gives, long euros, String needs) {
      return with(anOffer(gives).by(company).worth(euros)).with(aNeed(needs).by(company));
    }

    public MarketTold saying(String company, Verdict verdict, String offerId) {
      needs.stream()
          .filter(need -> need.companyId().equals(company))
          .forEach(need -> wants.add(new Want(need.id(), offerId, verdict)));
      return this;
    }

    private void known(String company) {
      if (!companies.containsKey(company)) {
        with(aCompany(company));
      }
    }

    public Market told() {
      return new Market(DAY, List.copyOf(companies.values()), offers, needs, wants);
    }
  }

  /** The same market told in another order. */
  public static Market shuffled(Market market, long seed) {
    var chance = new Random(seed);
    return new Market(
        market.day(),
        shuffled(market.companies(), chance),
        shuffled(market.offers(), chance),
        shuffled(market.needs(), chance),
        shuffled(market.wants(), chance));
  }

  private static <T> List<T> shuffled(List<T> list, Random chance) {
    var copy = new ArrayList<>(list);
    Collections.shuffle(copy, chance);
    return copy;
  }

  /** A market by chance: quantities, steps, groups, wants, exclusions and all. */
  public static Market generated(int companies, int categories, int listingsEach, long seed) {
    var chance = new SplittableRandom(seed);
    var told = new ArrayList<Company>();
    var offers = new ArrayList<Offer>();
    var needs = new ArrayList<Need>();
    var wants = new ArrayList<Want>();
    for (int c = 0; c < companies; c++) {
      var id = "c%04d".formatted(c);
      told.add(
          new Company(
              id,
              2 + chance.nextInt(5),
              chance.nextInt(21),
              chance.nextInt(4) * 10_000L,
              chance.nextInt(4) * 10_000L,
              chance.nextInt(3) > 0,
              chance.nextInt(10) == 0
                  ? Set.of("c%04d".formatted(chance.nextInt(companies)))
                  : Set.of()));
      for (int l = 0; l < listingsEach; l++) {
        offers.add(offer(id, l, categories, chance));
        needs.add(need(id, l, categories, chance));
      }
    }
    for (int w = 0; w < offers.size() * 2; w++) {
      var need = needs.get(chance.nextInt(needs.size()));
      var offer = offers.get(chance.nextInt(offers.size()));
      var verdict = chance.nextInt(3) > 0 ? Verdict.WOULD_TAKE : Verdict.NEVER;
      if (wants.stream()
          .noneMatch(
              want -> want.needId().equals(need.id()) && want.offerId().equals(offer.id()))) {
        wants.add(new Want(need.id(), offer.id(), verdict));
      }
    }
    return new Market(DAY, told, offers, needs, wants);
  }

  private static Offer offer(String company, int number, int categories, RandomGenerator chance) {
    int category = chance.nextInt(categories);
    long step = 1L + chance.nextInt(3);
    return new Offer(
        company + "-o" + number,
        company,
        "k" + category,
        "unit" + category % 3,
        step * (1 + chance.nextInt(10)),
        step,
        (1 + category % 7) * 1_000L * (80 + chance.nextInt(41)) / 100,
        place(chance),
        reach(chance),
        DAY.plusDays(chance.nextInt(40) - 1));
  }

  private static Need need(String company, int number, int categories, RandomGenerator chance) {
    int category = chance.nextInt(categories);
    long step = 1L + chance.nextInt(2);
    return new Need(
        company + "-n" + number,
        company,
        "k" + category,
        "unit" + category % 3,
        step * (1 + chance.nextInt(12)),
        step,
        (1 + category % 7) * 1_000L * (95 + chance.nextInt(41)) / 100,
        place(chance),
        reach(chance),
        DAY.plusDays(chance.nextInt(40) - 1),
        chance.nextInt(4) == 0 ? "any" : null);
  }

  private static Place place(RandomGenerator chance) {
    int region = chance.nextInt(3);
    return new Place("FR", "r" + region, "d" + region + chance.nextInt(2));
  }

  private static Reach reach(RandomGenerator chance) {
    int draw = chance.nextInt(10);
    return draw < 7 ? Reach.COUNTRY : draw < 9 ? Reach.REGION : Reach.DEPARTEMENT;
  }
}

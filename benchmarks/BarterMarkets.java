import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ronde.matching.Company;
import org.ronde.matching.History;
import org.ronde.matching.Market;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Place;
import org.ronde.matching.Reach;

/**
 * Markets by chance, the same for the same seed.
 *
 * <p>Each company has a region of thirteen and a département of eight in it, all alike likely, and five offers and five
 * needs. A listing's category follows Zipf's law with exponent 0.8; it goes to the whole country with a chance of 40 %,
 * else to its region. A category has a price of 20 EUR a unit in the median, lognormal with a deviation of 0.8; offers ask
 * up to 5 % more or less, evenly; needs count up to the price and 25 % more, evenly. A listing is worth 2,000 EUR in the
 * median, lognormal with a deviation of 1; it moves by one unit (half of all), two or five. Companies tolerate 5 to 15 %,
 * would pay and take top-ups of up to 500 EUR, accept cycles of six, and four out of five are premium.
 */
final class BarterMarkets {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final int LISTINGS = 5;

  private BarterMarkets() {}

  /** {@code euros} is what a unit costs in the median. */
  static Market generate(int companies, int categories, long euros, long seed) {
    RandomGenerator chance = new java.util.SplittableRandom(seed);
    double[] upTo = new double[categories];
    double[] price = new double[categories];
    double sum = 0;
    for (int category = 0; category < categories; category++) {
      sum += Math.pow(category + 1, -0.8);
      upTo[category] = sum;
      price[category] = 100 * euros * Math.exp(0.8 * chance.nextGaussian());
    }
    List<Company> told = new ArrayList<>();
    List<Offer> offers = new ArrayList<>();
    List<Need> needs = new ArrayList<>();
    for (int company = 0; company < companies; company++) {
      String id = "c%06d".formatted(company);
      int region = chance.nextInt(13);
      Place place = new Place("FR", "r" + region, "d" + region + "." + chance.nextInt(8));
      told.add(new Company(id, 6, 5 + chance.nextInt(11), 100L * chance.nextInt(501), 100L * chance.nextInt(501),
          chance.nextInt(5) > 0, Set.of()));
      for (int listing = 0; listing < LISTINGS; listing++) {
        int given = category(upTo, chance);
        long ask = Math.round(price[given] * (0.95 + 0.1 * chance.nextDouble()));
        long step = step(chance);
        offers.add(new Offer(id + "-o" + listing, id, "k" + given, "unit", quantity(price[given], step, chance), step, ask,
            place, reach(chance), DAY.plusDays(30)));
        int taken = category(upTo, chance);
        long most = Math.round(price[taken] * (1 + 0.25 * chance.nextDouble()));
        step = step(chance);
        needs.add(new Need(id + "-n" + listing, id, "k" + taken, "unit", quantity(price[taken], step, chance), step, most,
            place, reach(chance), DAY.plusDays(30), null));
      }
    }
    return new Market(DAY, told, offers, needs, List.of());
  }

  private static int category(double[] upTo, RandomGenerator chance) {
    int at = Arrays.binarySearch(upTo, chance.nextDouble() * upTo[upTo.length - 1]);
    return at >= 0 ? at : -at - 1;
  }

  private static long step(RandomGenerator chance) {
    int draw = chance.nextInt(4);
    return draw < 2 ? 1 : draw == 2 ? 2 : 5;
  }

  private static long quantity(double price, long step, RandomGenerator chance) {
    double worth = 200_000 * Math.exp(chance.nextGaussian());
    return step * Math.max(1, Math.round(worth / price / step));
  }

  private static Reach reach(RandomGenerator chance) {
    return chance.nextDouble() < 0.4 ? Reach.COUNTRY : Reach.REGION;
  }

  /** The same market, each company's chance of a yes drawn evenly from so many percent to 100. */
  static Market doubting(Market market, int leastPercent, long seed) {
    RandomGenerator chance = new java.util.SplittableRandom(seed);
    return market.withCompanies(market.companies().stream()
        .map(each -> each.with(each.openCyclesMax(), new History(leastPercent + chance.nextInt(101 - leastPercent), 0, 0)))
        .toList());
  }

  /** The same market with other names, told in another order. */
  static Market relabel(Market market, long seed) {
    Random chance = new Random(seed);
    List<Integer> numbers = new ArrayList<>();
    for (int company = 0; company < market.companies().size(); company++) {
      numbers.add(company);
    }
    Collections.shuffle(numbers, chance);
    java.util.Map<String, String> names = new java.util.HashMap<>();
    for (Company company : market.companies()) {
      names.put(company.id(), "x%06d".formatted(numbers.get(names.size())));
    }
    List<Company> companies = new ArrayList<>();
    for (Company each : market.companies()) {
      companies.add(new Company(names.get(each.id()), each.cycleLengthMax(), each.tolerancePercent(),
          each.topUpPayMaxCents(), each.topUpTakeMaxCents(), each.openCyclesMax(), each.premium(),
          each.excludedCompanyIds(), each.history()));
    }
    List<Offer> offers = new ArrayList<>();
    for (Offer each : market.offers()) {
      offers.add(new Offer(names.get(each.companyId()) + each.id().substring(7), names.get(each.companyId()),
          each.category(), each.unit(), each.quantity(), each.quantityStep(), each.unitValueCents(), each.place(),
          each.reach(), each.lastDay()));
    }
    List<Need> needs = new ArrayList<>();
    for (Need each : market.needs()) {
      needs.add(new Need(names.get(each.companyId()) + each.id().substring(7), names.get(each.companyId()),
          each.category(), each.unit(), each.quantity(), each.quantityStep(), each.unitValueMaxCents(), each.place(),
          each.reach(), each.lastDay(), each.oneOfGroup()));
    }
    Collections.shuffle(companies, chance);
    Collections.shuffle(offers, chance);
    Collections.shuffle(needs, chance);
    return new Market(market.day(), companies, offers, needs, List.of());
  }
}

package org.ronde.preferences;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;
import org.ronde.matching.Market;
import org.ronde.members.Company;
import org.ronde.preferences.PreferencesDao.ExclusionRow;
import org.ronde.preferences.PreferencesDao.LimitsRow;

/**
 * Limits of companies, and the market they make with listings and ticks.
 *
 * <p>Everybody who acts for a company may read and change its limits; nobody else ever sees them.
 */
public final class Preferences {
  private static final int FOUND_MAX = 20;

  private final PreferencesDao dao;
  private final WantDao wants;
  private final Transactions transactions;
  private final PreferenceSettings settings;
  private final Neighbours neighbours;

  public Preferences(
      Jdbi jdbi, Transactions transactions, PreferenceSettings settings, Neighbours neighbours) {
    this.dao = jdbi.onDemand(PreferencesDao.class);
    this.wants = jdbi.onDemand(WantDao.class);
    this.transactions = transactions;
    this.settings = settings;
    this.neighbours = neighbours;
  }

  public PreferenceSettings settings() {
    return settings;
  }

  /** A company's limits, or the defaults of the configuration while it has set none. */
  public Limits limits(CompanyId company) {
    return transactions.in(
        () -> limits(dao.findLimits(company).orElse(null), dao.exclusions(company)));
  }

  /**
   * Sets the limits of the actor's company; whom it excludes stays as it is.
   *
   * @param openCyclesMax null for no limit
   * @throws Refusal INVALID, with a fault for each value outside its range
   */
  public void setLimits(
      Actor actor,
      int cycleLengthMax,
      int tolerancePercent,
      long topUpPayMaxCents,
      long topUpTakeMaxCents,
      @Nullable Integer openCyclesMax) {
    CompanyId company = actor.company().companyId();
    List<Fault> faults = new ArrayList<>();
    checkRange("cycleLengthMax", cycleLengthMax, 2, settings.cycleLengthCeiling(), faults);
    checkRange("tolerancePercent", tolerancePercent, 0, Limits.TOLERANCE_PERCENT_MAX, faults);
    checkTopUp("topUpPayMax", topUpPayMaxCents, faults);
    checkTopUp("topUpTakeMax", topUpTakeMaxCents, faults);
    if (openCyclesMax != null && (openCyclesMax < 1 || openCyclesMax > Limits.OPEN_CYCLES_MAX)) {
      faults.add(
          new Fault(
              "openCyclesMax",
              "preferences.fault.openCycles",
              Map.of("max", Limits.OPEN_CYCLES_MAX)));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    LimitsRow row =
        new LimitsRow(
            company,
            cycleLengthMax,
            tolerancePercent,
            topUpPayMaxCents,
            topUpTakeMaxCents,
            openCyclesMax);
    transactions.run(() -> dao.setLimits(row, actor.memberId()));
  }

  /** The companies that the actor's company will not deal with, by name. */
  public List<Company> exclusions(Actor actor) {
    CompanyId company = actor.company().companyId();
    return transactions.in(
        () ->
            neighbours.companies(dao.exclusions(company)).stream()
                .sorted(comparing(Company::name).thenComparing(found -> found.id().toString()))
                .toList());
  }

  /**
   * Companies that the actor's company could exclude, with these words in their name: at most
   * {@value #FOUND_MAX}, by name. None when no word is given.
   */
  public List<Company> findCompanies(Actor actor, String words) {
    CompanyId company = actor.company().companyId();
    if (words.isBlank()) {
      return List.of();
    }
    return transactions.in(
        () -> {
          Set<CompanyId> excluded = dao.exclusions(company);
          return neighbours.approved().stream()
              .filter(found -> !found.id().equals(company) && !excluded.contains(found.id()))
              .filter(found -> Likeness.hasWords(found.name(), words))
              .limit(FOUND_MAX)
              .toList();
        });
  }

  /**
   * Says that the actor's company will not deal with another. Saying it again changes nothing.
   *
   * @throws Refusal INVALID when it is no company that trades here, is the actor's own, or is one
   *     too many
   */
  public void exclude(Actor actor, CompanyId other) {
    CompanyId company = actor.company().companyId();
    if (other.equals(company)) {
      throw Refusal.invalid(Fault.of("company", "preferences.fault.self"));
    }
    transactions.run(
        () -> {
          if (neighbours.companies(List.of(other)).stream().noneMatch(Company::approved)) {
            throw Refusal.invalid(Fault.of("company", "preferences.fault.unknown"));
          }
          Set<CompanyId> excluded = dao.exclusions(company);
          if (!excluded.contains(other) && excluded.size() >= settings.exclusionsMax()) {
            throw Refusal.invalid(
                new Fault(
                    "company",
                    "preferences.fault.exclusions",
                    Map.of("max", settings.exclusionsMax())));
          }
          dao.exclude(company, other, actor.memberId());
        });
  }

  /** Takes an exclusion back; one that does not exist is no mistake. */
  public void readmit(Actor actor, CompanyId other) {
    CompanyId company = actor.company().companyId();
    transactions.run(() -> dao.readmit(company, other));
  }

  /**
   * Everything the engine needs for a clearing today: approved companies with their limits and
   * plans, tradable listings, ticks that still hold. Ids are the 36-character ids.
   */
  public Market market() {
    return transactions.in(
        () -> new MarketBuilder(Snapshot.of(neighbours), allLimits()).build(wants.all()));
  }

  private Function<CompanyId, Limits> allLimits() {
    Map<CompanyId, LimitsRow> rows =
        dao.allLimits().stream().collect(toMap(LimitsRow::companyId, Function.identity()));
    Map<CompanyId, Set<CompanyId>> exclusions =
        dao.allExclusions().stream()
            .collect(
                groupingBy(ExclusionRow::companyId, mapping(ExclusionRow::excludedId, toSet())));
    return company -> limits(rows.get(company), exclusions.getOrDefault(company, Set.of()));
  }

  private Limits limits(@Nullable LimitsRow row, Set<CompanyId> excluded) {
    return Optional.ofNullable(row)
        .map(
            own ->
                new Limits(
                    settings.lengthWithin(own.cycleLengthMax()),
                    own.tolerancePercent(),
                    own.topUpPayMaxCents(),
                    own.topUpTakeMaxCents(),
                    own.openCyclesMax(),
                    Set.of()))
        .orElseGet(settings::limits)
        .withExcluded(excluded);
  }

  private void checkTopUp(String field, long cents, List<Fault> faults) {
    if (cents < 0 || cents > settings.topUpCeilingCents()) {
      faults.add(
          new Fault(
              field, "preferences.fault.topUp", Map.of("max", settings.topUpCeilingCents() / 100)));
    }
  }

  private static void checkRange(
      String field, int value, int lowest, int highest, List<Fault> faults) {
    if (value < lowest || value > highest) {
      faults.add(
          new Fault(
              field, "preferences.fault.range", Map.of("lowest", lowest, "highest", highest)));
    }
  }
}

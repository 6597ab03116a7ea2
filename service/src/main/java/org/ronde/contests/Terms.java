package org.ronde.contests;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.draw.Ticketing;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.points.Entry;
import org.ronde.points.ValidationLevel;

/**
 * Everything the rules say, in fields. Windows are half-open: an act at {@code closesAt} is late.
 *
 * @param zone whose clock the rules speak by, an id like {@code Europe/Paris}
 * @param rollingDays of ROLLING: how many times 24 hours each entrant has; else 0
 * @param firstDay of LOCAL_DAY; else null
 * @param lastDay of LOCAL_DAY, inclusive; else null
 * @param freezesAt from when the board stands still
 * @param settlesAt until when evidence, validations and disputes of acts in the window may come in
 * @param drawsAt when the winners are found; the beacon's round is the first from then on
 * @param levelMin who must have vouched at least
 * @param departements numbers of those whose acts count; empty: all
 * @param companies whose people may enter; empty: everybody
 * @param activities that count; empty: all
 * @param scoringVersion the version of the points' rules that counts
 * @param entrantsMin fewer than so many with {@code pointsMin}: the prizes are carried over
 * @param pointsMin the least that wins anything, at least 1
 */
public record Terms(
    Kind kind,
    String titleEn,
    String titleFr,
    String introEn,
    String introFr,
    String organiser,
    ZoneMode zoneMode,
    String zone,
    int rollingDays,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    Instant opensAt,
    Instant freezesAt,
    Instant closesAt,
    Instant settlesAt,
    Instant drawsAt,
    ValidationLevel levelMin,
    List<String> departements,
    List<CompanyId> companies,
    List<ActivityId> activities,
    int scoringVersion,
    long ticketPrice,
    int ticketCap,
    int entrantsMin,
    long pointsMin,
    Source source,
    int objectionHours,
    String contact,
    String deposit) {

  /** Two things that the law keeps apart. */
  public enum Kind {
    /** The best win; chance plays no part. */
    MERIT,
    /** Chance decides; points give tickets. */
    DRAW
  }

  /** Whose midnight counts. */
  public enum ZoneMode {
    /** One zone for all; the only one for draws. */
    FIXED,
    /** Each entrant's own days, in the zone locked at entry. */
    LOCAL_DAY,
    /** So many times 24 hours from one's own entry. */
    ROLLING
  }

  /** Where chance comes from. */
  public enum Source {
    /** A round of the public beacon. */
    BEACON,
    /** The operator's commitment, revealed at the draw. */
    COMMITMENT
  }

  public Terms {
    departements = List.copyOf(departements);
    companies = List.copyOf(companies);
    activities = List.copyOf(activities);
  }

  public String title(Locale locale) {
    return locale.getLanguage().equals("fr") ? titleFr : titleEn;
  }

  public String intro(Locale locale) {
    return locale.getLanguage().equals("fr") ? introFr : introEn;
  }

  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  public Ticketing ticketing() {
    return new Ticketing(ticketPrice, ticketCap);
  }

  /** From when to before when an entrant's acts count. */
  public record Window(Instant start, Instant end) {
    public boolean holds(Instant instant) {
      return !instant.isBefore(start) && instant.isBefore(end);
    }
  }

  /** The window of one entrant, by the zone locked at entry and the instant of entry. */
  public Window window(ZoneId own, Instant enteredAt) {
    return switch (zoneMode) {
      case FIXED -> new Window(opensAt, closesAt);
      case LOCAL_DAY -> {
        if (firstDay == null || lastDay == null) {
          throw new IllegalStateException("Local days without a first and a last day.");
        }
        yield new Window(
            firstDay.atStartOfDay(own).toInstant(),
            lastDay.plusDays(1).atStartOfDay(own).toInstant());
      }
      case ROLLING -> {
        Instant start = enteredAt.isBefore(opensAt) ? opensAt : enteredAt;
        Instant end = start.plus(Duration.ofHours(24L * rollingDays));
        yield new Window(start, end.isBefore(closesAt) ? end : closesAt);
      }
    };
  }

  /** When local days begin anywhere on Earth. */
  static Instant firstMidnight(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.ofHours(14));
  }

  /** When local days have ended everywhere on Earth. */
  static Instant lastMidnight(LocalDate day) {
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(-12));
  }

  /** Whether an entry of the ledger is of the kind that counts, whoever's it is and whenever. */
  public boolean counts(Entry entry) {
    return entry.eligible()
        && entry.rulesVersion() == scoringVersion
        && entry.level().number() >= levelMin.number()
        && concerns(entry.activity(), entry.company(), entry.departement());
  }

  /** Whether what is done here, for whom and where, is what this contest is about. */
  boolean concerns(@Nullable ActivityId activity, @Nullable CompanyId company, String departement) {
    return (departements.isEmpty() || departements.contains(departement))
        && (companies.isEmpty() || (company != null && companies.contains(company)))
        && (activities.isEmpty() || (activity != null && activities.contains(activity)));
  }
}

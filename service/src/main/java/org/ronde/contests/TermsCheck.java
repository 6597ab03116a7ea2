package org.ronde.contests;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.ContestDraft.PrizeDraft;
import org.ronde.contests.Terms.Kind;
import org.ronde.contests.Terms.ZoneMode;
import org.ronde.contests.draw.Ticketing;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.points.ValidationLevel;

/** Turns what an operator wrote into terms, or says field by field what does not fit. */
final class TermsCheck {
  private static final int TITLE_MAX = 120;
  private static final int TEXT_MAX = 2000;
  private static final Duration LENGTH_MAX = Duration.ofDays(400);

  private final ContestDraft draft;
  private final ContestSettings settings;
  private final List<Fault> faults = new ArrayList<>();

  private TermsCheck(ContestDraft draft, ContestSettings settings) {
    this.draft = draft;
    this.settings = settings;
  }

  /**
   * The terms of a draft.
   *
   * @throws Refusal INVALID with all that does not fit
   */
  static Terms terms(ContestDraft draft, ContestSettings settings) {
    return new TermsCheck(draft, settings).read();
  }

  private record Moments(
      Instant opens, Instant freezes, Instant closes, Instant settles, Instant draws) {}

  private Terms read() {
    Kind kind = orElse("kind", draft.kind(), Kind.MERIT);
    ZoneMode mode = Objects.requireNonNullElse(draft.zoneMode(), ZoneMode.FIXED);
    if (kind == Kind.DRAW && mode != ZoneMode.FIXED) {
      faults.add(Fault.of("zoneMode", "contests.fault.fixedZone"));
    }
    String titleFr = text("titleFr", draft.titleFr(), 3, TITLE_MAX);
    String titleEn = text("titleEn", draft.titleEn(), 3, TITLE_MAX);
    String introFr = text("introFr", draft.introFr(), 0, TEXT_MAX);
    String introEn = text("introEn", draft.introEn(), 0, TEXT_MAX);
    String organiser = text("organiser", draft.organiser(), 3, 500);
    String contact = text("contact", draft.contact(), 3, 500);
    String deposit = text("deposit", draft.deposit(), 0, 500);
    Optional<ZoneId> zone = zone();
    Optional<Moments> moments = zone.flatMap(known -> moments(known, mode));
    int rolling =
        mode == ZoneMode.ROLLING ? number("rollingDays", draft.rollingDays(), 0, 1, 90) : 0;
    long price = number("ticketPrice", draft.ticketPrice(), 10, 1, 1_000_000);
    int cap = Objects.requireNonNullElse(draft.ticketCap(), 20);
    if (!Ticketing.TIERS.contains(cap)) {
      faults.add(Fault.of("ticketCap", "contests.fault.ticketCap"));
    }
    ValidationLevel level = level();
    int scoring = number("scoringVersion", draft.scoringVersion(), 1, 1, 1000);
    int entrants = number("entrantsMin", draft.entrantsMin(), 2, 1, 100_000);
    long points = number("pointsMin", draft.pointsMin(), 1, 1, 1_000_000);
    int hours = number("objectionHours", draft.objectionHours(), 72, 24, 24 * 30);
    prizes();
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    Moments at = moments.orElseThrow();
    boolean days = mode == ZoneMode.LOCAL_DAY;
    return new Terms(
        kind,
        titleEn,
        titleFr,
        introEn,
        introFr,
        organiser,
        mode,
        zone.orElseThrow().getId(),
        rolling,
        days ? day(draft.opens()) : null,
        days ? day(draft.closes()) : null,
        at.opens(),
        at.freezes(),
        at.closes(),
        at.settles(),
        at.draws(),
        level,
        Objects.requireNonNullElse(draft.departements(), List.of()),
        Objects.requireNonNullElse(draft.companies(), List.of()),
        Objects.requireNonNullElse(draft.activities(), List.of()),
        scoring,
        price,
        cap,
        entrants,
        points,
        Objects.requireNonNullElse(draft.source(), Terms.Source.BEACON),
        hours,
        contact,
        deposit);
  }

  private static LocalDate day(@Nullable LocalDateTime time) {
    return Objects.requireNonNull(time).toLocalDate();
  }

  private Optional<ZoneId> zone() {
    try {
      return Optional.of(ZoneId.of(Objects.requireNonNullElse(draft.zone(), "Europe/Paris")));
    } catch (DateTimeException e) {
      faults.add(Fault.of("zone", "contests.fault.zone"));
      return Optional.empty();
    }
  }

  private Optional<Moments> moments(ZoneId zone, ZoneMode mode) {
    Optional<LocalDateTime> opens = time("opens", draft.opens());
    Optional<LocalDateTime> closes = time("closes", draft.closes());
    Optional<LocalDateTime> settles = time("settles", draft.settles());
    Optional<LocalDateTime> draws = time("draws", draft.draws());
    if (opens.isEmpty() || closes.isEmpty() || settles.isEmpty() || draws.isEmpty()) {
      return Optional.empty();
    }
    boolean days = mode == ZoneMode.LOCAL_DAY;
    Instant start =
        days ? Terms.firstMidnight(day(draft.opens())) : opens.get().atZone(zone).toInstant();
    Instant end =
        days ? Terms.lastMidnight(day(draft.closes())) : closes.get().atZone(zone).toInstant();
    LocalDateTime freezes = draft.freezes();
    Instant freeze =
        freezes == null ? end : freezes.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toInstant();
    Moments moments =
        new Moments(
            start,
            freeze,
            end,
            settles.get().atZone(zone).toInstant(),
            draws.get().atZone(zone).toInstant());
    order("closes", start, end, false);
    if (start.plus(LENGTH_MAX).isBefore(end)) {
      faults.add(Fault.of("closes", "contests.fault.tooLong"));
    }
    order("freezes", start, freeze, true);
    order("freezes", freeze, end, true);
    order("settles", end, moments.settles(), true);
    order("draws", moments.settles(), moments.draws(), true);
    return Optional.of(moments);
  }

  private void order(String field, Instant first, Instant second, boolean sameAllowed) {
    if (second.isBefore(first) || (!sameAllowed && second.equals(first))) {
      faults.add(Fault.of(field, "contests.fault.order"));
    }
  }

  private Optional<LocalDateTime> time(String field, @Nullable LocalDateTime time) {
    if (time == null) {
      faults.add(Fault.of(field, "contests.fault.needed"));
    }
    return Optional.ofNullable(time).map(t -> t.truncatedTo(ChronoUnit.SECONDS));
  }

  private ValidationLevel level() {
    boolean prizes = !draft.prizesOrNone().isEmpty();
    ValidationLevel least = prizes ? settings.levelWithPrizes() : ValidationLevel.OPPONENT;
    ValidationLevel level = Objects.requireNonNullElse(draft.levelMin(), least);
    if (level.number() < least.number()) {
      faults.add(new Fault("levelMin", "contests.fault.level", Map.of("level", least.name())));
    }
    return level;
  }

  private void prizes() {
    List<PrizeDraft> prizes = draft.prizesOrNone();
    if (prizes.size() > settings.prizesMax()) {
      faults.add(new Fault("prizes", "contests.fault.prizes", Map.of("max", settings.prizesMax())));
    }
    if (prizes.isEmpty() && draft.kind() == Kind.DRAW) {
      faults.add(Fault.of("prizeTitle-1", "contests.fault.prizeNeeded"));
    }
    for (int i = 0; i < prizes.size(); i++) {
      PrizeDraft prize = prizes.get(i);
      text("prizeTitle-" + (i + 1), prize.title(), 3, 200);
      number("prizeValue-" + (i + 1), prize.valueCents(), -1, 1, 100_000_000_00L);
      if (prize.listing() != null) {
        number("prizeQuantity-" + (i + 1), prize.quantity(), -1, 1, Long.MAX_VALUE);
      }
    }
  }

  private <T> T orElse(String field, @Nullable T value, T other) {
    if (value == null) {
      faults.add(Fault.of(field, "contests.fault.needed"));
    }
    return value == null ? other : value;
  }

  private String text(String field, @Nullable String value, int min, int max) {
    String text = value == null ? "" : value.strip();
    if (text.length() < min || text.length() > max) {
      faults.add(new Fault(field, "contests.fault.length", Map.of("min", min, "max", max)));
    }
    return text;
  }

  private int number(String field, @Nullable Integer value, int other, int min, int max) {
    return (int) number(field, value == null ? null : Long.valueOf(value), other, min, max);
  }

  private long number(String field, @Nullable Long value, long other, long min, long max) {
    long number = value == null ? other : value;
    if (number < min || number > max) {
      faults.add(new Fault(field, "contests.fault.number", Map.of("min", min, "max", max)));
    }
    return number;
  }
}

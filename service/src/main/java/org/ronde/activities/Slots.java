package org.ronde.activities;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts of the days of a week, in the time of one place: Thursday evening, Sunday morning.
 *
 * @param mask one bit each, Monday morning first; the form in which they are stored
 */
public record Slots(int mask) {
  public static final Slots NONE = new Slots(0);
  static final int MASK_MAX = (1 << (7 * Part.values().length)) - 1;

  /** Two people who share less than this cannot play. */
  private static final Duration SHARED_MIN = Duration.ofHours(1);

  /** A part of a day; the end is the first hour that belongs to it no more. */
  public enum Part {
    MORNING(6, 12),
    MIDDAY(12, 14),
    AFTERNOON(14, 18),
    EVENING(18, 22);

    private final int begins;
    private final int ends;

    Part(int begins, int ends) {
      this.begins = begins;
      this.ends = ends;
    }

    public int begins() {
      return begins;
    }

    public int ends() {
      return ends;
    }
  }

  /** One part of one day; on pages and in the API {@code THURSDAY_EVENING}. */
  public record Slot(DayOfWeek day, Part part) {
    @Override
    public String toString() {
      return day + "_" + part;
    }
  }

  public Slots {
    if (mask < 0 || mask > MASK_MAX) {
      throw new IllegalArgumentException("The slots %d are none of a week.".formatted(mask));
    }
  }

  public static Slots of(List<Slot> slots) {
    int mask = 0;
    for (Slot slot : slots) {
      mask |= bit(slot);
    }
    return new Slots(mask);
  }

  /** Every slot of a week, Monday morning first. */
  public static List<Slot> all() {
    List<Slot> all = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Part part : Part.values()) {
        all.add(new Slot(day, part));
      }
    }
    return all;
  }

  /** The slot with this name: {@code THURSDAY_EVENING}. */
  public static Optional<Slot> find(String name) {
    return all().stream().filter(slot -> slot.toString().equals(name)).findFirst();
  }

  public List<Slot> list() {
    return all().stream().filter(this::has).toList();
  }

  public boolean has(Slot slot) {
    return (mask & bit(slot)) != 0;
  }

  public boolean isEmpty() {
    return mask == 0;
  }

  /**
   * The slots of another place that share an hour or more with these in the week after {@code
   * from}: a Thursday evening in Paris is a Thursday midday or afternoon in Montréal.
   *
   * @param here where these slots are meant
   */
  public Slots seenFrom(ZoneId here, ZoneId there, Instant from) {
    if (here.equals(there)) {
      return this;
    }
    List<Slot> shared = new ArrayList<>();
    LocalDate today = from.atZone(here).toLocalDate();
    for (Slot mine : list()) {
      LocalDate date = today.with(TemporalAdjusters.nextOrSame(mine.day()));
      Span span = Span.of(date, mine.part(), here);
      // The other side of the date line is a day away.
      for (int days = -1; days <= 1; days++) {
        LocalDate other = date.plusDays(days);
        for (Part part : Part.values()) {
          if (Span.of(other, part, there).shared(span).compareTo(SHARED_MIN) >= 0) {
            shared.add(new Slot(other.getDayOfWeek(), part));
          }
        }
      }
    }
    return of(shared);
  }

  private static int bit(Slot slot) {
    List<Part> parts = List.of(Part.values());
    int days = slot.day().getValue() - 1;
    return 1 << (days * parts.size() + parts.indexOf(slot.part()));
  }

  /** From one instant to another. */
  private record Span(Instant begins, Instant ends) {
    static Span of(LocalDate date, Part part, ZoneId zone) {
      return new Span(at(date, part.begins(), zone), at(date, part.ends(), zone));
    }

    Duration shared(Span other) {
      Instant from = begins.isAfter(other.begins) ? begins : other.begins;
      Instant to = ends.isBefore(other.ends) ? ends : other.ends;
      return Duration.between(from, to);
    }

    private static Instant at(LocalDate date, int hour, ZoneId zone) {
      return ZonedDateTime.of(date, LocalTime.of(hour, 0), zone).toInstant();
    }
  }
}

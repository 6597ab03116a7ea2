package org.ronde.challenges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

/**
 * What exactly has to be done, until when, and who has to believe it. Frozen once accepted.
 *
 * @param title what exactly, in one line
 * @param details more about it, or empty
 * @param measure what is measured, NONE when doing it is all
 * @param moreIsBetter whether the target is a least or a most
 * @param target in the measure's unit, or null: doing it is enough. For a group, what all reach
 *     together
 * @param minimum the least that counts as having done it at all, or null; nobody wins with nothing
 * @param startsAt from this instant
 * @param endsAt up to, and without, this instant
 * @param zone whose days and weeks a streak counts, and in which times are shown
 * @param graceHours how long after the end a proof of an act in time may arrive
 * @param level who has to believe it
 * @param referee who alone judges, or null
 * @param times how many days or weeks in a row; 1 for all but streaks
 * @param rhythm days or weeks
 * @param linkDays how many days the next of a chain has
 * @param winnersMax how many are named as winners at most, or null: everybody who did it
 * @param placesMax how many may take part, or null
 * @param needs what a proof must hold
 */
public record Terms(
    String title,
    String details,
    Activity.Measure measure,
    boolean moreIsBetter,
    @Nullable BigDecimal target,
    @Nullable BigDecimal minimum,
    Instant startsAt,
    Instant endsAt,
    ZoneId zone,
    int graceHours,
    ValidationLevel level,
    @Nullable MemberId referee,
    int times,
    Rhythm rhythm,
    int linkDays,
    @Nullable Integer winnersMax,
    @Nullable Integer placesMax,
    Set<Activity.Need> needs) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a streak counts. */
  public enum Rhythm {
    DAY(1),
    WEEK(7);

    private final int days;

    Rhythm(int days) {
      this.days = days;
    }

    int days() {
      return days;
    }
  }

  public Terms {
    needs = Set.copyOf(needs);
    if (!startsAt.isBefore(endsAt)) {
      throw new IllegalArgumentException(
          "A challenge ends after its start, not from %s to %s.".formatted(startsAt, endsAt));
    }
    // The database keeps microseconds; what is hashed must be what is kept.
    startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
    endsAt = endsAt.truncatedTo(ChronoUnit.MICROS);
    target = plain(target);
    minimum = plain(minimum);
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  /** Whether an act done then lies in the window: from the start up to, without, the end. */
  public boolean covers(Instant actedAt) {
    return !actedAt.isBefore(startsAt) && actedAt.isBefore(endsAt);
  }

  /** The last instant, not included, at which a proof may arrive. */
  public Instant submitBy() {
    return endsAt.plus(graceHours, ChronoUnit.HOURS);
  }

  /** Whether a measure reaches the target. */
  public boolean meets(@Nullable BigDecimal reached) {
    return performed(reached) && (target == null || (reached != null && reaches(reached, target)));
  }

  /** Whether a measure is a performance at all: nothing is none, whoever else did nothing. */
  public boolean performed(@Nullable BigDecimal reached) {
    if (measure == Activity.Measure.NONE) {
      return true;
    }
    if (reached == null) {
      return target == null && minimum == null;
    }
    return reached.signum() > 0 && (minimum == null || reaches(reached, minimum));
  }

  private boolean reaches(BigDecimal reached, BigDecimal bound) {
    return moreIsBetter ? reached.compareTo(bound) >= 0 : reached.compareTo(bound) <= 0;
  }

  /** Whether proofs of these terms must come with a number. */
  public boolean measured() {
    return measure != Activity.Measure.NONE
        && (target != null || minimum != null || needs.contains(Activity.Need.MEASURE));
  }

  /** Which day or week, counted from the start's, an act belongs to in the zone of these terms. */
  public int slot(Instant actedAt) {
    LocalDate first = startsAt.atZone(zone).toLocalDate();
    LocalDate day = actedAt.atZone(zone).toLocalDate();
    return Math.toIntExact(ChronoUnit.DAYS.between(first, day) / rhythm.days());
  }

  /** The instant at which a day or week of a streak is over. */
  public Instant slotEnd(int slot) {
    LocalDate first = startsAt.atZone(zone).toLocalDate();
    Instant end = first.plusDays((slot + 1L) * rhythm.days()).atStartOfDay(zone).toInstant();
    return end.isAfter(endsAt) ? endsAt : end;
  }

  /** The same terms with what a counter-offer asks for. */
  Terms countered(@Nullable BigDecimal otherTarget, Instant otherEnd) {
    return new Terms(
        title,
        details,
        measure,
        moreIsBetter,
        otherTarget,
        minimum,
        startsAt,
        otherEnd,
        zone,
        graceHours,
        level,
        referee,
        times,
        rhythm,
        linkDays,
        winnersMax,
        placesMax,
        needs);
  }

  Terms worded(String otherTitle, String otherDetails) {
    return new Terms(
        otherTitle,
        otherDetails,
        measure,
        moreIsBetter,
        target,
        minimum,
        startsAt,
        endsAt,
        zone,
        graceHours,
        level,
        referee,
        times,
        rhythm,
        linkDays,
        winnersMax,
        placesMax,
        needs);
  }

  /** One text for one set of terms: JSON with sorted keys and nothing to choose. */
  public String canonical() {
    Map<String, Object> all = new TreeMap<>();
    all.put("details", details);
    all.put("endsAt", endsAt.toString());
    all.put("graceHours", graceHours);
    all.put("level", level.name());
    all.put("linkDays", linkDays);
    all.put("measure", measure.name());
    all.put("moreIsBetter", moreIsBetter);
    all.put("needs", new TreeSet<>(needs).stream().map(Enum::name).toList());
    all.put("rhythm", rhythm.name());
    all.put("startsAt", startsAt.toString());
    all.put("times", times);
    all.put("title", title);
    all.put("zone", zone.getId());
    put(all, "minimum", minimum == null ? null : minimum.toPlainString());
    put(all, "placesMax", placesMax);
    put(all, "referee", referee == null ? null : referee.toString());
    put(all, "target", target == null ? null : target.toPlainString());
    put(all, "winnersMax", winnersMax);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(Map<String, Object> all, String key, @Nullable Object value) {
    if (value != null) {
      all.put(key, value);
    }
  }

  /** 64 hexadecimal digits: the SHA-256 of the canonical text. */
  public String hash() {
    return hash(canonical());
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Terms parse(String canonical) {
    try {
      JsonNode all = JSON.readTree(canonical);
      Set<Activity.Need> needs = new TreeSet<>();
      all.get("needs").forEach(need -> needs.add(Activity.Need.valueOf(need.asText())));
      JsonNode referee = all.get("referee");
      return new Terms(
          all.get("title").asText(),
          all.get("details").asText(),
          Activity.Measure.valueOf(all.get("measure").asText()),
          all.get("moreIsBetter").asBoolean(),
          number(all, "target"),
          number(all, "minimum"),
          Instant.parse(all.get("startsAt").asText()),
          Instant.parse(all.get("endsAt").asText()),
          ZoneId.of(all.get("zone").asText()),
          all.get("graceHours").asInt(),
          ValidationLevel.valueOf(all.get("level").asText()),
          referee == null ? null : MemberId.fromString(referee.asText()),
          all.get("times").asInt(),
          Rhythm.valueOf(all.get("rhythm").asText()),
          all.get("linkDays").asInt(),
          integer(all, "winnersMax"),
          integer(all, "placesMax"),
          needs);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Terms that cannot be read: " + canonical, e);
    }
  }

  private static @Nullable BigDecimal number(JsonNode all, String key) {
    JsonNode node = all.get(key);
    return node == null ? null : new BigDecimal(node.asText());
  }

  private static @Nullable Integer integer(JsonNode all, String key) {
    JsonNode node = all.get(key);
    return node == null ? null : node.asInt();
  }
}

package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

/**
 * What a member says to launch a challenge: the activity, what exactly, until when, who. The rest
 * has good defaults.
 *
 * @param target in the activity's unit, or null when doing it is enough
 * @param endsAt the first instant that is too late
 * @param members whom to invite, of those one may
 * @param addresses whom to invite by mail
 * @param place code of a town, or empty: anywhere
 */
public record Launch(
    Kind kind,
    ActivityId activity,
    String title,
    @Nullable BigDecimal target,
    Instant endsAt,
    ZoneId zone,
    Kind.Audience audience,
    Set<MemberId> members,
    Set<String> addresses,
    String place,
    Options options) {
  public Launch {
    members = Set.copyOf(members);
    addresses = Set.copyOf(addresses);
  }

  /**
   * What hardly anybody changes.
   *
   * @param minimum the least that counts as done at all, or null
   * @param startsAt or null: at once
   * @param graceHours or null: the house's
   * @param level who has to believe it, or null: the kind's usual
   * @param referee who alone judges, or null
   * @param times days or weeks in a row, for a streak
   * @param linkDays how long the next of a chain has
   * @param winnersMax or null: everybody who did it
   * @param placesMax or null: the house's
   */
  public record Options(
      String details,
      @Nullable BigDecimal minimum,
      @Nullable Instant startsAt,
      @Nullable Integer graceHours,
      @Nullable ValidationLevel level,
      @Nullable MemberId referee,
      int times,
      Terms.Rhythm rhythm,
      int linkDays,
      @Nullable Integer winnersMax,
      @Nullable Integer placesMax) {
    private static final int LINK_DAYS = 7;

    /** What a caller leaves out is as usual. */
    public Options {
      details = details == null ? "" : details;
      times = times == 0 ? 1 : times;
      rhythm = rhythm == null ? Terms.Rhythm.DAY : rhythm;
      linkDays = linkDays == 0 ? LINK_DAYS : linkDays;
    }

    /** What a kind of challenge usually is. */
    public static Options usual(Kind kind) {
      return new Options(
          "",
          null,
          null,
          null,
          null,
          null,
          kind == Kind.STREAK ? 5 : 1,
          Terms.Rhythm.DAY,
          LINK_DAYS,
          null,
          null);
    }
  }
}

package org.ronde.points;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/**
 * Asks for points for one member.
 *
 * @param validator who vouched, for the diminishing value of one pair; null when nobody did
 * @param actedAt when it was done (the effective time), not when it was proved or validated
 * @param zone where it was done
 * @param activity null when the act belongs to none
 * @param company the company the member belonged to when acting, or null
 * @param departement number of the French département of the act, or empty
 * @param eligible whether contests may count it: never for an act that cost a fee or a trade
 */
public record Award(
    Cause cause,
    MemberId member,
    Effort effort,
    ValidationLevel level,
    @Nullable MemberId validator,
    Instant actedAt,
    ZoneId zone,
    @Nullable ActivityId activity,
    @Nullable CompanyId company,
    String departement,
    boolean eligible) {
  public Award {
    if (!departement.matches("|[0-9A-Z]{2,3}")) {
      throw new IllegalArgumentException("'%s' is no département.".formatted(departement));
    }
    if (member.equals(validator)) {
      throw new IllegalArgumentException(
          "Nobody vouches for themselves: %s for %s.".formatted(member, cause));
    }
  }
}

package org.ronde.contests;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.Terms.Kind;
import org.ronde.contests.Terms.Source;
import org.ronde.contests.Terms.ZoneMode;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.points.ValidationLevel;

/**
 * A contest as an operator wrote it, nothing checked. Times are by the clock of {@code zone}; of
 * LOCAL_DAY only the dates of {@code opens} and {@code closes} count, both inclusive.
 */
public record ContestDraft(
    @Nullable Kind kind,
    @Nullable String titleEn,
    @Nullable String titleFr,
    @Nullable String introEn,
    @Nullable String introFr,
    @Nullable String organiser,
    @Nullable ZoneMode zoneMode,
    @Nullable String zone,
    @Nullable Integer rollingDays,
    @Nullable LocalDateTime opens,
    @Nullable LocalDateTime freezes,
    @Nullable LocalDateTime closes,
    @Nullable LocalDateTime settles,
    @Nullable LocalDateTime draws,
    @Nullable ValidationLevel levelMin,
    @Nullable List<@NotNull String> departements,
    @Nullable List<@NotNull CompanyId> companies,
    @Nullable List<@NotNull ActivityId> activities,
    @Nullable Integer scoringVersion,
    @Nullable Long ticketPrice,
    @Nullable Integer ticketCap,
    @Nullable Integer entrantsMin,
    @Nullable Long pointsMin,
    @Nullable Source source,
    @Nullable Integer objectionHours,
    @Nullable String contact,
    @Nullable String deposit,
    @Nullable List<@NotNull PrizeDraft> prizes) {

  /**
   * A prize as written: a quantity of a published offer, or a lot of the operator without listing.
   *
   * @param valueCents commercial value, VAT included
   */
  public record PrizeDraft(
      @Nullable String title,
      @Nullable Long valueCents,
      @Nullable ListingId listing,
      @Nullable Long quantity) {}

  List<PrizeDraft> prizesOrNone() {
    return prizes == null ? List.of() : List.copyOf(prizes);
  }
}

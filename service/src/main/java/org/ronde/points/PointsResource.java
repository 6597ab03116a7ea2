package org.ronde.points;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.ids.ActivityId;

/** My points, the rules, and the chain's heads over the API. */
@Path("/api/v1/points")
@Produces(MediaType.APPLICATION_JSON)
public final class PointsResource {
  private static final int CURVE_WEEKS = 52;

  private final Progress progress;
  private final Appearances appearances;
  private final Heads heads;
  private final PointsPages.Setting setting;

  /**
   * Where I stand with myself.
   *
   * @param provisional those of the points that somebody may still question; the others are final
   * @param veiled those that others do not see yet, while the board of a contest stands still
   */
  public record Mine(
      long points,
      long provisional,
      long veiled,
      String level,
      int levelNumber,
      long pointsThisWeek,
      int weeksInARow,
      int awards,
      int activities,
      int people,
      List<Story.Week> weeks,
      List<BadgeView> badges,
      AppearanceView appearance) {}

  /** A badge and how far it is. */
  public record BadgeView(
      String code, String counts, int done, int needed, @Nullable LocalDate earnedOn) {}

  /** How boards show me. */
  public record AppearanceView(Appearances.Kind kind, @Nullable String alias) {}

  /** How boards shall show me; the alias, 2 to 40 characters, goes with ALIAS alone. */
  public record AppearanceChoice(
      @NotNull Appearances.Kind kind, @Nullable @Size(max = Appearances.ALIAS_MAX) String alias) {}

  /** An entry, as {@link Progress.EntryView} says. */
  public record EntryItem(
      long id,
      String kind,
      String causeKind,
      UUID causeId,
      int points,
      int standing,
      int worth,
      int percent,
      String cap,
      ValidationLevel level,
      Instant effectiveAt,
      Instant recordedAt,
      @Nullable ActivityId activityId,
      boolean reversed,
      @Nullable String reason,
      @Nullable Long seq,
      @Nullable String hash) {
    static EntryItem of(Progress.EntryView entry) {
      return new EntryItem(
          entry.id(),
          entry.kind(),
          entry.cause().kind(),
          entry.cause().id(),
          entry.points(),
          entry.standing(),
          entry.worth(),
          entry.percent(),
          entry.cap(),
          entry.level(),
          entry.effectiveAt(),
          entry.recordedAt(),
          entry.activity(),
          entry.reversed(),
          entry.reason(),
          entry.seq(),
          entry.hash());
    }
  }

  /** The rules in force. */
  public record RulesView(
      int version,
      List<Integer> ground,
      Scoring.Percents percents,
      List<Integer> pairPercent,
      long pairDays,
      int dayMax,
      int weekMax) {}

  public PointsResource(
      Progress progress, Appearances appearances, Heads heads, PointsPages.Setting setting) {
    this.progress = progress;
    this.appearances = appearances;
    this.heads = heads;
    this.setting = setting;
  }

  @GET
  @Operation(
      operationId = "showMyPoints",
      summary = "My points, level, badges and weeks",
      responses = @ApiResponse(responseCode = "200", description = "All of it, mine alone"))
  public Mine mine(@Auth Actor actor) {
    LocalDate today = setting.clock().instant().atZone(setting.zone()).toLocalDate();
    Story story = progress.mine(actor);
    Appearances.Appearance appearance = appearances.mine(actor);
    return new Mine(
        story.points(),
        story.points(setting.grounds().questionable(actor.memberId())),
        progress.veiled(actor),
        story.level().code(),
        story.level().number(),
        story.wonInWeekOf(today),
        story.weeksInARow(today),
        story.awards(),
        story.activities(),
        story.people(),
        story.curve(today, CURVE_WEEKS),
        story.badges().stream()
            .map(
                earned ->
                    new BadgeView(
                        earned.badge().code(),
                        earned.badge().counts().name(),
                        earned.done(),
                        earned.badge().needed(),
                        earned.earnedOn()))
            .toList(),
        new AppearanceView(appearance.kind(), appearance.alias()));
  }

  @GET
  @Path("/entries")
  @Operation(
      operationId = "listMyPointsEntries",
      summary = "My entries of the ledger, the newest first, with their seals",
      responses = @ApiResponse(responseCode = "200", description = "One page of them"))
  public Paged<EntryItem> entries(
      @Auth Actor actor, @QueryParam("page") @DefaultValue("1") int page) {
    return progress.entries(actor, page, setting.settings().entriesPageSize()).map(EntryItem::of);
  }

  @POST
  @Path("/appearance")
  @Once
  @Operation(
      operationId = "chooseMyAppearance",
      summary = "Choose how boards show me: by name, under an alias, or as somebody",
      responses = {
        @ApiResponse(responseCode = "200", description = "How I am shown from now on"),
        @ApiResponse(responseCode = "422", description = "invalid: an alias of 2 to 40 characters")
      })
  public AppearanceView appear(@Auth Actor actor, @NotNull @Valid AppearanceChoice choice) {
    appearances.choose(actor, choice.kind(), Optional.ofNullable(choice.alias()).orElse(""));
    Appearances.Appearance mine = appearances.mine(actor);
    return new AppearanceView(mine.kind(), mine.alias());
  }

  @GET
  @Path("/rules")
  @Operation(
      operationId = "showPointsRules",
      summary = "How points are counted: the version in force",
      responses = @ApiResponse(responseCode = "200", description = "The rules"))
  public RulesView rules(@Auth Optional<Actor> actor) {
    Scoring rules = progress.rules();
    return new RulesView(
        rules.version(),
        rules.ground(),
        rules.percents(),
        rules.pairPercent(),
        rules.pairWindow().toDays(),
        rules.dayMax(),
        rules.weekMax());
  }

  @GET
  @Path("/heads")
  @Operation(
      operationId = "listPointsHeads",
      summary = "The daily heads of the hash chain over all entries, the newest first",
      responses = @ApiResponse(responseCode = "200", description = "Those of about a year"))
  public List<Heads.Head> heads(@Auth Optional<Actor> actor) {
    return heads.heads();
  }
}

package org.ronde.points;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;

/** Me and my progress; how points are counted; the chain's published heads. */
@Path("/points")
@Produces(MediaType.TEXT_HTML)
public final class PointsPages {
  private static final int CURVE_WEEKS = 26;
  private static final String CSV = "text/csv; charset=utf-8";

  private final Progress progress;
  private final Appearances appearances;
  private final Heads heads;
  private final Setting setting;

  /** What the pages need beside doors. */
  public record Setting(
      Words words,
      InstantSource clock,
      ZoneId zone,
      PointsSettings settings,
      Leaderboards boards,
      Grounds grounds) {}

  /**
   * An entry as the page shows it.
   *
   * @param open whether somebody may still question it
   * @param why the last part of the message that says what it was for
   * @param ground the thing it was for, or null when nobody knows more than that
   */
  public record Row(
      Progress.EntryView entry, boolean open, String why, Grounds.@Nullable Ground ground) {}

  public PointsPages(Progress progress, Appearances appearances, Heads heads, Setting setting) {
    this.progress = progress;
    this.appearances = appearances;
    this.heads = heads;
    this.setting = setting;
  }

  @GET
  public View mine(
      @Auth Actor actor,
      @QueryParam("page") @DefaultValue("1") int page,
      @Context ContainerRequestContext request) {
    return view(actor, page, presets(appearances.mine(actor)), Languages.of(request));
  }

  private View view(Actor actor, int page, Form form, Locale locale) {
    Paged<Progress.EntryView> found =
        progress.entries(actor, page, setting.settings().entriesPageSize());
    LocalDate today = setting.clock().instant().atZone(setting.zone()).toLocalDate();
    Story story = progress.mine(actor);
    Level level = story.level();
    Set<Cause> open = setting.grounds().questionable(actor.memberId());
    return View.of("points/mine")
        .with("story", story)
        .with("level", level)
        .with("next", level.number() < Level.all().size() ? Level.all().get(level.number()) : null)
        .with("curve", new Curve(story.curve(today, CURVE_WEEKS)))
        .with("thisWeek", story.wonInWeekOf(today))
        .with("row", story.weeksInARow(today))
        .with("bestWeek", story.bestWeek())
        .with("badges", story.badges())
        .with("entries", found)
        .with("rows", rows(found.items(), open, locale))
        .with("provisional", story.points(open))
        .with("veiled", progress.veiled(actor))
        .with("rules", progress.rules())
        .with("usual", setting.boards().usual())
        .with(form);
  }

  private List<Row> rows(List<Progress.EntryView> entries, Set<Cause> open, Locale locale) {
    Map<Cause, Grounds.Ground> grounds =
        setting
            .grounds()
            .of(entries.stream().map(Progress.EntryView::cause).distinct().toList(), locale);
    return entries.stream()
        .map(
            entry ->
                new Row(
                    entry,
                    open.contains(entry.cause()),
                    known(entry.cause().kind()),
                    grounds.get(entry.cause())))
        .toList();
  }

  private static Form presets(Appearances.Appearance mine) {
    return Form.empty().preset("appearance", mine.kind()).preset("alias", mine.alias());
  }

  /** How boards show me from now on. */
  @POST
  @Path("/appearance")
  @Once
  public Response appear(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    try {
      appearances.choose(actor, kind(form), form.value("alias"));
    } catch (Refusal refusal) {
      Form again = form.refused(refusal, setting.words(), Languages.of(request));
      return view(actor, 1, again, Languages.of(request)).answering(refusal);
    }
    return Redirect.to("/points").saying("points.flash.appearance").response();
  }

  private static Appearances.Kind kind(Form form) {
    return form.findChoice("appearance", Appearances.Kind.class)
        .orElseThrow(
            () -> Refusal.invalid(Refusal.Fault.of("appearance", "points.fault.appearance")));
  }

  @GET
  @Path("/export")
  @Produces(CSV)
  public Response export(@Auth Actor actor, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Csv csv =
        new Csv()
            .row(
                List.of(
                    words(locale, "points.column.entry"),
                    words(locale, "points.column.what"),
                    words(locale, "points.column.day"),
                    words(locale, "points.column.points"),
                    words(locale, "points.column.seal")));
    for (Progress.EntryView entry : progress.entries(actor)) {
      csv.row(
          List.of(
              entry.id(),
              words(locale, "points.cause." + known(entry.cause().kind())),
              entry.actedOn(),
              entry.points(),
              entry.hash() == null ? "" : entry.hash()));
    }
    return Response.ok(csv.toString())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"points.csv\"")
        .build();
  }

  private String words(Locale locale, String key) {
    return setting.words().say(locale, key);
  }

  /** Causes that have words of their own; any other is "something you did". */
  private String known(String kind) {
    return setting.words().patterns(Words.ENGLISH).containsKey("points.cause." + kind)
        ? kind
        : "other";
  }

  @GET
  @Path("/rules")
  public View rules(@Auth Optional<Actor> actor) {
    return View.of("points/rules")
        .with("rules", progress.rules())
        .with("alone", Scoring.voucherPercent(ValidationLevel.SELF))
        .with("witnessed", Scoring.voucherPercent(ValidationLevel.WITNESSES))
        .with("levels", Level.all())
        .with("badges", Badge.all());
  }

  @GET
  @Path("/heads")
  public View heads(@Auth Optional<Actor> actor) {
    return View.of("points/heads").with("heads", heads.heads());
  }
}

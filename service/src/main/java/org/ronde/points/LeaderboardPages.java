package org.ronde.points;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.View;
import org.ronde.http.Words;

/** The boards: a page that stays live, a file, and a view for a big screen. */
@Path("/leaderboards")
@Produces(MediaType.TEXT_HTML)
public final class LeaderboardPages {
  private static final String CSV = "text/csv; charset=utf-8";
  private static final int SCREEN_ROWS = 15;

  private final Leaderboards leaderboards;
  private final LiveBoards live;
  private final Words words;

  public LeaderboardPages(Leaderboards leaderboards, LiveBoards live, Words words) {
    this.leaderboards = leaderboards;
    this.live = live;
    this.words = words;
  }

  /** A board; without one, my own progress comes first. */
  @GET
  public Response show(
      @Auth Actor actor,
      @QueryParam("board") @DefaultValue("") String board,
      @Context ContainerRequestContext request) {
    if (board.isEmpty()) {
      return Response.seeOther(URI.create("/points")).build();
    }
    return Response.ok(
            View.of("points/board")
                .with("sheet", leaderboards.sheet(actor, board, Languages.of(request)))
                .with("usual", leaderboards.usual()))
        .build();
  }

  @GET
  @Path("/all")
  public View all(@Auth Actor actor, @Context ContainerRequestContext request) {
    return View.of("points/boards")
        .with("usual", leaderboards.usual())
        .with("choices", leaderboards.mine(actor, Languages.of(request)));
  }

  @GET
  @Path("/screen")
  public View screen(
      @Auth Actor actor,
      @QueryParam("board") @DefaultValue("global") String board,
      @Context ContainerRequestContext request) {
    Leaderboards.Sheet sheet = leaderboards.sheet(actor, board, Languages.of(request));
    List<Leaderboards.Row> rows = sheet.top();
    return View.of("points/screen")
        .with("sheet", sheet)
        .with("rows", rows.subList(0, Math.min(SCREEN_ROWS, rows.size())));
  }

  @GET
  @Path("/export")
  @Produces(CSV)
  public Response export(
      @Auth Actor actor,
      @QueryParam("board") @DefaultValue("global") String board,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Leaderboards.Sheet sheet = leaderboards.export(actor, board, locale);
    Csv csv =
        new Csv()
            .row(
                List.of(
                    words.say(locale, "points.column.rank"),
                    words.say(locale, "points.column.who"),
                    words.say(locale, "points.column.points")));
    for (Leaderboards.Row row : sheet.top()) {
      String name = row.name() == null ? words.say(locale, "points.somebody") : row.name();
      csv.row(List.of(row.rank(), name, row.points()));
    }
    return Response.ok(csv.toString())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.csv\"".formatted(sheet.board().address().replace(':', '-')))
        .build();
  }

  /** Server-sent events: the board's version, at once and whenever it changes. */
  @GET
  @Path("/events")
  @Produces(LiveBoards.EVENT_STREAM)
  public Response events(
      @Auth Actor actor,
      @QueryParam("board") @DefaultValue("global") String board,
      @Context ContainerRequestContext request) {
    BoardKey watched = leaderboards.watched(actor, board, Languages.of(request));
    return Response.ok(live.open(watched, actor.memberId()))
        // A proxy that collects an answer before it passes it on would collect for ever.
        .header("X-Accel-Buffering", "no")
        .build();
  }
}

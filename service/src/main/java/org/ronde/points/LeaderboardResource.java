package org.ronde.points;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.ronde.http.Actor;
import org.ronde.http.Languages;

/** The boards over the API. */
@Path("/api/v1/leaderboards")
@Produces(MediaType.APPLICATION_JSON)
public final class LeaderboardResource {
  private final Leaderboards leaderboards;

  public LeaderboardResource(Leaderboards leaderboards) {
    this.leaderboards = leaderboards;
  }

  @GET
  @Operation(
      operationId = "showLeaderboard",
      summary = "A board: my line, those around me, the first rows",
      responses = {
        @ApiResponse(responseCode = "200", description = "Ranks are exact, 1-2-2-4"),
        @ApiResponse(responseCode = "404", description = "not-found: no board, or none for me")
      })
  public Leaderboards.Sheet show(
      @Auth Actor actor,
      @QueryParam("board") @DefaultValue("global") String board,
      @Context ContainerRequestContext request) {
    return leaderboards.sheet(actor, board, Languages.of(request));
  }

  @GET
  @Path("/mine")
  @Operation(
      operationId = "listMyLeaderboards",
      summary = "The boards I stand on",
      responses = @ApiResponse(responseCode = "200", description = "With their addresses"))
  public List<Leaderboards.Choice> mine(
      @Auth Actor actor, @Context ContainerRequestContext request) {
    return leaderboards.mine(actor, Languages.of(request));
  }
}

package org.ronde.cycles;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.ids.ClearingId;

/** Clearings, for operators. */
@Path("/api/v1/clearings")
@Produces(MediaType.APPLICATION_JSON)
public final class ClearingResource {
  private final Clearings clearings;
  private final Cycles cycles;

  /** A clearing, why it chose as it did, and what it proposed. */
  public record Whole(Clearing clearing, List<Clearing.ScoreLine> score, List<Found> cycles) {}

  public ClearingResource(Clearings clearings, Cycles cycles) {
    this.clearings = clearings;
    this.cycles = cycles;
  }

  @GET
  @Operation(
      summary = "The latest clearings",
      responses = {
        @ApiResponse(responseCode = "200", description = "Newest first"),
        @ApiResponse(responseCode = "404", description = "For others than operators")
      })
  public List<Clearing> list(@Auth Actor actor) {
    return clearings.latest(actor);
  }

  @POST
  @Once
  @Operation(
      summary = "Ask for a clearing",
      responses = {
        @ApiResponse(responseCode = "201", description = "It waits for its turn"),
        @ApiResponse(responseCode = "404", description = "For others than operators"),
        @ApiResponse(responseCode = "409", description = "One waits already; the detail names it")
      })
  public Response request(@Auth Actor actor) {
    var id = clearings.request(actor);
    return Response.created(URI.create("/api/v1/clearings/" + id))
        .entity(clearings.explained(actor, id).clearing())
        .build();
  }

  @POST
  @Path("/{clearingId}/stops")
  @Once
  @Operation(
      summary = "Stop a clearing: it proposes nothing more",
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "As it stands; it ends in a second or two"),
        @ApiResponse(responseCode = "404", description = "None, or for others than operators")
      })
  public Clearing stop(@Auth Actor actor, @PathParam("clearingId") ClearingId id) {
    clearings.stop(actor, id);
    return clearings.explained(actor, id).clearing();
  }

  @GET
  @Path("/{clearingId}")
  @Operation(
      summary = "One clearing, its score explained and the cycles it proposed",
      responses = {
        @ApiResponse(responseCode = "200", description = "The clearing"),
        @ApiResponse(responseCode = "404", description = "None, or for others than operators")
      })
  public Whole show(@Auth Actor actor, @PathParam("clearingId") ClearingId id) {
    var explained = clearings.explained(actor, id);
    return new Whole(explained.clearing(), explained.score(), cycles.foundBy(actor, id));
  }
}

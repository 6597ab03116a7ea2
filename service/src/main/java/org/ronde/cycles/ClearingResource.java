package org.ronde.cycles;

import static java.util.Objects.requireNonNullElse;

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
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.ids.ClearingId;

/** Clearings, for operators. */
@Path("/api/v1/clearings")
@Produces(MediaType.APPLICATION_JSON)
public final class ClearingResource {
  private final Clearings clearings;
  private final Cycles cycles;

  /** A clearing, why it chose as it did, how it came along, and what it proposed. */
  public record Whole(
      Clearing clearing,
      @Nullable Double gapPercent,
      List<Clearing.ScoreLine> score,
      List<Clearing.Moment> moments,
      List<Found> cycles) {}

  /**
   * What to ask of a clearing; what is left out is as usual.
   *
   * @param trial whether it only looks, and proposes nothing
   * @param cycleLengthMax most companies in a cycle, 2 to 6
   * @param stepsMax most improvement steps, 0 to 1,000,000
   * @param seconds guard against a run that does not end, 1 to 43,200
   * @param seed where the engine's chance begins
   */
  public record Request(
      @Nullable Boolean trial,
      @Nullable Integer cycleLengthMax,
      @Nullable Long stepsMax,
      @Nullable Integer seconds,
      @Nullable Long seed) {
    Clearing.Asked asked(Clearing.Asked usual) {
      return new Clearing.Asked(
          Boolean.TRUE.equals(trial),
          requireNonNullElse(cycleLengthMax, usual.cycleLengthMax()),
          requireNonNullElse(stepsMax, usual.stepsMax()),
          seconds == null ? usual.solveMillisMax() : 1000L * seconds,
          requireNonNullElse(seed, usual.seed()));
    }
  }

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
      summary = "Ask for a clearing, or for a trial that proposes nothing",
      responses = {
        @ApiResponse(responseCode = "201", description = "It waits for its turn"),
        @ApiResponse(responseCode = "404", description = "For others than operators"),
        @ApiResponse(responseCode = "409", description = "One waits already; the detail names it"),
        @ApiResponse(responseCode = "422", description = "A limit is out of bounds")
      })
  public Response request(@Auth Actor actor, @Nullable Request request) {
    var usual = clearings.usual();
    return created(actor, clearings.request(actor, request == null ? usual : request.asked(usual)));
  }

  @POST
  @Path("/{clearingId}/proposals")
  @Once
  @Operation(
      summary = "Run a trial again, to propose what it finds",
      responses = {
        @ApiResponse(responseCode = "201", description = "A clearing with the same limits waits"),
        @ApiResponse(responseCode = "404", description = "None, or for others than operators"),
        @ApiResponse(responseCode = "409", description = "One waits already; the detail names it")
      })
  public Response propose(@Auth Actor actor, @PathParam("clearingId") ClearingId id) {
    return created(actor, clearings.proposeLike(actor, id));
  }

  private Response created(Actor actor, ClearingId id) {
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
    return new Whole(
        explained.clearing(),
        explained.clearing().gapPercent(),
        explained.score(),
        explained.moments(),
        cycles.foundBy(actor, id));
  }

  @GET
  @Path("/{clearingId}/market")
  @Produces("application/gzip")
  @Operation(
      summary = "The market a clearing saw, as ronde-match reads it, packed by gzip",
      responses = {
        @ApiResponse(responseCode = "200", description = "JSON, packed by gzip"),
        @ApiResponse(
            responseCode = "404",
            description = "None, not kept any more, or for others than operators")
      })
  public byte[] market(@Auth Actor actor, @PathParam("clearingId") ClearingId id) {
    return clearings.market(actor, id);
  }

  @GET
  @Path("/{clearingId}/manifest")
  @Operation(
      summary = "The sealed manifest of a clearing: what it was given, and hashes of what came out",
      responses = {
        @ApiResponse(responseCode = "200", description = "As docs/replay.md describes it"),
        @ApiResponse(
            responseCode = "404",
            description = "None, not kept any more, or for others than operators")
      })
  public String manifest(@Auth Actor actor, @PathParam("clearingId") ClearingId id) {
    return clearings.manifest(actor, id);
  }
}

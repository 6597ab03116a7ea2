package org.ronde.contests;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.draw.Bundle;
import org.ronde.contests.draw.SealedList;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ContestId;

/** Contests over the API: the same rights, the same freeze. */
@Path("/api/v1/contests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ContestResource {
  private static final String NOT_FOUND = "not-found: there is none";

  private final ContestsRoom room;
  private final Showing showing;

  public ContestResource(ContestsRoom room, Showing showing) {
    this.room = room;
    this.showing = showing;
  }

  /** What runs, what comes, what is over. */
  public record ContestList(List<Contest> running, List<Contest> coming, List<Contest> finished) {}

  /** A contest, its prizes and my part; {@code myPoints} are mine to know, frozen or not. */
  public record ContestView(
      Contest contest,
      List<Showing.Won> prizes,
      long entrants,
      boolean entered,
      long myPoints,
      boolean free) {}

  /** How I enter: my zone, for contests by local days, and whether I am shown by name. */
  public record Entering(@Nullable String zone, boolean shown) {}

  /** My objection to a provisional result, 10 to 2,000 characters. */
  public record Objecting(@NotNull String text) {}

  @GET
  @Operation(
      operationId = "listContests",
      summary = "Contests that run, that come, and a page of those that are over",
      responses = @ApiResponse(responseCode = "200", description = "All of them"))
  public ContestList list(
      @Auth Optional<Actor> reader, @QueryParam("page") @DefaultValue("1") int page) {
    return new ContestList(
        room.contests().running(), room.contests().coming(), room.contests().finished(page));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "showContest",
      summary = "A contest with its terms, its prizes and my part in it",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND)
      })
  public ContestView show(@Auth Optional<Actor> reader, @PathParam("id") ContestId id) {
    Contest contest = room.contests().contest(reader, id);
    Optional<Entrant> entrant = room.contests().findEntrant(reader, id);
    return new ContestView(
        contest,
        showing.prizes(contest, reader, false),
        room.contests().entrants(id),
        entrant.map(Entrant::active).orElse(false),
        entrant.map(e -> room.contests().ownPoints(contest, e)).orElse(0L),
        true);
  }

  @POST
  @Path("/{id}/entries")
  @Once
  @Operation(
      operationId = "enterContest",
      summary = "Take part, free of charge; again, it changes only whether I am shown by name",
      responses = {
        @ApiResponse(responseCode = "200", description = "I take part"),
        @ApiResponse(
            responseCode = "403",
            description = "staff-excluded: operators take no part; not-eligible: see the rules"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = "contest-state: entering is over"),
        @ApiResponse(responseCode = "422", description = "invalid: no such zone")
      })
  public ContestView enter(
      @Auth Actor actor, @PathParam("id") ContestId id, @NotNull @Valid Entering entering) {
    room.contests().enter(actor, id, entering.zone(), entering.shown());
    return show(Optional.of(actor), id);
  }

  @DELETE
  @Path("/{id}/entries/mine")
  @Operation(
      operationId = "leaveContest",
      summary = "Leave: my points stay mine, a prize I won is drawn again",
      responses = {
        @ApiResponse(responseCode = "200", description = "I am out"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND + ", or I take no part")
      })
  public ContestView leave(@Auth Actor actor, @PathParam("id") ContestId id) {
    room.contests().leave(actor, id);
    return show(Optional.of(actor), id);
  }

  @POST
  @Path("/{id}/objections")
  @Once
  @Operation(
      operationId = "objectToContest",
      summary = "Object to the provisional result, once",
      responses = {
        @ApiResponse(responseCode = "200", description = "The operator will answer"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = "contest-state: not the time"),
        @ApiResponse(responseCode = "422", description = "invalid: too short or too long")
      })
  public ContestView object(
      @Auth Actor actor, @PathParam("id") ContestId id, @NotNull @Valid Objecting objecting) {
    room.contests().object(actor, id, objecting.text());
    return show(Optional.of(actor), id);
  }

  @POST
  @Path("/{id}/prizes/{place}/agreements")
  @Once
  @Operation(
      operationId = "agreeToPrize",
      summary = "My company gives this prize",
      responses = {
        @ApiResponse(responseCode = "200", description = "The prize"),
        @ApiResponse(responseCode = "404", description = "not-found: my company is not asked")
      })
  public Prize agree(
      @Auth Actor actor, @PathParam("id") ContestId id, @PathParam("place") int place) {
    room.awarding().agree(actor, id, place);
    return room.awarding().gift(actor, id, place);
  }

  @GET
  @Path("/{id}/standings")
  @Operation(
      operationId = "listContestStandings",
      summary = "Fifty lines of the standings; frozen, they stay as they were at the freeze",
      responses = {
        @ApiResponse(responseCode = "200", description = "A page of them"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND)
      })
  public Standings.Board standings(
      @Auth Optional<Actor> reader,
      @PathParam("id") ContestId id,
      @QueryParam("page") @DefaultValue("1") int page) {
    return room.standings().page(reader, room.contests().contest(reader, id), page);
  }

  @GET
  @Path("/{id}/rules")
  @Operation(
      operationId = "listContestRules",
      summary = "Every version of the rules, the latest first",
      responses = {
        @ApiResponse(responseCode = "200", description = "All versions"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND)
      })
  public List<Rules> rules(@Auth Optional<Actor> reader, @PathParam("id") ContestId id) {
    room.contests().contest(reader, id);
    return room.contests().rules(id);
  }

  @GET
  @Path("/{id}/bundle")
  @Operation(
      operationId = "showContestBundle",
      summary = "All that proves the draw, as docs/draw.md tells",
      responses = {
        @ApiResponse(responseCode = "200", description = "The bundle"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = "contest-state: no result yet")
      })
  public Bundle bundle(@Auth Optional<Actor> reader, @PathParam("id") ContestId id) {
    return room.proofs().bundle(reader, room.contests().contest(reader, id));
  }

  @GET
  @Path("/{id}/proofs/mine")
  @Operation(
      operationId = "showMyContestProof",
      summary = "My entry's place on the sealed list",
      responses = {
        @ApiResponse(responseCode = "200", description = "The inclusion proof"),
        @ApiResponse(responseCode = "404", description = "not-found: not sealed, or not on it")
      })
  public SealedList.Proof proof(@Auth Actor actor, @PathParam("id") ContestId id) {
    Contest contest = room.contests().contest(Optional.of(actor), id);
    Entrant entrant =
        room.contests()
            .findEntrant(Optional.of(actor), id)
            .filter(found -> contest.sealedAt() != null)
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    return room.proofs().inclusion(id, entrant.pseudonym());
  }
}

package org.ronde.contests;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ContestId;

/** Organising contests over the API; for others than operators there is nothing here. */
@Path("/api/v1/operator/contests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OfficeResource {
  private static final String NOT_FOUND = "not-found: there is none, or I am no operator";
  private static final String STATE = "contest-state: not as it stands now";

  private final ContestsRoom room;

  public OfficeResource(ContestsRoom room) {
    this.room = room;
  }

  /** The end of a chain whose secret I keep; null: Ronde keeps one. */
  public record Publication(@Nullable String commitment) {}

  /** The beacon's round or the chain's link, for a draw; null when it is not needed. */
  public record Move(@Nullable String randomness) {}

  /** Why, 3 to 1,000 characters; everybody may read it. */
  public record Reason(@NotNull String reason) {}

  /** Another version of the points' rules, and why. */
  public record Rescoring(int scoringVersion, @NotNull String reason) {}

  /** Whom to strike, and why. */
  public record Strike(@NotNull String pseudonym, @NotNull String reason) {}

  /** What is handed over instead; at least the same commercial value, VAT included. */
  public record Substitute(@NotNull String title, long valueCents) {}

  /** What I vouch for: the winner is of age, or their guardian's consent is kept. */
  public record Handover(Prize.@NotNull Guardian guardian) {}

  /** The answer to an objection. */
  public record Answer(@NotNull String answer) {}

  @POST
  @Once
  @Operation(
      operationId = "createContest",
      summary = "Write a draft; the companies of prizes that are listings are asked",
      responses = {
        @ApiResponse(responseCode = "200", description = "The draft"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "422", description = "invalid: what does not fit")
      })
  public Contest create(@Auth Actor actor, @NotNull @Valid ContestDraft draft) {
    return room.organising().create(actor, draft);
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "editContest",
      summary = "Write a draft afresh",
      responses = {
        @ApiResponse(responseCode = "200", description = "The draft"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public Contest edit(
      @Auth Actor actor, @PathParam("id") ContestId id, @NotNull @Valid ContestDraft draft) {
    return room.organising().edit(actor, id, draft);
  }

  @POST
  @Path("/{id}/publications")
  @Once
  @Operation(
      operationId = "publishContest",
      summary = "Publish the rules and hold the prizes; nothing of it changes afterwards",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(
            responseCode = "409",
            description = STATE + "; prize-consent; listing-changed; quantity-gone")
      })
  public Contest publish(
      @Auth Actor actor, @PathParam("id") ContestId id, @NotNull @Valid Publication publication) {
    return room.organising().publish(actor, id, text(publication.commitment()));
  }

  @POST
  @Path("/{id}/moves")
  @Once
  @Operation(
      operationId = "moveContest",
      summary = "Make the next move if its time has come; of a draw, with the round pasted",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest after it"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE + "; contest-early"),
        @ApiResponse(responseCode = "422", description = "randomness-wrong")
      })
  public Contest move(@Auth Actor actor, @PathParam("id") ContestId id, @NotNull @Valid Move move) {
    return room.organising().advance(actor, id, text(move.randomness()));
  }

  @POST
  @Path("/{id}/suspensions")
  @Once
  @Operation(
      operationId = "suspendContest",
      summary = "Stop a contest's clock",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public Contest suspend(
      @Auth Actor actor, @PathParam("id") ContestId id, @NotNull @Valid Reason reason) {
    return room.organising().suspend(actor, id, reason.reason());
  }

  @POST
  @Path("/{id}/resumptions")
  @Once
  @Operation(
      operationId = "resumeContest",
      summary = "Let a suspended contest go on where it was",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public Contest resume(@Auth Actor actor, @PathParam("id") ContestId id) {
    return room.organising().resume(actor, id);
  }

  @POST
  @Path("/{id}/cancellations")
  @Once
  @Operation(
      operationId = "cancelContest",
      summary = "End a contest without a result; prizes are free again",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public Contest cancel(
      @Auth Actor actor, @PathParam("id") ContestId id, @NotNull @Valid Reason reason) {
    return room.organising().cancel(actor, id, reason.reason());
  }

  @POST
  @Path("/{id}/rules")
  @Once
  @Operation(
      operationId = "rescoreContest",
      summary = "A new version of the rules, because the points' rules were corrected",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public Contest rescore(
      @Auth Actor actor, @PathParam("id") ContestId id, @NotNull @Valid Rescoring rescoring) {
    return room.organising().rescore(actor, id, rescoring.scoringVersion(), rescoring.reason());
  }

  @POST
  @Path("/{id}/strikes")
  @Once
  @Operation(
      operationId = "strikeEntrant",
      summary = "Strike an entrant; a loser's going changes no winner",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND)
      })
  public Contest strike(
      @Auth Actor actor, @PathParam("id") ContestId id, @NotNull @Valid Strike strike) {
    room.organising().strike(actor, id, strike.pseudonym(), strike.reason());
    return contest(actor, id);
  }

  @POST
  @Path("/{id}/objections/{objection}/answers")
  @Once
  @Operation(
      operationId = "answerObjection",
      summary = "Answer an objection",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND)
      })
  public Contest answer(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      @PathParam("objection") UUID objection,
      @NotNull @Valid Answer answer) {
    room.awarding().answer(actor, id, objection, answer.answer());
    return contest(actor, id);
  }

  @POST
  @Path("/{id}/prizes/{place}/substitutes")
  @Once
  @Operation(
      operationId = "substitutePrize",
      summary = "Replace a prize that cannot be delivered",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = "prize-state: not held"),
        @ApiResponse(responseCode = "422", description = "invalid: it is worth less")
      })
  public Contest substitute(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      @PathParam("place") int place,
      @NotNull @Valid Substitute substitute) {
    room.awarding().substitute(actor, id, place, substitute.title(), substitute.valueCents());
    return contest(actor, id);
  }

  @POST
  @Path("/{id}/prizes/{place}/handovers")
  @Once
  @Operation(
      operationId = "handOverPrize",
      summary = "Note that a prize is with its winner",
      responses = {
        @ApiResponse(responseCode = "200", description = "The contest"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE + "; prize-state: not held")
      })
  public Contest handOver(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      @PathParam("place") int place,
      @NotNull @Valid Handover handover) {
    room.awarding().handOver(actor, id, place, handover.guardian());
    return contest(actor, id);
  }

  private Contest contest(Actor actor, ContestId id) {
    return room.organising().find(actor, id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}

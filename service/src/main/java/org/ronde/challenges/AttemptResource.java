package org.ronde.challenges;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.ids.AttemptId;

/** What others say of an attempt, over the API. */
@Path("/api/v1/attempts")
@Produces(MediaType.APPLICATION_JSON)
public final class AttemptResource {

  private final Reception reception;
  private final Challenges challenges;

  /** Yes or no, with a reason when it is no. */
  public record Decision(boolean yes, @Nullable String reason) {}

  /** Why, or what happened. */
  public record Statement(@NotNull String text) {}

  public AttemptResource(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
  }

  @POST
  @Path("/{attempt}/counter-answers")
  @Once
  @Operation(
      operationId = "answerCounterOffer",
      summary = "Say whether a counter-offer holds, as the author",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE + "; too-late")
      })
  public Seen.Whole answerCounter(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid Decision decision,
      @Context ContainerRequestContext request) {
    challenges.answers().answerCounter(actor, attempt, decision.yes());
    return reception.seen(actor, attempt, request);
  }

  @POST
  @Path("/{attempt}/validations")
  @Once
  @Operation(
      operationId = "believeAttempt",
      summary = "Say that I believe it; after the first who suffices, sign with them",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "403", description = Answered.NOT_MINE),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE)
      })
  public Seen.Whole believe(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @Context ContainerRequestContext request) {
    challenges.attempts().believe(actor, attempt);
    return reception.seen(actor, attempt, request);
  }

  @POST
  @Path("/{attempt}/not-yets")
  @Once
  @Operation(
      operationId = "notYet",
      summary = "Say what is missing; the doer may add a proof once",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "403", description = Answered.NOT_MINE),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
      })
  public Seen.Whole notYet(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid Statement reason,
      @Context ContainerRequestContext request) {
    challenges.attempts().notYet(actor, attempt, reason.text().strip());
    return reception.seen(actor, attempt, request);
  }

  @POST
  @Path("/{attempt}/disputes")
  @Once
  @Operation(
      operationId = "disputeAttempt",
      summary = "Ask the desk: as the doer after a 'not yet', as another after a validation",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "403", description = Answered.NOT_MINE),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE + "; too-late"),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
      })
  public Seen.Whole dispute(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid Statement statement,
      @Context ContainerRequestContext request) {
    challenges.attempts().dispute(actor, attempt, statement.text().strip());
    return reception.seen(actor, attempt, request);
  }
}

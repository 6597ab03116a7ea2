package org.ronde.challenges;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;

/** Proofs that wait for an officer, over the API. */
@Path("/api/v1/operator/attempts")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorAttemptResource {
  private static final String NOT_FOUND = ChallengeResource.NOT_FOUND;
  private static final String STATE = "attempt-state or challenge-state: not now";
  private static final String INVALID = "invalid: a fault for each field that does not fit";
  private static final String NOT_MINE = "not-your-call: I am not asked about this one";

  private final Challenges challenges;

  /** Proofs that wait for an officer. */
  public record WaitingList(List<Board.Waiting> attempts) {}

  public OperatorAttemptResource(Reception reception) {
    this.challenges = reception.challenges();
  }

  @GET
  @Operation(
      operationId = "listAttemptsForOfficers",
      summary = "Proofs that wait for an officer, for operators",
      responses = {
        @ApiResponse(responseCode = "200", description = "They"),
        @ApiResponse(responseCode = "404", description = "not-found: I am no operator")
      })
  public WaitingList waiting(@Auth Actor actor, @Context ContainerRequestContext request) {
    return new WaitingList(challenges.board().forOfficers(actor, Languages.of(request)));
  }

  @POST
  @Path("/{attempt}/decisions")
  @Once
  @Operation(
      operationId = "decideAttempt",
      summary = "Decide about a proof, as an officer",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "403", description = NOT_MINE),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE),
        @ApiResponse(responseCode = "422", description = INVALID)
      })
  public Seen.Whole decide(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid AttemptResource.Decision decision,
      @Context ContainerRequestContext request) {
    challenges.attempts().decide(actor, attempt, decision.yes(), text(decision.reason()));
    return show(actor, challenges.board().challengeOf(actor, attempt), request);
  }

  @POST
  @Path("/{attempt}/revocations")
  @Once
  @Operation(
      operationId = "revokeAttempt",
      summary = "Take back what was believed, as an officer",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "403", description = NOT_MINE),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE),
        @ApiResponse(responseCode = "422", description = INVALID)
      })
  public Seen.Whole revoke(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid AttemptResource.Statement reason,
      @Context ContainerRequestContext request) {
    challenges.attempts().revoke(actor, attempt, reason.text().strip());
    return show(actor, challenges.board().challengeOf(actor, attempt), request);
  }

  private Seen.Whole show(Actor actor, ChallengeId id, ContainerRequestContext request) {
    return challenges.board().challenge(actor, Languages.of(request), id);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}

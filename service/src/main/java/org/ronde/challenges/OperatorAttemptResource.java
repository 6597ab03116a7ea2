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

/** Proofs that wait for an officer, over the API. */
@Path("/api/v1/operator/attempts")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorAttemptResource {

  private final Reception reception;
  private final Challenges challenges;

  /** Proofs that wait for an officer. */
  public record WaitingList(List<Board.Waiting> attempts) {}

  public OperatorAttemptResource(Reception reception) {
    this.reception = reception;
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
        @ApiResponse(responseCode = "403", description = Answered.NOT_MINE),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
      })
  public Seen.Whole decide(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid AttemptResource.Decision decision,
      @Context ContainerRequestContext request) {
    challenges.attempts().decide(actor, attempt, decision.yes(), text(decision.reason()));
    return reception.seen(actor, attempt, request);
  }

  @POST
  @Path("/{attempt}/revocations")
  @Once
  @Operation(
      operationId = "revokeAttempt",
      summary =
          "Say at the desk that something should not have been believed: another officer decides,"
              + " and the only one takes it back at once",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "403", description = Answered.NOT_MINE),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE + "; dispute-open"),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
      })
  public Seen.Whole revoke(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid AttemptResource.Statement reason,
      @Context ContainerRequestContext request) {
    challenges.revocations().ask(actor, attempt, reason.text().strip());
    return reception.seen(actor, attempt, request);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}

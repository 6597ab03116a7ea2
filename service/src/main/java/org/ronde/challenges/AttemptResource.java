package org.ronde.challenges;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;

/** Answers, proofs and what others say of them, over the API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class AttemptResource {
  private static final String NOT_FOUND = ChallengeResource.NOT_FOUND;
  private static final String STATE = "attempt-state or challenge-state: not now";
  private static final String INVALID = "invalid: a fault for each field that does not fit";
  private static final String NOT_MINE = "not-your-call: I am not asked about this one";

  private final Challenges challenges;
  private final Reception reception;

  /** Yes, to the terms that were read. */
  public record Acceptance(int version, @Nullable String words) {}

  /** Some words, or none. */
  public record WithWords(@Nullable String words) {}

  /** On other terms. */
  public record CounterOffer(
      @Nullable BigDecimal target, @NotNull Instant endsAt, @Nullable String words) {}

  /** Yes or no, with a reason when it is no. */
  public record Decision(boolean yes, @Nullable String reason) {}

  /** A proof without files; one with files is sent as a form. */
  public record NewProof(
      @Nullable String text,
      @Nullable BigDecimal measure,
      @Nullable Instant takenAt,
      @Nullable String place,
      @Nullable Set<MemberId> witnesses) {}

  /** Why, or what happened. */
  public record Statement(@NotNull String text) {}

  /** Proofs that wait for an officer. */
  public record WaitingList(List<Board.Waiting> attempts) {}

  public AttemptResource(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
  }

  @POST
  @Path("/challenges/{id}/acceptances")
  @Once
  @Operation(
      operationId = "acceptChallenge",
      summary = "Say yes: to an invitation, an open call, or newer terms",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(
            responseCode = "409",
            description = STATE + "; terms-changed; too-late; no-place-left")
      })
  public Seen.Whole accept(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid Acceptance yes,
      @Context ContainerRequestContext request) {
    challenges.answers().accept(actor, id, yes.version(), text(yes.words()));
    return show(actor, id, request);
  }

  @POST
  @Path("/challenges/{id}/refusals")
  @Once
  @Operation(
      operationId = "refuseChallenge",
      summary = "Say no",
      responses = {
        @ApiResponse(responseCode = "200", description = "Said"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public void refuse(
      @Auth Actor actor, @PathParam("id") ChallengeId id, @Nullable WithWords words) {
    challenges.answers().refuse(actor, id, words == null ? "" : text(words.words()));
  }

  @POST
  @Path("/challenges/{id}/counters")
  @Once
  @Operation(
      operationId = "counterChallenge",
      summary = "Ask for another target or end",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE + "; terms-fixed; too-late"),
        @ApiResponse(responseCode = "422", description = INVALID)
      })
  public Seen.Whole counter(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid CounterOffer offer,
      @Context ContainerRequestContext request) {
    challenges
        .answers()
        .counter(
            actor, id, new Answers.Counter(offer.target(), offer.endsAt(), text(offer.words())));
    return show(actor, id, request);
  }

  @POST
  @Path("/attempts/{attempt}/counter-answers")
  @Once
  @Operation(
      operationId = "answerCounterOffer",
      summary = "Say whether a counter-offer holds, as the author",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE + "; too-late")
      })
  public Seen.Whole answerCounter(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid Decision decision,
      @Context ContainerRequestContext request) {
    challenges.answers().answerCounter(actor, attempt, decision.yes());
    return show(actor, challenges.board().challengeOf(actor, attempt), request);
  }

  @POST
  @Path("/challenges/{id}/withdrawals")
  @Once
  @Operation(
      operationId = "leaveChallenge",
      summary = "Leave a challenge",
      responses = {
        @ApiResponse(responseCode = "200", description = "Left"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public void withdraw(@Auth Actor actor, @PathParam("id") ChallengeId id) {
    challenges.answers().withdraw(actor, id);
  }

  @POST
  @Path("/challenges/{id}/proofs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Once
  @Operation(
      operationId = "proveAttempt",
      summary = "Send a proof of words and a number",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE + "; too-late"),
        @ApiResponse(responseCode = "422", description = INVALID)
      })
  public Seen.Whole prove(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid NewProof proof,
      @Context ContainerRequestContext request) {
    challenges
        .attempts()
        .prove(
            actor,
            id,
            new Attempts.Sent(
                text(proof.text()),
                proof.measure(),
                proof.takenAt(),
                text(proof.place()),
                List.of(),
                "",
                proof.witnesses() == null ? Set.of() : proof.witnesses()));
    return show(actor, id, request);
  }

  @POST
  @Path("/challenges/{id}/proofs")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Once
  @Operation(
      operationId = "proveAttemptWithFiles",
      summary =
          "Send a proof with files: text, measure, takenAt (local), place, witnesses, altText and"
              + " any number of files",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE + "; too-late"),
        @ApiResponse(responseCode = "422", description = INVALID)
      })
  public Seen.Whole prove(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid Form form,
      @Context ContainerRequestContext request) {
    challenges
        .attempts()
        .prove(actor, id, reception.sent(actor, id, form, Languages.of(request)));
    return show(actor, id, request);
  }

  @POST
  @Path("/attempts/{attempt}/validations")
  @Once
  @Operation(
      operationId = "believeAttempt",
      summary = "Say that I believe it; after the first who suffices, sign with them",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "403", description = NOT_MINE),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public Seen.Whole believe(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @Context ContainerRequestContext request) {
    challenges.attempts().believe(actor, attempt);
    return show(actor, challenges.board().challengeOf(actor, attempt), request);
  }

  @POST
  @Path("/attempts/{attempt}/not-yets")
  @Once
  @Operation(
      operationId = "notYet",
      summary = "Say what is missing; the doer may add a proof once",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "403", description = NOT_MINE),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE),
        @ApiResponse(responseCode = "422", description = INVALID)
      })
  public Seen.Whole notYet(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid Statement reason,
      @Context ContainerRequestContext request) {
    challenges.attempts().notYet(actor, attempt, reason.text().strip());
    return show(actor, challenges.board().challengeOf(actor, attempt), request);
  }

  @POST
  @Path("/attempts/{attempt}/disputes")
  @Once
  @Operation(
      operationId = "disputeAttempt",
      summary = "Ask the desk: as the doer after a 'not yet', as another after a validation",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "403", description = NOT_MINE),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE + "; too-late"),
        @ApiResponse(responseCode = "422", description = INVALID)
      })
  public Seen.Whole dispute(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      @NotNull @Valid Statement statement,
      @Context ContainerRequestContext request) {
    challenges.attempts().dispute(actor, attempt, statement.text().strip());
    return show(actor, challenges.board().challengeOf(actor, attempt), request);
  }

  @GET
  @Path("/operator/attempts")
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
  @Path("/operator/attempts/{attempt}/decisions")
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
      @NotNull @Valid Decision decision,
      @Context ContainerRequestContext request) {
    challenges.attempts().decide(actor, attempt, decision.yes(), text(decision.reason()));
    return show(actor, challenges.board().challengeOf(actor, attempt), request);
  }

  @POST
  @Path("/operator/attempts/{attempt}/revocations")
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
      @NotNull @Valid Statement reason,
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

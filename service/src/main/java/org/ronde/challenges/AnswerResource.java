package org.ronde.challenges;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Preparing;
import org.ronde.http.Uploads;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;

/** Answering a challenge and proving it, over the API. */
@Path("/api/v1/challenges")
@Produces(MediaType.APPLICATION_JSON)
public final class AnswerResource implements Preparing {

  private final Challenges challenges;
  private final Reception reception;

  /** Yes, to the terms that were read. */
  public record Acceptance(int version, @Nullable String words) {}

  /** Some words, or none. */
  public record WithWords(@Nullable String words) {}

  /** On other terms. */
  public record CounterOffer(
      @Nullable BigDecimal target, @NotNull Instant endsAt, @Nullable String words) {}

  /** A proof without files; one with files is sent as a form. */
  public record NewProof(
      @Nullable String text,
      @Nullable BigDecimal measure,
      @Nullable Instant takenAt,
      @Nullable String place,
      @Nullable Set<MemberId> witnesses) {}

  public AnswerResource(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
  }

  @Override
  public void prepare(Form form) {
    reception.neighbours().proofs().inspect(form);
  }

  @POST
  @Path("/{id}/acceptances")
  @Once
  @Operation(
      operationId = "acceptChallenge",
      summary = "Say yes: to an invitation, an open call, or newer terms",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(
            responseCode = "409",
            description = Answered.STATE + "; terms-changed; too-late; no-place-left")
      })
  public Seen.Whole accept(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid Acceptance yes,
      @Context ContainerRequestContext request) {
    challenges.answers().accept(actor, id, yes.version(), text(yes.words()));
    return reception.seen(actor, id, request);
  }

  @POST
  @Path("/{id}/refusals")
  @Once
  @Operation(
      operationId = "refuseChallenge",
      summary = "Say no",
      responses = {
        @ApiResponse(responseCode = "200", description = "Said"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE)
      })
  public void refuse(
      @Auth Actor actor, @PathParam("id") ChallengeId id, @Nullable WithWords words) {
    challenges.answers().refuse(actor, id, words == null ? "" : text(words.words()));
  }

  @POST
  @Path("/{id}/counters")
  @Once
  @Operation(
      operationId = "counterChallenge",
      summary = "Ask for another target or end",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(
            responseCode = "409",
            description = Answered.STATE + "; terms-fixed; too-late"),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
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
    return reception.seen(actor, id, request);
  }

  @POST
  @Path("/{id}/withdrawals")
  @Once
  @Operation(
      operationId = "leaveChallenge",
      summary = "Leave a challenge",
      responses = {
        @ApiResponse(responseCode = "200", description = "Left"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE)
      })
  public void withdraw(@Auth Actor actor, @PathParam("id") ChallengeId id) {
    challenges.answers().withdraw(actor, id);
  }

  @POST
  @Path("/{id}/proofs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Once
  @Operation(
      operationId = "proveAttempt",
      summary = "Send a proof of words and a number",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE + "; too-late"),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
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
                SentFiles.NONE,
                proof.witnesses() == null ? Set.of() : proof.witnesses()));
    return reception.seen(actor, id, request);
  }

  @POST
  @Path("/{id}/proofs")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Once
  @Uploads
  @Operation(
      operationId = "proveAttemptWithFiles",
      summary =
          "Send a proof with files: text, measure, takenAt (local), place, witnesses, altText and"
              + " any number of files",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = Answered.STATE + "; too-late"),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
      })
  public Seen.Whole prove(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid Form form,
      @Context ContainerRequestContext request) {
    challenges.attempts().prove(actor, id, reception.sent(actor, id, form, Languages.of(request)));
    return reception.seen(actor, id, request);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}

package org.ronde.challenges;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.MemberId;

/** Challenges over the API: finding, launching, changing, ending, asking people in. */
@Path("/api/v1/challenges")
@Produces(MediaType.APPLICATION_JSON)
public final class ChallengeResource {
  private static final String STATE = "challenge-state: it is too late, or too early, for this";

  private final Challenges challenges;
  private final Reception reception;

  /** A list of challenges. */
  public record ChallengeList(List<Seen.Line> challenges) {}

  /** What to launch: four fields, and the rest when wanted. */
  public record NewChallenge(
      @NotNull Kind kind,
      @NotNull ActivityId activityId,
      @NotNull String title,
      @Nullable BigDecimal target,
      @NotNull Instant endsAt,
      @Nullable String zone,
      Kind.@Nullable Audience audience,
      @Nullable Set<MemberId> members,
      @Nullable Set<String> addresses,
      @Nullable String place,
      Launch.@Nullable Options options) {}

  /** Other terms. */
  public record NewTerms(
      @NotNull String title,
      @Nullable String details,
      @Nullable BigDecimal target,
      @NotNull Instant endsAt) {}

  /** Whom to ask in: members by id, others by mail address. */
  public record People(@Nullable Set<MemberId> members, @Nullable Set<String> addresses) {
    Set<MemberId> asked() {
      return members == null ? Set.of() : members;
    }

    Set<String> written() {
      return addresses == null ? Set.of() : addresses;
    }
  }

  public ChallengeResource(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
  }

  @GET
  @Operation(
      operationId = "listMyChallenges",
      summary = "My challenges: what waits for me first, then what runs, then what is over",
      responses = @ApiResponse(responseCode = "200", description = "They"))
  public ChallengeList mine(@Auth Actor actor, @Context ContainerRequestContext request) {
    return new ChallengeList(challenges.board().mine(actor, Languages.of(request)));
  }

  @GET
  @Path("/open")
  @Operation(
      operationId = "listOpenChallenges",
      summary = "Open calls that I may join, by activity and around a town",
      responses = @ApiResponse(responseCode = "200", description = "They"))
  public ChallengeList open(
      @Auth Actor actor,
      @QueryParam("activity") @Nullable ActivityId activity,
      @QueryParam("place") @DefaultValue("") String place,
      @QueryParam("kilometres") @DefaultValue("50") int kilometres,
      @QueryParam("online") @DefaultValue("false") boolean online,
      @Context ContainerRequestContext request) {
    return new ChallengeList(
        challenges
            .board()
            .open(
                actor,
                Languages.of(request),
                new Board.Filter(
                    activity, place, Math.max(1, Math.min(kilometres, 20_000)), online)));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "showChallenge",
      summary = "A challenge with its terms, everybody's part, and what I can do next",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND)
      })
  public Seen.Whole show(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @Context ContainerRequestContext request) {
    return reception.seen(actor, id, request);
  }

  @POST
  @Once
  @Operation(
      operationId = "launchChallenge",
      summary = "Launch a challenge",
      responses = {
        @ApiResponse(responseCode = "200", description = "It"),
        @ApiResponse(responseCode = "422", description = Answered.INVALID),
        @ApiResponse(responseCode = "429", description = "too-many-requests: enough for today")
      })
  public Seen.Whole launch(
      @Auth Actor actor,
      @NotNull @Valid NewChallenge wanted,
      @Context ContainerRequestContext request) {
    Launch launch =
        new Launch(
            wanted.kind(),
            wanted.activityId(),
            wanted.title().strip(),
            wanted.target(),
            wanted.endsAt(),
            zone(wanted.zone()),
            wanted.audience() == null ? Kind.Audience.INVITED : wanted.audience(),
            wanted.members() == null ? Set.of() : wanted.members(),
            wanted.addresses() == null ? Set.of() : wanted.addresses(),
            wanted.place() == null ? "" : wanted.place(),
            wanted.options() == null ? Launch.Options.usual(wanted.kind()) : wanted.options());
    return show(actor, challenges.launch(actor, launch), request);
  }

  private ZoneId zone(@Nullable String id) {
    try {
      return id == null ? reception.home() : ZoneId.of(id);
    } catch (DateTimeException e) {
      throw Refusal.invalid(Fault.of("zone", "challenges.fault.choice"));
    }
  }

  @POST
  @Path("/{id}/terms")
  @Once
  @Operation(
      operationId = "editChallenge",
      summary = "Write a new version of my challenge's terms; who accepted stays on the old",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE + "; terms-fixed: a group's"),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
      })
  public Seen.Whole edit(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid NewTerms terms,
      @Context ContainerRequestContext request) {
    challenges.edit(
        actor,
        id,
        new Challenges.Edit(
            terms.title().strip(),
            terms.details() == null ? "" : terms.details().strip(),
            terms.target(),
            terms.endsAt()));
    return show(actor, id, request);
  }

  @POST
  @Path("/{id}/closings")
  @Once
  @Operation(
      operationId = "closeChallenge",
      summary = "Close my open call to newcomers",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public Seen.Whole close(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @Context ContainerRequestContext request) {
    challenges.close(actor, id);
    return show(actor, id, request);
  }

  @POST
  @Path("/{id}/cancellations")
  @Once
  @Operation(
      operationId = "cancelChallenge",
      summary = "Call my challenge off, as long as nobody has proved anything",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE)
      })
  public Seen.Whole cancel(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @Context ContainerRequestContext request) {
    challenges.cancel(actor, id);
    return show(actor, id, request);
  }

  @POST
  @Path("/{id}/appeals")
  @Once
  @Operation(
      operationId = "appealSuspension",
      summary = "Ask the desk whether my challenge was dangerous, once it was stopped",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
      })
  public Seen.Whole appeal(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid AttemptResource.Statement statement,
      @Context ContainerRequestContext request) {
    challenges.revoking().appeal(actor, id, statement.text());
    return show(actor, id, request);
  }

  @POST
  @Path("/{id}/invitations")
  @Once
  @Operation(
      operationId = "inviteToChallenge",
      summary = "Ask more people in",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(responseCode = "409", description = STATE + "; no-place-left"),
        @ApiResponse(responseCode = "422", description = Answered.INVALID),
        @ApiResponse(responseCode = "429", description = "too-many-requests: enough for today")
      })
  public Seen.Whole invite(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid People people,
      @Context ContainerRequestContext request) {
    challenges.invitations().inviteMore(actor, id, people.asked(), people.written());
    return show(actor, id, request);
  }

  @POST
  @Path("/{id}/successors")
  @Once
  @Operation(
      operationId = "passChallengeOn",
      summary = "Name the next of a chain, once my proof is in",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge after it"),
        @ApiResponse(responseCode = "404", description = Answered.NOT_FOUND),
        @ApiResponse(
            responseCode = "409",
            description = "attempt-state: not proved yet; challenge-state: somebody was named"),
        @ApiResponse(responseCode = "422", description = Answered.INVALID)
      })
  public Seen.Whole passOn(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @NotNull @Valid People people,
      @Context ContainerRequestContext request) {
    challenges.invitations().passOn(actor, id, people.asked(), people.written());
    return show(actor, id, request);
  }

  /** Whom I may ask in. */
  public record Reachable(List<Seen.Who> people) {}

  @GET
  @Path("/people")
  @Operation(
      operationId = "listInvitablePeople",
      summary = "Whom I may invite in an activity: colleagues, friends, people met, followers",
      responses = {
        @ApiResponse(responseCode = "200", description = "They, by name"),
        @ApiResponse(responseCode = "404", description = "not-found: no such activity")
      })
  public Reachable people(@Auth Actor actor, @QueryParam("activity") @NotNull ActivityId activity) {
    reception.neighbours().atlas().activity(activity);
    return new Reachable(challenges.board().reachable(actor, activity));
  }
}

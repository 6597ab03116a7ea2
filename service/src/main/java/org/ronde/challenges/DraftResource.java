package org.ronde.challenges;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.ids.DraftId;

/** Challenges that are being written, over the API. */
@Path("/api/v1/challenges/drafts")
@Produces(MediaType.APPLICATION_JSON)
public final class DraftResource {
  private static final String NOT_FOUND = "not-found: there is none, or it is not mine";

  private final Challenges challenges;
  private final Reception reception;

  /** My drafts, the last kept first. */
  public record DraftList(List<Drafts.Draft> drafts) {}

  /**
   * What was typed so far.
   *
   * @param fields texts by the names of the form: activity, title, target, endsAt, audience, who,
   *     times, rhythm, linkDays, details, place, startsAt, minimum, level, referee, winnersMax,
   *     placesMax
   */
  public record NewDraft(@NotNull Kind kind, @NotNull Map<String, @NotNull String> fields) {}

  public DraftResource(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
  }

  @GET
  @Operation(
      operationId = "listDrafts",
      summary = "Challenges that I am writing, the last kept first",
      responses = @ApiResponse(responseCode = "200", description = "They"))
  public DraftList mine(@Auth Actor actor) {
    return new DraftList(challenges.drafts().mine(actor));
  }

  @POST
  @Once
  @Operation(
      operationId = "keepDraft",
      summary = "Keep a challenge that is being written, right or wrong, for me alone",
      responses = {
        @ApiResponse(responseCode = "200", description = "The draft"),
        @ApiResponse(responseCode = "422", description = "invalid: a text too long, or too many")
      })
  public Drafts.Draft keep(@Auth Actor actor, @NotNull @Valid NewDraft draft) {
    return show(actor, challenges.drafts().keep(actor, draft.kind(), draft.fields()));
  }

  @GET
  @Path("/{draft}")
  @Operation(
      operationId = "showDraft",
      summary = "A challenge that I am writing",
      responses = {
        @ApiResponse(responseCode = "200", description = "The draft"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND)
      })
  public Drafts.Draft show(@Auth Actor actor, @PathParam("draft") DraftId id) {
    return challenges.drafts().draft(actor, id);
  }

  @PUT
  @Path("/{draft}")
  @Operation(
      operationId = "changeDraft",
      summary = "Keep what was typed since",
      responses = {
        @ApiResponse(responseCode = "200", description = "The draft"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "422", description = "invalid: a text too long")
      })
  public Drafts.Draft change(
      @Auth Actor actor, @PathParam("draft") DraftId id, @NotNull @Valid NewDraft draft) {
    challenges.drafts().change(actor, id, draft.kind(), draft.fields());
    return show(actor, id);
  }

  @DELETE
  @Path("/{draft}")
  @Operation(
      operationId = "discardDraft",
      summary = "Throw a draft away",
      responses = {
        @ApiResponse(responseCode = "204", description = "It is gone"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND)
      })
  public void discard(@Auth Actor actor, @PathParam("draft") DraftId id) {
    challenges.drafts().discard(actor, id);
  }

  @POST
  @Path("/{draft}/launches")
  @Once
  @Operation(
      operationId = "launchDraft",
      summary = "Launch a draft as the form would; then it is none any more",
      responses = {
        @ApiResponse(responseCode = "200", description = "The challenge"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "422", description = Answered.INVALID),
        @ApiResponse(responseCode = "429", description = "too-many-requests: enough for today")
      })
  public Seen.Whole launch(
      @Auth Actor actor, @PathParam("draft") DraftId id, @Context ContainerRequestContext request) {
    Drafts.Draft draft = challenges.drafts().draft(actor, id);
    Launch launch =
        new Typed(draft.form())
            .launch(
                draft.kind(), challenges.board(), reception.neighbours(), actor, reception.home());
    return reception.seen(actor, challenges.launch(actor, launch, draft.id()), request);
  }
}

package org.ronde.disputes;

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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.ids.DisputeId;
import org.ronde.ids.MemberId;

/** Disputes over the API. */
@Path("/api/v1/disputes")
@Produces(MediaType.APPLICATION_JSON)
public final class DisputeResource {
  private final Disputes disputes;

  /** A dispute with all that was said and decided. */
  public record DisputeView(
      DisputeId id,
      String subject,
      String title,
      String path,
      MemberId opener,
      MemberId other,
      Dispute.State state,
      Instant openedAt,
      @Nullable Instant appealUntil,
      @Nullable Instant closedAt,
      List<Dispute.Word> words,
      List<Dispute.Decision> decisions) {
    static DisputeView of(Dispute dispute) {
      return new DisputeView(
          dispute.id(),
          dispute.subject().toString(),
          dispute.title(),
          dispute.path(),
          dispute.opener(),
          dispute.other(),
          dispute.state(),
          dispute.openedAt(),
          dispute.appealUntil(),
          dispute.closedAt(),
          dispute.words(),
          dispute.decisions());
    }
  }

  /** What a side says. */
  public record WordsRequest(@NotNull String words) {}

  /** What an officer decides. */
  public record DecisionRequest(@NotNull Boolean upheld, @NotNull String reason) {}

  public DisputeResource(Disputes disputes) {
    this.disputes = disputes;
  }

  @GET
  @Operation(
      operationId = "listDisputes",
      summary = "My disputes, open ones first",
      responses = @ApiResponse(responseCode = "200", description = "One page of them"))
  public Paged<DisputeView> list(
      @Auth Actor actor, @QueryParam("page") @DefaultValue("1") int page) {
    return disputes.page(actor, page).map(DisputeView::of);
  }

  @GET
  @Path("/waiting")
  @Operation(
      operationId = "listWaitingDisputes",
      summary = "Disputes that wait for a decision, appeals first; for operators",
      responses = {
        @ApiResponse(responseCode = "200", description = "At most 100"),
        @ApiResponse(responseCode = "404", description = "not-found, for others")
      })
  public List<DisputeView> waiting(@Auth Actor actor) {
    return disputes.waiting(actor).stream().map(DisputeView::of).toList();
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getDispute",
      summary = "A dispute, for its sides and operators",
      responses = {
        @ApiResponse(responseCode = "200", description = "The dispute"),
        @ApiResponse(responseCode = "404", description = "not-found")
      })
  public DisputeView get(@Auth Actor actor, @PathParam("id") DisputeId id) {
    return DisputeView.of(disputes.dispute(actor, id));
  }

  @POST
  @Path("/{id}/words")
  @Once
  @Operation(
      operationId = "sayInDispute",
      summary = "Adds a word",
      responses = {
        @ApiResponse(responseCode = "200", description = "The dispute"),
        @ApiResponse(responseCode = "409", description = "dispute-state"),
        @ApiResponse(responseCode = "422", description = "invalid")
      })
  public DisputeView say(
      @Auth Actor actor, @PathParam("id") DisputeId id, @Valid @NotNull WordsRequest request) {
    disputes.say(actor, id, request.words());
    return DisputeView.of(disputes.dispute(actor, id));
  }

  @POST
  @Path("/{id}/withdrawals")
  @Once
  @Operation(
      operationId = "withdrawDispute",
      summary = "Takes the complaint back",
      responses = {
        @ApiResponse(responseCode = "200", description = "The dispute"),
        @ApiResponse(responseCode = "409", description = "dispute-state")
      })
  public DisputeView withdraw(@Auth Actor actor, @PathParam("id") DisputeId id) {
    disputes.withdraw(actor, id);
    return DisputeView.of(disputes.dispute(actor, id));
  }

  @POST
  @Path("/{id}/appeals")
  @Once
  @Operation(
      operationId = "appealDispute",
      summary = "Appeals the first decision, once, by the side it went against",
      responses = {
        @ApiResponse(responseCode = "200", description = "The dispute"),
        @ApiResponse(responseCode = "409", description = "dispute-state, deadline-passed"),
        @ApiResponse(responseCode = "422", description = "invalid")
      })
  public DisputeView appeal(
      @Auth Actor actor, @PathParam("id") DisputeId id, @Valid @NotNull WordsRequest request) {
    disputes.appeal(actor, id, request.words());
    return DisputeView.of(disputes.dispute(actor, id));
  }

  @POST
  @Path("/{id}/decisions")
  @Once
  @Operation(
      operationId = "decideDispute",
      summary = "Decides; for operators who are no side of it",
      responses = {
        @ApiResponse(responseCode = "200", description = "The dispute"),
        @ApiResponse(responseCode = "409", description = "dispute-state, officer-involved"),
        @ApiResponse(responseCode = "422", description = "invalid")
      })
  public DisputeView decide(
      @Auth Actor actor, @PathParam("id") DisputeId id, @Valid @NotNull DecisionRequest request) {
    disputes.decide(actor, id, request.upheld(), request.reason());
    return DisputeView.of(disputes.dispute(actor, id));
  }
}

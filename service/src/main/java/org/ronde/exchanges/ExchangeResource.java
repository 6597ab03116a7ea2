package org.ronde.exchanges;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.LegId;

/** My company's exchanges over the API. */
@Path("/api/v1/exchanges")
@Produces(MediaType.APPLICATION_JSON)
public final class ExchangeResource {
  private static final String NOT_FOUND =
      "not-found: there is none, or my company is no party to it";

  private final Exchanges exchanges;
  private final Parties parties;
  private final Handovers handovers;

  /** An exchange, and how to reach the companies I give to and receive from. */
  public record ExchangeView(Handover exchange, List<Parties.Contact> neighbours) {}

  /** What a giver may write to the receiver. */
  public record Dispatch(@Nullable String note) {}

  public ExchangeResource(Exchanges exchanges, Parties parties) {
    this.exchanges = exchanges;
    this.parties = parties;
    this.handovers = new Handovers(exchanges, parties);
  }

  @GET
  @Operation(
      operationId = "listExchanges",
      summary = "My company's exchanges, open ones first, newest first; amounts exclude VAT",
      responses = {
        @ApiResponse(responseCode = "200", description = "One page of them"),
        @ApiResponse(responseCode = "403", description = "no-company: I act for none")
      })
  public Paged<Handover> list(@Auth Actor actor, @QueryParam("page") @DefaultValue("1") int page) {
    Paged<Exchange> found = exchanges.page(actor, page);
    return new Paged<>(
        handovers.of(actor, found.items()), found.page(), found.lastPage(), found.total());
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "showExchange",
      summary = "An exchange, with the contact details of my neighbours in it",
      responses = {
        @ApiResponse(responseCode = "200", description = "The exchange"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND)
      })
  public ExchangeView show(@Auth Actor actor, @PathParam("id") ExchangeId id) {
    return view(actor, exchanges.exchange(actor, id));
  }

  @POST
  @Path("/{id}/legs/{leg}/dispatches")
  @Once
  @Operation(
      operationId = "dispatchLeg",
      summary = "Say that what my company gives is on its way",
      responses = {
        @ApiResponse(responseCode = "200", description = "The exchange after it"),
        @ApiResponse(responseCode = "403", description = "not-your-leg: another company gives it"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = "leg-state: sent or received before"),
        @ApiResponse(responseCode = "422", description = "invalid: the note is too long")
      })
  public ExchangeView send(
      @Auth Actor actor,
      @PathParam("id") ExchangeId id,
      @PathParam("leg") LegId leg,
      @Nullable Dispatch dispatch) {
    String note = dispatch == null || dispatch.note() == null ? "" : dispatch.note().strip();
    return view(actor, exchanges.send(actor, id, leg, note));
  }

  @POST
  @Path("/{id}/legs/{leg}/receipts")
  @Once
  @Operation(
      operationId = "receiveLeg",
      summary = "Say that what my company receives has come; the last receipt closes the exchange",
      responses = {
        @ApiResponse(responseCode = "200", description = "The exchange after it"),
        @ApiResponse(
            responseCode = "403",
            description = "not-your-leg: another company receives it"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND),
        @ApiResponse(responseCode = "409", description = "leg-state: received before")
      })
  public ExchangeView receive(
      @Auth Actor actor, @PathParam("id") ExchangeId id, @PathParam("leg") LegId leg) {
    return view(actor, exchanges.receive(actor, id, leg));
  }

  @POST
  @Path("/{id}/top-ups/{payer}/receipts")
  @Once
  @Operation(
      operationId = "settleTopUp",
      summary = "Note that a top-up has come to my company",
      responses = {
        @ApiResponse(responseCode = "200", description = "The exchange after it"),
        @ApiResponse(responseCode = "404", description = NOT_FOUND + ", or the payer owes it none")
      })
  public ExchangeView settle(
      @Auth Actor actor, @PathParam("id") ExchangeId id, @PathParam("payer") CompanyId payer) {
    return view(actor, exchanges.settle(actor, id, payer));
  }

  private ExchangeView view(Actor actor, Exchange exchange) {
    Handover handover = handovers.of(actor, exchange);
    return new ExchangeView(
        handover, handover.neighbours().stream().map(parties::contact).toList());
  }
}

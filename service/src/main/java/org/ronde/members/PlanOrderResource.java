package org.ronde.members;

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
import jakarta.ws.rs.core.Response;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.ids.OrderId;

/** Orders of the premium plan, for programs. */
@Path("/api/v1/plan-orders")
@Produces(MediaType.APPLICATION_JSON)
public final class PlanOrderResource {
  private final Plans plans;

  PlanOrderResource(Plans plans) {
    this.plans = plans;
  }

  /** Lists my company's orders, or everybody's for an operator who acts for no company. */
  @GET
  @Operation(
      summary = "Orders of my company; of all companies for an operator who acts for none",
      responses = {
        @ApiResponse(responseCode = "200", description = "The orders"),
        @ApiResponse(responseCode = "403", description = "no-company")
      })
  public Paged<PlanOrder> list(
      @Auth Actor actor,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("page") @DefaultValue("1") int page) {
    boolean all = actor.operator() && actor.acting() == null;
    return plans.orders(
        all ? null : actor.company().companyId(), PlanOrder.State.find(state).orElse(null), page);
  }

  /** Orders the plan for my company. */
  @POST
  @Once
  @Operation(
      summary = "Order the plan for my company: it starts at once and the fee is due (owners)",
      responses = {
        @ApiResponse(responseCode = "201", description = "The order"),
        @ApiResponse(responseCode = "403", description = "not-owner, not-approved"),
        @ApiResponse(responseCode = "409", description = "order-state: the plan runs for long yet")
      })
  public Response order(@Auth Actor actor) {
    return Response.status(Response.Status.CREATED).entity(plans.order(actor)).build();
  }

  /** Notes that the fee came. */
  @POST
  @Once
  @Path("/{id}/payments")
  @Operation(
      summary = "Note that the fee of an order came (operators)",
      responses = {
        @ApiResponse(responseCode = "204", description = "Noted"),
        @ApiResponse(responseCode = "404", description = "not-found"),
        @ApiResponse(responseCode = "409", description = "order-state: nothing is due")
      })
  public Response pay(@Auth Actor actor, @PathParam("id") OrderId id) {
    plans.pay(actor, id);
    return Response.noContent().build();
  }

  /** Takes an order back. */
  @POST
  @Once
  @Path("/{id}/cancellations")
  @Operation(
      summary = "Take an order back: the plan it started ends at once (operators)",
      responses = {
        @ApiResponse(responseCode = "204", description = "Cancelled"),
        @ApiResponse(responseCode = "404", description = "not-found"),
        @ApiResponse(responseCode = "409", description = "order-state: it is paid or void")
      })
  public Response cancel(@Auth Actor actor, @PathParam("id") OrderId id) {
    plans.cancel(actor, id);
    return Response.noContent().build();
  }
}

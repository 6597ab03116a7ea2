package org.ronde.members;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.View;
import org.ronde.ids.OrderId;

/** The operator's desk for orders of the plan: what is due, what was paid. */
@Path("/operator/orders")
@Produces(MediaType.TEXT_HTML)
public final class OperatorOrderPages {
  private static final String PATH = "/operator/orders";

  private final Plans plans;

  OperatorOrderPages(Plans plans) {
    this.plans = plans;
  }

  /** Shows the orders, all or those in one state. */
  @GET
  public View list(
      @Auth Actor actor,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("page") @DefaultValue("1") int page) {
    actor.requireOperator();
    PlanOrder.@Nullable State wanted = PlanOrder.State.find(state).orElse(null);
    return View.of("members/operator-orders")
        .with("orders", plans.orders(null, wanted, page))
        .with("states", PlanOrder.State.values())
        .with("state", wanted == null ? "" : wanted.name());
  }

  /** Notes that the fee came. */
  @POST
  @Once
  @Path("/{id}/payments")
  public Response pay(@Auth Actor actor, @PathParam("id") OrderId id) {
    plans.pay(actor, id);
    return Redirect.to(PATH).saying("members.flash.orderPaid").response();
  }

  /** Takes an order back. */
  @POST
  @Once
  @Path("/{id}/cancellations")
  public Response cancel(@Auth Actor actor, @PathParam("id") OrderId id) {
    plans.cancel(actor, id);
    return Redirect.to(PATH).saying("members.flash.orderCancelled").response();
  }
}

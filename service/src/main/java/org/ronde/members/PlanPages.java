package org.ronde.members;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;

/** My company's plan: what it costs, what runs, and ordering it. */
@Path("/company/plan")
@Produces(MediaType.TEXT_HTML)
public final class PlanPages {
  private final Plans plans;
  private final Companies companies;
  private final Gate gate;

  PlanPages(Plans plans, Companies companies, Gate gate) {
    this.plans = plans;
    this.companies = companies;
    this.gate = gate;
  }

  /** Shows the plan and its orders. */
  @GET
  public View plan(@Auth Actor actor) {
    return view(actor).with(Form.empty());
  }

  private View view(Actor actor) {
    Actor.Acting acting = actor.company();
    PlanSettings settings = plans.settings();
    return View.of("members/plan")
        .with("company", companies.company(acting.companyId()))
        .with("owner", acting.role() == Actor.Role.OWNER)
        .with("orders", plans.ofCompany(acting.companyId()))
        .with("priceCents", settings.priceCents())
        .with("priceWithVatCents", settings.priceWithVat().amountCents())
        .with("days", settings.days())
        .with("payee", settings.payee())
        .with("firstCycleFree", plans.firstCycleFree(acting.companyId()));
  }

  /** Orders the plan: it starts at once and the fee is due. */
  @POST
  @Once
  public Response order(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    try {
      plans.order(actor);
      return Redirect.to("/company/plan").saying("members.flash.planOrdered").response();
    } catch (Refusal refusal) {
      return gate.again(view(actor), form, refusal, request);
    }
  }
}

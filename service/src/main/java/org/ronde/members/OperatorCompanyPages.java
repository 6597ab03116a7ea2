package org.ronde.members;

import io.dropwizard.auth.Auth;
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
import jakarta.ws.rs.core.Response;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.ids.CompanyId;

/** The operator's desk for companies: who waits, who is here, yes or no. */
@Path("/operator/companies")
@Produces(MediaType.TEXT_HTML)
public final class OperatorCompanyPages {
  private final Companies companies;
  private final Departements departements;
  private final Gate gate;

  OperatorCompanyPages(Companies companies, Departements departements, Gate gate) {
    this.companies = companies;
    this.departements = departements;
    this.gate = gate;
  }

  /** Shows those that wait, and finds others by name, SIREN or VAT number. */
  @GET
  public View list(
      @Auth Actor actor,
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("page") @DefaultValue("1") int page) {
    actor.requireOperator();
    return View.of("members/operator-companies")
        .with("waiting", companies.waiting(1))
        .with("text", text.strip())
        .with("companies", companies.search(text.strip(), page));
  }

  /** Shows one company with its people and what was decided about it. */
  @GET
  @Path("/{id}")
  public View company(
      @Auth Actor actor, @PathParam("id") CompanyId id, @Context ContainerRequestContext request) {
    return view(actor, id, request).with(Form.empty());
  }

  private View view(Actor actor, CompanyId id, ContainerRequestContext request) {
    actor.requireOperator();
    Company company = companies.company(id);
    return View.of("members/operator-company")
        .with("company", company)
        .with("place", departements.name(company.departement()))
        .with("countryName", Choice.countryName(company.country(), Languages.of(request)))
        .with("people", companies.people(id))
        .with("earlier", companies.earlier(company))
        .with("decisions", companies.decisions(id));
  }

  /** Lets the company in, or refuses it with a reason. */
  @POST
  @Once
  @Path("/{id}/decisions")
  public Response decide(
      @Auth Actor actor,
      @PathParam("id") CompanyId id,
      Form form,
      @Context ContainerRequestContext request) {
    try {
      boolean approved = form.value("verdict").equals(Company.Status.APPROVED.name());
      if (approved) {
        companies.approve(actor, id);
      } else {
        companies.refuse(actor, id, form.value("reason"));
      }
      return Redirect.to("/operator/companies")
          .saying(approved ? "members.flash.approved" : "members.flash.refused")
          .response();
    } catch (Refusal refusal) {
      return gate.again(view(actor, id, request), form, refusal, request);
    }
  }
}

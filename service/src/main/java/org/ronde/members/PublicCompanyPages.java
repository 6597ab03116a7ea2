package org.ronde.members;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.View;
import org.ronde.ids.CompanyId;

/**
 * What everybody may know of a company: name, place, what it says of itself, what it lists. No way
 * to reach it.
 */
@Path("/companies/{id}")
@Produces(MediaType.TEXT_HTML)
public final class PublicCompanyPages {
  private final Companies companies;
  private final Departements departements;
  private final ShopWindow window;

  PublicCompanyPages(Companies companies, Departements departements, ShopWindow window) {
    this.companies = companies;
    this.departements = departements;
    this.window = window;
  }

  /** Shows a company; one that is not let in only to its own people and to operators. */
  @GET
  public View company(
      @Auth Optional<Actor> actor,
      @PathParam("id") CompanyId id,
      @Context ContainerRequestContext request) {
    Company company = companies.visible(actor, id);
    return View.of("members/company-public")
        .with("company", company)
        .with("pieces", window.of(id))
        .with("place", departements.name(company.departement()))
        .with("countryName", Choice.countryName(company.country(), Languages.of(request)));
  }
}

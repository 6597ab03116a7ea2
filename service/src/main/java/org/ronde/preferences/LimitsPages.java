package org.ronde.preferences;

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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.CompanyId;

/**
 * The page on which a company says what it accepts of any cycle, and with whom it will not deal.
 */
@Path("/limits")
@Produces(MediaType.TEXT_HTML)
public final class LimitsPages {
  private static final String PATH = "/limits";

  private final Preferences preferences;
  private final Words words;

  public LimitsPages(Preferences preferences, Words words) {
    this.preferences = preferences;
    this.words = words;
  }

  /** Shows the limits; {@code name} looks for companies to exclude. */
  @GET
  public View show(
      @Auth Actor actor,
      @QueryParam("name") @DefaultValue("") String name,
      @Context ContainerRequestContext request) {
    return page(actor, limitsForm(actor, request).preset("name", name.strip()));
  }

  /** Saves the limits; whom the company excludes stays. */
  @POST
  @Once
  public Response save(@Auth Actor actor, @Context ContainerRequestContext request, Form form) {
    try {
      TypedNumbers numbers = new TypedNumbers(form);
      int cycleLengthMax = numbers.whole("cycleLengthMax");
      int tolerancePercent = numbers.whole("tolerancePercent");
      long topUpPayMaxCents = numbers.cents("topUpPayMax");
      long topUpTakeMaxCents = numbers.cents("topUpTakeMax");
      Optional<Integer> openCyclesMax = numbers.findWhole("openCyclesMax");
      numbers.check();
      preferences.setLimits(
          actor,
          cycleLengthMax,
          tolerancePercent,
          topUpPayMaxCents,
          topUpTakeMaxCents,
          openCyclesMax.orElse(null));
      return Redirect.to(PATH).saying("preferences.flash.limits").response();
    } catch (Refusal refusal) {
      return refused(actor, form, refusal, request);
    }
  }

  @POST
  @Path("/exclusions")
  @Once
  public Response exclude(@Auth Actor actor, @Context ContainerRequestContext request, Form form) {
    try {
      preferences.exclude(actor, company(form));
      return Redirect.to(PATH).saying("preferences.flash.excluded").response();
    } catch (Refusal refusal) {
      Form again = limitsForm(actor, request).preset("name", form.value("name"));
      return refused(actor, again, refusal, request);
    }
  }

  @POST
  @Path("/exclusions/{companyId}/removal")
  @Once
  public Response readmit(@Auth Actor actor, @PathParam("companyId") CompanyId company, Form form) {
    preferences.readmit(actor, company);
    return Redirect.to(PATH).saying("preferences.flash.readmitted").response();
  }

  private static CompanyId company(Form form) {
    CompanyId company = FilterFields.company(form.value("company"));
    return Objects.requireNonNull(company);
  }

  private Form limitsForm(Actor actor, ContainerRequestContext request) {
    Limits limits = preferences.limits(actor.company().companyId());
    Locale locale = Languages.of(request);
    return Form.empty()
        .preset("cycleLengthMax", limits.cycleLengthMax())
        .preset("tolerancePercent", limits.tolerancePercent())
        .preset("topUpPayMax", TypedNumbers.euros(limits.topUpPayMaxCents(), locale))
        .preset("topUpTakeMax", TypedNumbers.euros(limits.topUpTakeMaxCents(), locale))
        .preset("openCyclesMax", limits.openCyclesMax());
  }

  private Response refused(
      Actor actor, Form form, Refusal refusal, ContainerRequestContext request) {
    if (refusal.faults().isEmpty()) {
      throw refusal;
    }
    return page(actor, form.refused(refusal, words, Languages.of(request))).answering(refusal);
  }

  private View page(Actor actor, Form form) {
    Optional<String> name = form.findText("name");
    return View.of("preferences/limits")
        .with(form)
        .with("ceiling", preferences.settings().cycleLengthCeiling())
        .with("openCyclesCeiling", Limits.OPEN_CYCLES_MAX)
        .with("excluded", preferences.exclusions(actor))
        .with("found", name.map(text -> preferences.findCompanies(actor, text)).orElse(null));
  }
}

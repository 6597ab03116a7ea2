package org.ronde.members;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.ids.InvitationId;
import org.ronde.ids.MemberId;

/** The company I act for: its facts, its people, its invitations. */
@Path("/company")
@Produces(MediaType.TEXT_HTML)
public final class CompanyPages {
  private static final String PATH = "/company";
  private static final String DESCRIBE = "describe";

  private final Companies companies;
  private final Invitations invitations;
  private final Departements departements;
  private final Gate gate;

  CompanyPages(Companies companies, Invitations invitations, Departements departements, Gate gate) {
    this.companies = companies;
    this.invitations = invitations;
    this.departements = departements;
    this.gate = gate;
  }

  /** Shows the company. */
  @GET
  public View company(@Auth Actor actor, @Context ContainerRequestContext request) {
    return view(actor, request, "").with(filled(actor, Form.empty()));
  }

  /** A form that shows the company as it is, for whichever of the page's forms was not sent. */
  private Form filled(Actor actor, Form form) {
    Company company = companies.company(actor.company().companyId());
    return form.preset("companyName", company.name())
        .preset("departement", company.departement())
        .preset("city", company.city())
        .preset("about", company.about());
  }

  private View view(Actor actor, ContainerRequestContext request, String openSection) {
    Actor.Acting acting = actor.company();
    Company company = companies.company(acting.companyId());
    return View.of("members/company")
        .with("company", company)
        .with("countryName", Choice.countryName(company.country(), Languages.of(request)))
        .with("people", companies.people(company.id()))
        .with("invitations", invitations.open(company.id()))
        .with("owner", acting.role() == Actor.Role.OWNER)
        .with("me", actor.memberId())
        .with("departements", Choice.departements(departements))
        .with("openSection", openSection);
  }

  private Response change(
      Actor actor,
      Form form,
      ContainerRequestContext request,
      String section,
      Supplier<String> work) {
    try {
      return Redirect.to(PATH).saying(work.get()).response();
    } catch (Refusal refusal) {
      Form shown = section.equals(DESCRIBE) ? form : filled(actor, form);
      return gate.again(view(actor, request, section), shown, refusal, request);
    }
  }

  /** Changes what is said of the company. */
  @POST
  @Once
  public Response describe(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    return change(
        actor,
        form,
        request,
        DESCRIBE,
        () -> {
          companies.describe(
              actor,
              new Companies.Description(
                  form.value("companyName"),
                  form.value("departement"),
                  form.value("city"),
                  form.value("about")),
              departements);
          return "members.flash.saved";
        });
  }

  /** Asks the operator again after a refusal. */
  @POST
  @Once
  @Path("/submissions")
  public Response submitAgain(
      @Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    return change(
        actor,
        form,
        request,
        "",
        () -> {
          companies.submitAgain(actor);
          return "members.flash.companyWaits";
        });
  }

  /** Gives a colleague another role. */
  @POST
  @Once
  @Path("/people/{member}/role")
  public Response changeRole(
      @Auth Actor actor,
      @PathParam("member") MemberId member,
      Form form,
      @Context ContainerRequestContext request) {
    return change(
        actor,
        form,
        request,
        "",
        () -> {
          companies.changeRole(actor, member, Fields.role(form.value("role")));
          return "members.flash.saved";
        });
  }

  /** Removes a colleague, or oneself. */
  @POST
  @Once
  @Path("/people/{member}/removal")
  public Response remove(
      @Auth Actor actor,
      @PathParam("member") MemberId member,
      Form form,
      @Context ContainerRequestContext request) {
    try {
      companies.remove(actor, member);
      boolean oneself = actor.memberId().equals(member);
      return Redirect.to(oneself ? "/account" : PATH).saying("members.flash.removed").response();
    } catch (Refusal refusal) {
      return gate.again(view(actor, request, ""), filled(actor, form), refusal, request);
    }
  }

  /** Invites a colleague by mail. */
  @POST
  @Once
  @Path("/invitations")
  public Response invite(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    return change(
        actor,
        form,
        request,
        "invite",
        () -> {
          invitations.invite(actor, form.value("email"), Fields.role(form.value("role")));
          return "members.flash.invited";
        });
  }

  /** Takes an invitation back. */
  @POST
  @Once
  @Path("/invitations/{id}/withdrawal")
  public Response withdraw(@Auth Actor actor, @PathParam("id") InvitationId id) {
    invitations.withdraw(actor, id);
    return Redirect.to(PATH).saying("members.flash.invitationWithdrawn").response();
  }
}

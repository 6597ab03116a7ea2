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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.ids.CompanyId;
import org.ronde.ids.SessionId;

/**
 * A member's own account: companies, name and language, password, signed-in browsers, leaving.
 *
 * <p>Whatever takes a password goes without {@code @Once}, whose record would keep a quick hash of
 * it.
 */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
public final class AccountPages {
  private static final String PATH = "/account";

  private final Doors doors;
  private final Departements departements;
  private final Gate gate;

  /** What an account page shows, each from its own door. */
  record Doors(Accounts accounts, SignUps signUps, Sessions sessions, Departures departures) {}

  /** What a member sees of their own account. */
  public record Self(String name, String email, String language, boolean hasPassword) {}

  AccountPages(Doors doors, Departements departements, Gate gate) {
    this.doors = doors;
    this.departements = departements;
    this.gate = gate;
  }

  /** Shows the account. */
  @GET
  public View account(@Auth Actor actor, @Context ContainerRequestContext request) {
    return view(actor, request, null).with(filled(actor, Form.empty()));
  }

  /** A form that shows name and language as they are, for when the other form was sent. */
  private static Form filled(Actor actor, Form form) {
    return form.preset("name", actor.memberName()).preset("language", actor.locale().getLanguage());
  }

  private View view(Actor actor, ContainerRequestContext request, @Nullable String openSection) {
    MemberDao.Account account = doors.accounts().account(actor);
    Secret session = gate.session(actor, request);
    return View.of("members/account")
        .with(
            "self",
            new Self(
                account.name(),
                account.email(),
                account.locale().getLanguage(),
                account.passwordHash() != null))
        .with("companies", doors.accounts().companies(actor))
        .with("partings", doors.departures().partings(actor))
        .with("sessions", doors.sessions().open(actor.memberId(), session))
        .with("openSection", openSection);
  }

  /** Changes name and language. */
  @POST
  @Once
  @Path("/profile")
  public Response describe(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    try {
      doors.accounts().describe(actor, form.value("name"), form.value("language"));
      return Redirect.to(PATH)
          .with(gate.cookies().preference("lang", form.value("language")))
          .saying("members.flash.saved")
          .response();
    } catch (Refusal refusal) {
      return gate.again(view(actor, request, "profile"), form, refusal, request);
    }
  }

  /** Sets or changes the password. */
  @POST
  @Path("/password")
  public Response password(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    try {
      doors
          .accounts()
          .changePassword(
              actor, form.value("current"), form.value("password"), gate.session(actor, request));
      return Redirect.to(PATH).saying("members.flash.passwordChanged").response();
    } catch (Refusal refusal) {
      return gate.again(view(actor, request, "password"), filled(actor, form), refusal, request);
    }
  }

  /** Lets this browser act for another of the member's companies. */
  @POST
  @Once
  @Path("/acting")
  public Response act(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    CompanyId company = Fields.company(form.value("company"));
    doors.sessions().actFor(gate.session(actor, request), company);
    return Redirect.to("/company").saying("members.flash.acting").response();
  }

  /** Signs one browser out. */
  @POST
  @Once
  @Path("/sessions/{id}/end")
  public Response end(@Auth Actor actor, @PathParam("id") SessionId id) {
    doors.sessions().end(actor.memberId(), id);
    return Redirect.to(PATH).saying("members.flash.sessionEnded").response();
  }

  /** Signs all other browsers out. */
  @POST
  @Once
  @Path("/sessions/end-others")
  public Response endOthers(@Auth Actor actor, @Context ContainerRequestContext request) {
    doors.sessions().endOthers(actor.memberId(), gate.session(actor, request));
    return Redirect.to(PATH).saying("members.flash.sessionEnded").response();
  }

  /** Erases the member for good and signs them out. */
  @POST
  @Path("/departures")
  public Response leave(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    try {
      doors.departures().leave(actor, form.value("email"), form.value("currentPassword"));
      return gate.signedOut(PATH + "/departures").response();
    } catch (Refusal refusal) {
      return gate.again(view(actor, request, "leave"), filled(actor, form), refusal, request);
    }
  }

  /** Says goodbye to somebody who just left, whoever asks. */
  @GET
  @Path("/departures")
  public View goodbye(@Auth Optional<Actor> actor) {
    return View.of("members/departed");
  }

  /** Shows the form that adds a company. */
  @GET
  @Path("/companies/new")
  public View companyForm(
      @Auth Actor actor,
      @QueryParam("as") @DefaultValue("FR") String as,
      @Context ContainerRequestContext request) {
    return company(as, request).with(Form.empty());
  }

  /** Adds a company; it waits for the operator. */
  @POST
  @Once
  @Path("/companies/new")
  public Response addCompany(
      @Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    try {
      CompanyForm kind = CompanyForm.of(form.value("kind"));
      CompanyId added = doors.signUps().addCompany(actor, kind.entry(form));
      doors.sessions().actFor(gate.session(actor, request), added);
      return Redirect.to("/company").saying("members.flash.companyWaits").response();
    } catch (Refusal refusal) {
      return gate.again(company(form.value("kind"), request), form, refusal, request);
    }
  }

  private View company(String as, ContainerRequestContext request) {
    CompanyForm kind = CompanyForm.of(as) == CompanyForm.EU ? CompanyForm.EU : CompanyForm.FR;
    return kind.show(View.of("members/company-new"), departements, Languages.of(request));
  }
}

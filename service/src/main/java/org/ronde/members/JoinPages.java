package org.ronde.members;

import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;

/**
 * The form to join, in three shapes: for a French company, a company elsewhere, and nobody's.
 *
 * <p>The POST carries no {@code @Once}: it may hold a password, and the record of a repeated
 * request keeps a quick hash of all that was sent. Sent twice, it sends two mails, of which one
 * confirms.
 */
@Path("/join")
@Produces(MediaType.TEXT_HTML)
public final class JoinPages {
  private final SignUps signUps;
  private final Departements departements;
  private final Gate gate;

  JoinPages(SignUps signUps, Departements departements, Gate gate) {
    this.signUps = signUps;
    this.departements = departements;
    this.gate = gate;
  }

  /** Shows the form; {@code as} chooses its shape. */
  @GET
  public View form(
      @Auth Optional<Actor> actor,
      @QueryParam("as") @DefaultValue("FR") String as,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    return show(CompanyForm.of(as), locale)
        .with(Form.empty().preset("language", locale.getLanguage()));
  }

  /** Takes the form; whatever the address, the answer is "look into your mail". */
  @POST
  public Response join(
      @Auth Optional<Actor> actor,
      Form form,
      @Context HttpServletRequest servlet,
      @Context ContainerRequestContext request) {
    CompanyForm kind = CompanyForm.of(form.value("kind"));
    try {
      signUps.ask(entry(form, kind, request), gate.browser(servlet));
      return Redirect.to("/join/sent").response();
    } catch (Refusal refusal) {
      return gate.again(show(kind, Languages.of(request)), form, refusal, request);
    }
  }

  /** Says that a mail is on its way. */
  @GET
  @Path("/sent")
  public View sent(@Auth Optional<Actor> actor) {
    return View.of("members/join-sent");
  }

  private View show(CompanyForm kind, Locale locale) {
    return kind.show(View.of("members/join"), departements, locale);
  }

  private static SignUps.Entry entry(Form form, CompanyForm kind, ContainerRequestContext request) {
    Locale locale =
        Languages.known(form.value("language"))
            ? Locale.forLanguageTag(form.value("language"))
            : Languages.of(request);
    return new SignUps.Entry(
        form.value("name"),
        form.value("email"),
        locale,
        form.value("password"),
        kind == CompanyForm.NONE ? null : kind.entry(form));
  }
}

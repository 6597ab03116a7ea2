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
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;

/**
 * Signing in and out, and asking for a new password.
 *
 * <p>No POST here carries {@code @Once}: the record of a repeated request would keep a quick hash
 * of a password, could not give a cookie again, and would undo the count of a try that failed.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignInPages {
  private static final String HOME = "/";

  private final SignIns signIns;
  private final Gate gate;

  SignInPages(SignIns signIns, Gate gate) {
    this.signIns = signIns;
    this.gate = gate;
  }

  /** Shows the form: an address, and a password or none. */
  @GET
  @Path("/sign-in")
  public View form(@Auth Optional<Actor> actor, @QueryParam("next") @DefaultValue("") String next) {
    return View.of("members/sign-in").with(Form.empty().preset("next", Redirect.local(next)));
  }

  /** Signs in with the password, or sends a link when none was typed. */
  @POST
  @Path("/sign-in")
  public Response signIn(
      @Auth Optional<Actor> actor,
      Form form,
      @Context HttpServletRequest servlet,
      @Context ContainerRequestContext request) {
    String next = Redirect.local(form.value("next"));
    Browser browser = gate.browser(servlet);
    try {
      if (form.value("password").isEmpty()) {
        signIns.requestLink(form.value("email"), next, Languages.of(request), browser);
        return Redirect.to("/sign-in/sent").response();
      }
      Secret secret = signIns.byPassword(form.value("email"), form.value("password"), browser);
      return gate.signedIn(next.isEmpty() ? HOME : next, secret).response();
    } catch (Refusal refusal) {
      return gate.again(View.of("members/sign-in"), form, refusal, request);
    }
  }

  /** Says that a link is on its way, to a member or not. */
  @GET
  @Path("/sign-in/sent")
  public View sent(@Auth Optional<Actor> actor) {
    return View.of("members/sign-in-sent");
  }

  /** Ends this browser's session. */
  @POST
  @Path("/sign-out")
  public Response signOut(@Auth Actor actor, @Context ContainerRequestContext request) {
    signIns.signOut(gate.session(actor, request));
    return gate.signedOut(HOME).saying("members.flash.signedOut").response();
  }

  /** Shows the form that asks for a new password. */
  @GET
  @Path("/password/forgot")
  public View forgotten(@Auth Optional<Actor> actor) {
    return View.of("members/forgot").with(Form.empty());
  }

  /** Sends a link to choose a new password; the same answer for every address. */
  @POST
  @Path("/password/forgot")
  public Response forgot(
      @Auth Optional<Actor> actor,
      Form form,
      @Context HttpServletRequest servlet,
      @Context ContainerRequestContext request) {
    try {
      signIns.requestReset(form.value("email"), Languages.of(request), gate.browser(servlet));
      return Redirect.to("/sign-in/sent").response();
    } catch (Refusal refusal) {
      return gate.again(View.of("members/forgot"), form, refusal, request);
    }
  }
}

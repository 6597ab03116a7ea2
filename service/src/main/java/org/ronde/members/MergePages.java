package org.ronde.members;

import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/**
 * A person with two accounts brings them together: asks for a link at the other's address, and with
 * it says yes. Opening the link changes nothing, for mail scanners open links too.
 */
@Path("/account/merges")
@Produces(MediaType.TEXT_HTML)
public final class MergePages {
  private static final String PATH = "/account/merges";

  private final Merges merges;
  private final Gate gate;

  MergePages(Merges merges, Gate gate) {
    this.merges = merges;
    this.gate = gate;
  }

  /** Says what it is for and asks for the address of the other account. */
  @GET
  public View form(@Auth Actor actor) {
    return View.of("members/merge").with(Form.empty());
  }

  /** Sends a link to that address; the same answer for every address. */
  @POST
  @Once
  public Response ask(
      @Auth Actor actor,
      Form form,
      @Context HttpServletRequest servlet,
      @Context ContainerRequestContext request) {
    try {
      merges.ask(actor, form.value("email"), Languages.of(request), gate.browser(servlet));
      return Redirect.to(PATH + "/sent").response();
    } catch (Refusal refusal) {
      return gate.again(View.of("members/merge"), form, refusal, request);
    }
  }

  /** Says that a mail is on its way, whether or not there is an account. */
  @GET
  @Path("/sent")
  public View sent(@Auth Actor actor) {
    return View.of("members/merge-sent");
  }

  /** Shows what would move and end, and what is in the way; or that it is done. */
  @GET
  @Path("/{secret}")
  public View show(@Auth Actor actor, @PathParam("secret") String secret) {
    Secret key = new Secret(secret);
    return merges.done(actor, key)
        ? View.of("members/merge-done")
        : view(actor, key).with(Form.empty());
  }

  /** Makes the two accounts one. */
  @POST
  @Once
  @Path("/{secret}")
  public Response merge(
      @Auth Actor actor,
      @PathParam("secret") String secret,
      Form form,
      @Context ContainerRequestContext request) {
    Secret key = new Secret(secret);
    try {
      merges.merge(actor, key);
      return Redirect.to(PATH + "/" + secret).response();
    } catch (Refusal refusal) {
      return gate.again(view(actor, key), form, refusal, request);
    }
  }

  private View view(Actor actor, Secret secret) {
    return View.of("members/merge-confirm").with("plan", merges.plan(actor, secret));
  }
}

package org.ronde.challenges;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.View;
import org.ronde.ids.ChallengeId;

/**
 * Where the link of an invitation by mail leads: to the challenge, by way of the door if need be.
 */
@Path("/challenges/invitations/{secret}")
@Produces(MediaType.TEXT_HTML)
public final class InvitationPages {
  private final Challenges challenges;

  public InvitationPages(Reception reception) {
    this.challenges = reception.challenges();
  }

  @GET
  public View show(@Auth Optional<Actor> actor, @PathParam("secret") String secret) {
    return View.of("challenges/invitation")
        .with("preview", challenges.invitations().preview(secret))
        .with("secret", secret);
  }

  @POST
  @Once
  public Response claim(@Auth Actor actor, @PathParam("secret") String secret, Form form) {
    ChallengeId id = challenges.invitations().claim(actor, secret);
    return Redirect.to("/challenges/" + id).response();
  }
}

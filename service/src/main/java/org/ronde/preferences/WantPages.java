package org.ronde.preferences;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.ronde.http.Actor;
import org.ronde.http.View;

/** All needs of a company, each with how many offers would do. */
@Path("/wants")
@Produces(MediaType.TEXT_HTML)
public final class WantPages {
  private final Candidates candidates;

  public WantPages(Candidates candidates) {
    this.candidates = candidates;
  }

  @GET
  public View show(@Auth Actor actor) {
    return View.of("preferences/wants").with("needs", candidates.overview(actor));
  }
}

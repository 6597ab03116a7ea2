package org.ronde.disputes;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.ronde.http.Actor;
import org.ronde.http.View;

/** The disputes that wait for an officer. */
@Path("/operator/disputes")
@Produces(MediaType.TEXT_HTML)
public final class DeskPages {
  private final Disputes disputes;

  public DeskPages(Disputes disputes) {
    this.disputes = disputes;
  }

  @GET
  public View desk(@Auth Actor actor) {
    return View.of("disputes/desk").with("disputes", disputes.waiting(actor));
  }
}

package org.ronde.app;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.View;

/** The first page: what Ronde is, in three steps. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class HomePages {
  /** Shows the landing page to everybody. */
  @GET
  public View home(@Auth Optional<Actor> actor) {
    return View.of("app/home")
        .with("companies", 0)
        .with("offers", 0)
        .with("needs", 0)
        .with("exchanges", 0);
  }
}

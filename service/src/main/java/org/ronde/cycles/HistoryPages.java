package org.ronde.cycles;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.ronde.http.Actor;
import org.ronde.http.View;

/** The page on which a company reads what clearings assume of it, and why. */
@Path("/cycles/history")
@Produces(MediaType.TEXT_HTML)
public final class HistoryPages {
  private final Histories histories;

  public HistoryPages(Histories histories) {
    this.histories = histories;
  }

  /** Shows what is known of the actor's own company. */
  @GET
  public View show(@Auth Actor actor) {
    return View.of("cycles/history")
        .with("past", histories.past(actor))
        .with("settings", histories.settings());
  }
}

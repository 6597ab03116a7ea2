package org.ronde.app;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.ronde.http.Actor;
import org.ronde.http.View;

/** The operator's first page: each desk, and how many wait there. */
@Path("/operator")
@Produces(MediaType.TEXT_HTML)
public final class OperatorPages {
  private final Supplier<Waiting> waiting;

  /** How much waits for the operator. */
  public record Waiting(
      long companies, long orders, long disputes, long reports, long proposals, long questions) {}

  public OperatorPages(Supplier<Waiting> waiting) {
    this.waiting = waiting;
  }

  /** Shows the desks. */
  @GET
  public View show(@Auth Actor actor) {
    actor.requireOperator();
    Waiting now = waiting.get();
    return View.of("app/operator")
        .with("companiesWaiting", now.companies())
        .with("ordersDue", now.orders())
        .with("disputesWaiting", now.disputes())
        .with("reportsWaiting", now.reports())
        .with("proposalsWaiting", now.proposals() + now.questions());
  }
}

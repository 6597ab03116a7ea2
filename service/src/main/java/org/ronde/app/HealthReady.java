package org.ronde.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BooleanSupplier;

/** Says whether this node can serve: its database answers, is migrated, and the disk has room. */
@Path("/readyz")
@Produces(MediaType.WILDCARD)
public final class HealthReady {
  private final BooleanSupplier ready;

  HealthReady(BooleanSupplier ready) {
    this.ready = ready;
  }

  /** Yes with status 200, or no with 503; why is on the admin port at {@code /healthcheck}. */
  @GET
  public Response ready() {
    return ready.getAsBoolean()
        ? Response.ok("yes\n", MediaType.TEXT_PLAIN_TYPE).build()
        : Response.status(Response.Status.SERVICE_UNAVAILABLE)
            .type(MediaType.TEXT_PLAIN_TYPE)
            .entity("no\n")
            .build();
  }
}

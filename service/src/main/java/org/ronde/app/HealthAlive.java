package org.ronde.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Says that this process lives: who hears no answer may end it and start another. */
@Path("/healthz")
@Produces(MediaType.WILDCARD)
public final class HealthAlive {
  /** Always yes. */
  @GET
  public Response alive() {
    return Response.ok("yes\n", MediaType.TEXT_PLAIN_TYPE).build();
  }
}

package org.ronde.app;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves the description of the API; drawn from the resources at the first request. */
@Path("/api/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
  private final JerseyEnvironment jersey;
  private final URI baseUrl;
  private volatile @Nullable String document;

  OpenApiResource(JerseyEnvironment jersey, URI baseUrl) {
    this.jersey = jersey;
    this.baseUrl = baseUrl;
  }

  /** The OpenAPI document; the same for everybody. */
  @GET
  public String document() {
    String known = document;
    if (known == null) {
      known = OpenApiDocument.json(OpenApiDocument.of(resources(), baseUrl));
      document = known;
    }
    return known;
  }

  private List<Class<?>> resources() {
    List<Class<?>> classes = new ArrayList<>(jersey.getResourceConfig().getClasses());
    jersey.getResourceConfig().getInstances().forEach(one -> classes.add(one.getClass()));
    return classes;
  }
}

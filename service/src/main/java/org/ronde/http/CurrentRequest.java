package org.ronde.http;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The request that the current thread serves, for parts of the edge that Jersey does not inject
 * into. It filters nothing; being a filter is what makes Jersey inject it.
 */
final class CurrentRequest implements ContainerRequestFilter {
  @Inject private @Nullable Provider<ContainerRequest> requests;

  ContainerRequest get() {
    if (requests == null) {
      throw new IllegalStateException("Jersey has not injected the request.");
    }
    return requests.get();
  }

  @Override
  public void filter(ContainerRequestContext request) {}
}

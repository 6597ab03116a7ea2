package org.ronde.http;

import io.dropwizard.auth.AuthFilter;
import io.dropwizard.auth.AuthenticationException;
import io.dropwizard.auth.Authenticator;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Finds out who is asking, by session cookie or API token, for each resource method with an
 * {@code @Auth Actor}. Both at once are refused: one of them was not meant for us.
 */
@Priority(Priorities.AUTHENTICATION)
public final class SignInFilter extends AuthFilter<Credentials, Actor> {
  private static final String BEARER = "Bearer ";

  private final Cookies cookies;

  public SignInFilter(Cookies cookies, Authenticator<Credentials, Actor> authenticator) {
    this.cookies = cookies;
    this.authenticator = authenticator;
    this.realm = "Ronde";
    this.prefix = "Bearer";
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Credentials credentials = findCredentials(request).orElseThrow(SignInFilter::signInRequired);
    if (!authenticate(request, credentials, "ronde")) {
      throw signInRequired();
    }
  }

  /** The actor of a request outside the resources, for the header of an error page. */
  Optional<Actor> findActor(ContainerRequestContext request) {
    try {
      Optional<Credentials> credentials = findCredentials(request);
      return credentials.isEmpty()
          ? Optional.empty()
          : authenticator.authenticate(credentials.get());
    } catch (AuthenticationException | RuntimeException e) {
      // An error page must come even when the database that knows the session is the error.
      return Optional.empty();
    }
  }

  private Optional<Credentials> findCredentials(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    String session = cookies.session(request);
    if (header != null && !session.isEmpty()) {
      throw new Refusal(ProblemType.TWO_CREDENTIALS);
    }
    if (header != null && header.startsWith(BEARER)) {
      return Optional.of(new Credentials.ApiToken(header.substring(BEARER.length()).strip()));
    }
    return session.isEmpty() ? Optional.empty() : Optional.of(new Credentials.Session(session));
  }

  private static WebApplicationException signInRequired() {
    return new WebApplicationException(
        Response.status(Response.Status.UNAUTHORIZED)
            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Ronde\"")
            .build());
  }
}

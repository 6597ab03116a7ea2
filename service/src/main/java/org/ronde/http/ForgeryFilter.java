package org.ronde.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request that changes something pass only when it comes from our own pages: the browser
 * must say so (Sec-Fetch-Site, or Origin where that is missing) and a signed-in form must carry its
 * session's token. Requests with an API token bring no cookie and need neither.
 */
@Priority(Priorities.AUTHORIZATION)
public final class ForgeryFilter implements ContainerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final String origin;
  private final FormReader forms;

  ForgeryFilter(URI baseUrl, FormReader forms) {
    this.forms = forms;
    int port = baseUrl.getPort();
    this.origin = baseUrl.getScheme() + "://" + baseUrl.getHost() + (port < 0 ? "" : ":" + port);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (isSafe(request)) {
      return;
    }
    // Forms are read here and again by the method, and once more when a request is repeated. One
    // with files is too large to hold; its reader remembers what it read.
    if (!FormReader.bringsFiles((ContainerRequest) request)) {
      ((ContainerRequest) request).bufferEntity();
    }
    Actor actor =
        request.getSecurityContext().getUserPrincipal() instanceof Actor found ? found : null;
    boolean byToken = actor != null && actor.session() == null;
    if (byToken) {
      return;
    }
    if (!fromOurPages(request)) {
      throw new Refusal(ProblemType.FORGED);
    }
    if (actor != null && !carriesToken((ContainerRequest) request, actor.session())) {
      throw new Refusal(ProblemType.FORGED);
    }
  }

  /** Whether the request only asks, and so can be asked again at its address. */
  static boolean isSafe(ContainerRequestContext request) {
    return SAFE.contains(request.getMethod());
  }

  private boolean fromOurPages(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    if (site != null) {
      return OWN_SITES.contains(site);
    }
    return origin.equals(request.getHeaderString("Origin"));
  }

  private boolean carriesToken(ContainerRequest request, @Nullable String expected) {
    String sent = request.getHeaderString("X-CSRF-Token");
    if (sent == null && FormReader.bringsForm(request)) {
      sent = forms.form(request).value("csrf");
    }
    return sent != null
        && expected != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}

package org.ronde.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;
import org.ronde.db.SqlFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a failure becomes an answer: a problem document below {@code /api}, a page
 * elsewhere, in the reader's language. A fault of ours is logged under an id that the answer shows.
 */
public final class Problems implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String TYPE_PREFIX = "/problems/";

  private final Words words;
  private final SignInFilter signIn;
  private final CurrentRequest current;

  Problems(Words words, SignInFilter signIn, CurrentRequest current) {
    this.words = words;
    this.signIn = signIn;
    this.current = current;
  }

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException web
        && web.getResponse().getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
      return web.getResponse();
    }
    Refusal refusal = refusal(failure);
    String incident = null;
    if (refusal.type() == ProblemType.INTERNAL) {
      incident = UUID.randomUUID().toString();
      LOG.error("Incident {}", incident, failure);
    } else if (refusal.type() == ProblemType.UNAVAILABLE) {
      LOG.warn("Database out of reach: {}", failure.toString());
    }
    ContainerRequest request = current.get();
    boolean api = request.getUriInfo().getPath().startsWith("api/");
    return api ? document(refusal, incident, request) : page(refusal, incident, request);
  }

  private Refusal refusal(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    if (failure instanceof JsonProcessingException json) {
      return new Refusal(ProblemType.MALFORMED, Map.of("reason", reason(json)));
    }
    if (failure instanceof WebApplicationException web) {
      return new Refusal(type(web.getResponse().getStatus()));
    }
    if (failure.getCause() instanceof Refusal refusal) {
      return refusal;
    }
    return new Refusal(
        SqlFailures.outOfReach(failure) ? ProblemType.UNAVAILABLE : ProblemType.INTERNAL);
  }

  private static ProblemType type(int status) {
    return switch (status) {
      case 400 -> ProblemType.MALFORMED;
      case 401 -> ProblemType.SIGN_IN_REQUIRED;
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 413 -> ProblemType.TOO_LARGE;
      case 415 -> ProblemType.UNSUPPORTED_TYPE;
      case 500 -> ProblemType.INTERNAL;
      case 503 -> ProblemType.UNAVAILABLE;
      default -> ProblemType.UNEXPECTED;
    };
  }

  /** Where the JSON went wrong, without echoing what was sent or naming our classes. */
  private static String reason(JsonProcessingException failure) {
    String path =
        failure instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[]" : part.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    if (!path.isEmpty()) {
      return path;
    }
    return failure.getLocation() == null
        ? "JSON"
        : "JSON %d:%d"
            .formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
  }

  private Response document(Refusal refusal, @Nullable String incident, ContainerRequest request) {
    Locale locale = Languages.of(request);
    List<Problem.FieldError> errors =
        refusal.faults().stream()
            .map(
                fault ->
                    new Problem.FieldError(
                        fault.field(), words.say(locale, fault.key(), fault.arguments())))
            .toList();
    Problem problem =
        new Problem(
            TYPE_PREFIX + refusal.type().slug(),
            words.title(locale, refusal),
            refusal.type().status(),
            words.detail(locale, refusal),
            errors,
            incident);
    return headers(refusal).type(Problem.MEDIA_TYPE).language(locale).entity(problem).build();
  }

  private Response page(Refusal refusal, @Nullable String incident, ContainerRequest request) {
    if (refusal.type() == ProblemType.SIGN_IN_REQUIRED) {
      String next = URLEncoder.encode(Redirect.address(request), StandardCharsets.UTF_8);
      return Redirect.to("/sign-in?next=" + next).response();
    }
    if (request.getSecurityContext().getUserPrincipal() == null) {
      signIn.findActor(request).ifPresent(actor -> request.setSecurityContext(new Signed(actor)));
    }
    Locale locale = Languages.of(request);
    View view =
        View.of("http/problem")
            .with("title", words.title(locale, refusal))
            .with("detail", words.detail(locale, refusal))
            .with("slug", refusal.type().slug())
            .with("typing", !ForgeryFilter.isSafe(request))
            .with("status", refusal.type().status())
            .with("incident", incident);
    return view.answering(refusal);
  }

  static Response.ResponseBuilder headers(Refusal refusal) {
    Response.ResponseBuilder response = Response.status(refusal.type().status());
    refusal
        .findRetrySeconds()
        .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
    if (refusal.type() == ProblemType.SIGN_IN_REQUIRED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Ronde\"");
    }
    return response;
  }

  /** A security context that only knows who it is; roles are asked of the actor itself. */
  private record Signed(Actor actor) implements jakarta.ws.rs.core.SecurityContext {
    @Override
    public Actor getUserPrincipal() {
      return actor;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getAuthenticationScheme() {
      return "ronde";
    }
  }
}

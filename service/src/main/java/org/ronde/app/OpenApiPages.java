package org.ronde.app;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.View;

/** The guide to the API in words, and where the address of a problem's type leads. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class OpenApiPages {
  /** One kind of problem, as the guide lists it. */
  public record ProblemRow(String slug, int status) {}

  /** The guide: tokens, idempotency keys, problems, paging. */
  @GET
  @Path("/api")
  public View guide(@Auth Optional<Actor> actor) {
    return View.of("app/api").with("problems", problems());
  }

  /** The type of a problem document is this address. */
  @GET
  @Path("/problems/{slug}")
  public Response problem(@Auth Optional<Actor> actor, @PathParam("slug") String slug) {
    if (problems().stream().noneMatch(row -> row.slug().equals(slug))) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return Response.seeOther(URI.create("/api#" + slug)).build();
  }

  private static List<ProblemRow> problems() {
    return Arrays.stream(ProblemType.values())
        .map(type -> new ProblemRow(type.slug(), type.status()))
        .toList();
  }
}

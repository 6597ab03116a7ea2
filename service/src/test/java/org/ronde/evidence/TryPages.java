package org.ronde.evidence;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Uploads;
import org.ronde.http.View;
import org.ronde.ids.EvidenceId;

/** A page that takes a proof, as rooms above do. */
@Path("/tries")
@Produces(MediaType.TEXT_HTML)
public final class TryPages {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final Studio studio;

  public TryPages(Studio studio) {
    this.studio = studio;
  }

  @GET
  public View form(@Auth Actor actor) {
    return page(actor, Form.empty());
  }

  @POST
  @Once
  @Uploads
  public Response submit(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    try {
      EvidenceId id = studio.proofs.submit(submission(actor, form));
      return Redirect.to("/evidence/" + id).response();
    } catch (Refusal refusal) {
      studio.proofs.rescue(actor.memberId(), form);
      return Response.status(422)
          .entity(page(actor, form.refused(refusal, TestServer.words(), locale)))
          .build();
    }
  }

  private Submission submission(Actor actor, Form form) {
    return new Submission(
        studio.attempt,
        actor.memberId(),
        Set.of(),
        form.value("text"),
        form.findText("measure").map(TryPages::number).orElse(null),
        "",
        NOW,
        studio.proofs.inspect(form),
        "",
        studio.proofs.kept(actor.memberId(), form));
  }

  private static BigDecimal number(String typed) {
    try {
      return new BigDecimal(typed.replace(',', '.'));
    } catch (NumberFormatException e) {
      throw Refusal.invalid(Refusal.Fault.of("measure", "evidence.fault.measure"));
    }
  }

  private View page(Actor actor, Form form) {
    return View.of("evidence/try")
        .with("gallery", studio.proofs.gallery(actor, List.of(studio.attempt), 1))
        .with(form);
  }
}

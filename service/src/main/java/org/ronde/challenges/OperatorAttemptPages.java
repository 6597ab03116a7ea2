package org.ronde.challenges;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.ids.AttemptId;

/** Proofs that wait for an officer, because nobody else answered and it matters. */
@Path("/operator/attempts")
@Produces(MediaType.TEXT_HTML)
public final class OperatorAttemptPages {
  private final Reception reception;
  private final Challenges challenges;

  public OperatorAttemptPages(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
  }

  @GET
  public View list(@Auth Actor actor, @Context ContainerRequestContext request) {
    return page(actor, Languages.of(request), Form.empty());
  }

  @POST
  @Path("/{attempt}/decisions")
  @Once
  public Response decide(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      Form form,
      @Context ContainerRequestContext request) {
    return afterwards(
        actor,
        form,
        request,
        () ->
            challenges
                .attempts()
                .decide(
                    actor, attempt, form.value("decision").equals("yes"), form.value("reason")));
  }

  @POST
  @Path("/{attempt}/revocations")
  @Once
  public Response revoke(
      @Auth Actor actor,
      @PathParam("attempt") AttemptId attempt,
      Form form,
      @Context ContainerRequestContext request) {
    actor.requireOperator();
    return reception.afterwards(
        actor,
        challenges.board().challengeOf(actor, attempt),
        form,
        request,
        () ->
            challenges.revocations().ask(actor, attempt, form.value("reason"))
                ? "challenges.flash.revoked"
                : "challenges.flash.revocationAsked");
  }

  private Response afterwards(
      Actor actor, Form form, ContainerRequestContext request, Runnable step) {
    Locale locale = Languages.of(request);
    try {
      step.run();
    } catch (Refusal refusal) {
      return page(actor, locale, form.refused(refusal, reception.words(), locale))
          .answering(refusal);
    }
    return Redirect.to("/operator/attempts").saying("challenges.flash.decided").response();
  }

  private View page(Actor actor, Locale locale, Form form) {
    List<Board.Waiting> waiting = challenges.board().forOfficers(actor, locale);
    return View.of("challenges/operator")
        .with("waiting", waiting)
        .with("proofs", reception.shown(actor, waiting.stream().map(Board.Waiting::part).toList()))
        .with("measures", new MeasureWords(reception.words(), locale))
        .with(form);
  }
}

package org.ronde.challenges;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Preparing;
import org.ronde.http.Refusal;
import org.ronde.http.Uploads;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;

/** Proving it, and believing it: the buttons of a challenge’s page. */
@Path("/challenges")
@Produces(MediaType.TEXT_HTML)
public final class AttemptPages implements Preparing {
  private final Reception reception;
  private final Challenges challenges;

  public AttemptPages(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
  }

  @Override
  public void prepare(Form form) {
    reception.neighbours().proofs().inspect(form);
  }

  @POST
  @Path("/{id}/proofs")
  @Once
  @Uploads
  public Response prove(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.proved",
        () -> {
          try {
            challenges
                .attempts()
                .prove(actor, id, reception.sent(actor, id, form, Languages.of(request)));
          } catch (Refusal refusal) {
            reception.neighbours().proofs().rescue(actor.memberId(), form);
            throw refusal;
          }
        });
  }

  @POST
  @Path("/{id}/attempts/{attempt}/validations")
  @Once
  public Response believe(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @PathParam("attempt") AttemptId attempt,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.believed",
        () -> challenges.attempts().believe(actor, attempt));
  }

  @POST
  @Path("/{id}/attempts/{attempt}/not-yets")
  @Once
  public Response notYet(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @PathParam("attempt") AttemptId attempt,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.notYet",
        () -> challenges.attempts().notYet(actor, attempt, form.value("reason")));
  }

  @POST
  @Path("/{id}/attempts/{attempt}/disputes")
  @Once
  public Response dispute(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @PathParam("attempt") AttemptId attempt,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.disputed",
        () -> challenges.attempts().dispute(actor, attempt, form.value("statement")));
  }
}

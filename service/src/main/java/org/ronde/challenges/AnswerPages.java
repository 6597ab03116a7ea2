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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Once;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;

/** Yes, no, on other terms, I leave, ask these too: the buttons of a challenge’s page. */
@Path("/challenges")
@Produces(MediaType.TEXT_HTML)
public final class AnswerPages {
  private final Reception reception;
  private final Challenges challenges;

  public AnswerPages(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
  }

  @POST
  @Path("/{id}/acceptances")
  @Once
  public Response accept(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.accepted",
        () -> {
          Typed typed = new Typed(form);
          Integer version = typed.whole("version");
          typed.require();
          challenges
              .answers()
              .accept(actor, id, version == null ? 0 : version, form.value("words"));
        });
  }

  @POST
  @Path("/{id}/refusals")
  @Once
  public Response refuse(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.refused",
        () -> challenges.answers().refuse(actor, id, form.value("words")));
  }

  @POST
  @Path("/{id}/counters")
  @Once
  public Response counter(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.countered",
        () -> {
          Terms old = reception.seen(actor, id, request).terms();
          Typed typed = new Typed(form);
          BigDecimal target = typed.number("target");
          Instant endsAt = typed.afterDay("endsAt", old.zone());
          typed.require();
          challenges
              .answers()
              .counter(
                  actor,
                  id,
                  new Answers.Counter(
                      target, endsAt == null ? old.endsAt() : endsAt, form.value("words")));
        });
  }

  @POST
  @Path("/{id}/attempts/{attempt}/counter-answers")
  @Once
  public Response answerCounter(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @PathParam("attempt") AttemptId attempt,
      Form form,
      @Context ContainerRequestContext request) {
    boolean yes = form.value("answer").equals("yes");
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        yes ? "challenges.flash.counterAccepted" : "challenges.flash.counterDeclined",
        () -> challenges.answers().answerCounter(actor, attempt, yes));
  }

  @POST
  @Path("/{id}/withdrawals")
  @Once
  public Response withdraw(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.withdrawn",
        () -> challenges.answers().withdraw(actor, id));
  }

  @POST
  @Path("/{id}/invitations")
  @Once
  public Response invite(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return naming(
        actor,
        id,
        form,
        request,
        "challenges.flash.invited",
        who -> challenges.invitations().inviteMore(actor, id, who.members(), who.addresses()));
  }

  @POST
  @Path("/{id}/successors")
  @Once
  public Response passOn(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return naming(
        actor,
        id,
        form,
        request,
        "challenges.flash.passedOn",
        who -> challenges.invitations().passOn(actor, id, who.members(), who.addresses()));
  }

  /** A step with people who are named in the field {@code who}. */
  private Response naming(
      Actor actor,
      ChallengeId id,
      Form form,
      ContainerRequestContext request,
      String saying,
      Consumer<Typed.Named> step) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        saying,
        () -> {
          Board board = challenges.board();
          Seen.Whole whole = reception.seen(actor, id, request);
          Typed typed = new Typed(form);
          Typed.Named who =
              typed.people(
                  "who", board.reachable(actor, whole.activityId()), reception.neighbours().folk());
          typed.require();
          step.accept(who);
        });
  }
}

package org.ronde.contests;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.ContestId;
import org.ronde.points.ValidationLevel;

/** The organiser's pages: plan a contest, publish it, and lead it to its end. */
@Path("/operator/contests")
@Produces(MediaType.TEXT_HTML)
public final class OfficePages {
  private static final int ENTRANTS_SHOWN = 200;

  private final ContestsRoom room;
  private final Showing showing;
  private final Words words;

  public OfficePages(ContestsRoom room, Showing showing, Words words) {
    this.room = room;
    this.showing = showing;
    this.words = words;
  }

  @GET
  public View list(
      @Auth Actor actor,
      @QueryParam("page") @DefaultValue("1") int page,
      @Context ContainerRequestContext request) {
    return View.of("contests/office-list")
        .with(
            "contests",
            showing.cards(
                room.organising().contests(actor, page), Optional.of(actor), Languages.of(request)))
        .with("current", Math.max(1, page))
        .with("full", Organising.PAGE);
  }

  @GET
  @Path("/new")
  public View blank(@Auth Actor actor) {
    actor.requireOperator();
    return form(
        Form.empty()
            .preset("zone", "Europe/Paris")
            .preset("levelMin", ValidationLevel.WITNESSES)
            .preset("ticketPrice", 10)
            .preset("ticketCap", 20)
            .preset("entrantsMin", 2)
            .preset("pointsMin", 1)
            .preset("objectionHours", 72)
            .preset("scoringVersion", 1),
        "");
  }

  private static View form(Form form, String id) {
    return View.of("contests/office-form")
        .with("id", id)
        .with("rows", OfficeForms.PRIZE_ROWS)
        .with("zones", OfficeForms.zones())
        .with(form);
  }

  @POST
  @Once
  public Response create(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    try {
      Contest contest = room.organising().create(actor, OfficeForms.draft(form));
      return Redirect.to("/operator/contests/" + contest.id())
          .saying("contests.flash.saved")
          .response();
    } catch (Refusal refusal) {
      return refused(refusal, form, "", request);
    }
  }

  private Response refused(Refusal refusal, Form form, String id, ContainerRequestContext request) {
    if (refusal.faults().isEmpty()) {
      throw refusal;
    }
    return form(form.refused(refusal, words, Languages.of(request)), id).answering(refusal);
  }

  @GET
  @Path("/{id}/edit")
  public View edit(@Auth Actor actor, @PathParam("id") ContestId id) {
    Contest contest = contest(actor, id);
    Chronicle.require(contest, contest.state() == ContestState.DRAFT);
    return form(OfficeForms.filled(contest.terms(), room.contests().prizes(id)), id.toString());
  }

  @POST
  @Path("/{id}/edit")
  @Once
  public Response edit(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      Form form,
      @Context ContainerRequestContext request) {
    try {
      room.organising().edit(actor, id, OfficeForms.draft(form));
      return Redirect.to("/operator/contests/" + id).saying("contests.flash.saved").response();
    } catch (Refusal refusal) {
      return refused(refusal, form, id.toString(), request);
    }
  }

  @GET
  @Path("/{id}")
  public View show(
      @Auth Actor actor, @PathParam("id") ContestId id, @Context ContainerRequestContext request) {
    return page(actor, id, Form.empty(), Languages.of(request));
  }

  private Contest contest(Actor actor, ContestId id) {
    return room.organising().find(actor, id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  private View page(Actor actor, ContestId id, Form form, Locale locale) {
    Contest contest = contest(actor, id);
    boolean drawn = contest.drawnAt() != null;
    return View.of("contests/office")
        .with("contest", contest)
        .with("terms", contest.terms())
        .with("title", contest.terms().title(locale))
        .with("stages", showing.stages(contest))
        .with("prizes", showing.prizes(contest, Optional.of(actor), drawn))
        .with("planned", room.contests().prizes(id))
        .with("entrants", showing.entrants(id, ENTRANTS_SHOWN))
        .with("count", room.contests().entrants(id))
        .with("objections", showing.objections(id))
        .with("beside", contest.sealedAt() == null ? List.of() : showing.beside(id))
        .with("story", room.contests().story(id))
        .with("drawAgain", drawn && showing.waits(contest))
        .with(form);
  }

  @POST
  @Path("/{id}/publications")
  @Once
  public Response publish(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor,
        id,
        form,
        request,
        "contests.flash.published",
        () -> {
          if (!form.checked("lawyer")) {
            throw Refusal.invalid(Refusal.Fault.of("lawyer", "contests.fault.lawyer"));
          }
          room.organising().publish(actor, id, form.value("commitment"));
        });
  }

  @POST
  @Path("/{id}/moves")
  @Once
  public Response move(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor,
        id,
        form,
        request,
        "contests.flash.moved",
        () -> {
          switch (form.value("to")) {
            case "SUSPENDED" -> room.organising().suspend(actor, id, form.value("reason"));
            case "VOID" -> room.organising().cancel(actor, id, form.value("reason"));
            case "RESUMED" -> room.organising().resume(actor, id);
            default -> room.organising().advance(actor, id, form.value("randomness"));
          }
        });
  }

  @POST
  @Path("/{id}/rules")
  @Once
  public Response rescore(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor,
        id,
        form,
        request,
        "contests.flash.rules",
        () ->
            room.organising()
                .rescore(
                    actor,
                    id,
                    (int)
                        Math.min(
                            Objects.requireNonNullElse(
                                OfficeForms.number(form.value("scoringVersion")), 0L),
                            1000),
                    form.value("reason")));
  }

  @POST
  @Path("/{id}/strikes")
  @Once
  public Response strike(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor,
        id,
        form,
        request,
        "contests.flash.struck",
        () -> room.organising().strike(actor, id, form.value("pseudonym"), form.value("reason")));
  }

  @POST
  @Path("/{id}/objections/{objection}/answers")
  @Once
  public Response answer(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      @PathParam("objection") UUID objection,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor,
        id,
        form,
        request,
        "contests.flash.answered",
        () -> room.awarding().answer(actor, id, objection, form.value("answer")));
  }

  @POST
  @Path("/{id}/prizes/{place}/substitutes")
  @Once
  public Response substitute(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      @PathParam("place") int place,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor,
        id,
        form,
        request,
        "contests.flash.substituted",
        () ->
            room.awarding()
                .substitute(
                    actor,
                    id,
                    place,
                    form.value("substitute"),
                    Objects.requireNonNullElse(
                        OfficeForms.cents(form.value("substituteValue")), 0L)));
  }

  @POST
  @Path("/{id}/prizes/{place}/handovers")
  @Once
  public Response handOver(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      @PathParam("place") int place,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor,
        id,
        form,
        request,
        "contests.flash.handedOver",
        () -> {
          if (form.value("guardian").equals("NOBODY")) {
            room.awarding().carryOver(actor, id, place);
          } else {
            Prize.Guardian guardian =
                form.findChoice("guardian", Prize.Guardian.class).orElse(null);
            room.awarding().handOver(actor, id, place, guardian);
          }
        });
  }

  private Response after(
      Actor actor,
      ContestId id,
      Form form,
      ContainerRequestContext request,
      String saying,
      Runnable step) {
    Locale locale = Languages.of(request);
    actor.requireOperator();
    try {
      step.run();
    } catch (Refusal refusal) {
      return page(actor, id, form.refused(refusal, words, locale), locale).answering(refusal);
    }
    return Redirect.to("/operator/contests/" + id).saying(saying).response();
  }
}

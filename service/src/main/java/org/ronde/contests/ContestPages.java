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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronde.contests.draw.Bundle;
import org.ronde.contests.draw.Hash;
import org.ronde.contests.draw.SealedList;
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

/** Contests for everybody: what runs, my place, the rules, the result and its proof. */
@Path("/contests")
@Produces(MediaType.TEXT_HTML)
public final class ContestPages {
  private final ContestsRoom room;
  private final Showing showing;
  private final Words words;

  public ContestPages(ContestsRoom room, Showing showing, Words words) {
    this.room = room;
    this.showing = showing;
    this.words = words;
  }

  @GET
  public View list(
      @Auth Optional<Actor> reader,
      @QueryParam("page") @DefaultValue("1") int page,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    return View.of("contests/list")
        .with("running", showing.cards(room.contests().running(), reader, locale))
        .with("coming", showing.cards(room.contests().coming(), reader, locale))
        .with("finished", showing.cards(room.contests().finished(page), reader, locale))
        .with("current", Math.max(1, page));
  }

  @GET
  @Path("/{id}")
  public View show(
      @Auth Optional<Actor> reader,
      @PathParam("id") ContestId id,
      @Context ContainerRequestContext request) {
    return page(reader, id, Languages.of(request), Form.empty());
  }

  private View page(Optional<Actor> reader, ContestId id, Locale locale, Form form) {
    Contest contest = room.contests().contest(reader, id);
    Optional<Entrant> entrant = room.contests().findEntrant(reader, id);
    long points = entrant.map(e -> room.contests().ownPoints(contest, e)).orElse(0L);
    Standings.Board board = room.standings().page(reader, contest, 1);
    Terms terms = contest.terms();
    return base("contests/contest", contest, locale)
        .with("daysLeft", showing.daysLeft(contest))
        .with("intro", terms.intro(locale))
        .with("stages", showing.stages(contest))
        .with("percent", showing.percent(contest))
        .with("entered", entrant.map(Entrant::active).orElse(false))
        .with("struck", entrant.map(Entrant::struckReason).orElse(null))
        .with("points", points)
        .with("tickets", contest.draw() ? terms.ticketing().tickets(points) : 0)
        .with("board", board)
        .with("mine", board.mine().stream().filter(Standings.Line::me).findFirst().orElse(null))
        .with("prizes", showing.prizes(contest, reader, false))
        .with("crowds", showing.crowds(id))
        .with("beside", contest.state().revealed() ? showing.beside(id) : List.of())
        .with("objection", room.contests().findObjection(reader, id).orElse(null))
        .with("zones", OfficeForms.zones())
        .with(form);
  }

  private static View base(String template, Contest contest, Locale locale) {
    return View.of(template)
        .with("contest", contest)
        .with("terms", contest.terms())
        .with("title", contest.terms().title(locale));
  }

  @POST
  @Path("/{id}/entries")
  @Once
  public Response enter(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor,
        id,
        form,
        request,
        "contests.flash.entered",
        () -> room.contests().enter(actor, id, form.value("zone"), form.checked("shown")));
  }

  @POST
  @Path("/{id}/departures")
  @Once
  public Response leave(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor, id, form, request, "contests.flash.left", () -> room.contests().leave(actor, id));
  }

  @POST
  @Path("/{id}/objections")
  @Once
  public Response object(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      Form form,
      @Context ContainerRequestContext request) {
    return after(
        actor,
        id,
        form,
        request,
        "contests.flash.objected",
        () -> room.contests().object(actor, id, form.value("objection")));
  }

  private Response after(
      Actor actor,
      ContestId id,
      Form form,
      ContainerRequestContext request,
      String saying,
      Runnable step) {
    Locale locale = Languages.of(request);
    try {
      step.run();
    } catch (Refusal refusal) {
      return page(Optional.of(actor), id, locale, form.refused(refusal, words, locale))
          .answering(refusal);
    }
    return Redirect.to("/contests/" + id).saying(saying).response();
  }

  @GET
  @Path("/{id}/standings")
  public View standings(
      @Auth Optional<Actor> reader,
      @PathParam("id") ContestId id,
      @QueryParam("page") @DefaultValue("1") int page,
      @Context ContainerRequestContext request) {
    Contest contest = room.contests().contest(reader, id);
    return base("contests/standings", contest, Languages.of(request))
        .with("board", room.standings().page(reader, contest, page));
  }

  @GET
  @Path("/{id}/standings.csv")
  @Produces("text/csv")
  public Response csv(@Auth Optional<Actor> reader, @PathParam("id") ContestId id) {
    Contest contest = room.contests().contest(reader, id);
    Standings.Board board = room.standings().page(Optional.empty(), contest, 1);
    String name =
        "standings-%s-%s.csv"
            .formatted(
                board.status().name().toLowerCase(Locale.ROOT),
                board.asOf().truncatedTo(ChronoUnit.MINUTES).toString().replace(":", ""));
    return Response.ok(StandingsCsv.of(room.standings().all(contest)), "text/csv;charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
        .build();
  }

  @GET
  @Path("/{id}/rules")
  public View rules(
      @Auth Optional<Actor> reader,
      @PathParam("id") ContestId id,
      @QueryParam("version") @DefaultValue("0") int version,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Contest contest = room.contests().contest(reader, id);
    Rules rules = version(id, version);
    return base("contests/rules", contest, locale)
        .with("rules", rules)
        .with("text", rules.text(locale))
        .with("versions", room.contests().rules(id));
  }

  @GET
  @Path("/{id}/rules/{version}.txt")
  @Produces(MediaType.TEXT_PLAIN)
  public Response rulesText(
      @Auth Optional<Actor> reader,
      @PathParam("id") ContestId id,
      @PathParam("version") int version) {
    room.contests().contest(reader, id);
    Rules rules = version(id, version);
    return Response.ok(rules.textEn() + '\0' + rules.textFr(), "text/plain;charset=utf-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"rules-%d.txt\"".formatted(version))
        .build();
  }

  private Rules version(ContestId id, int version) {
    return room.contests().rules(id).stream()
        .filter(rules -> version == 0 || rules.version() == version)
        .findFirst()
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  @GET
  @Path("/{id}/draw")
  public View draw(
      @Auth Optional<Actor> reader,
      @PathParam("id") ContestId id,
      @Context ContainerRequestContext request) {
    Contest contest = room.contests().contest(reader, id);
    boolean sealed = contest.sealedAt() != null;
    return base("contests/draw", contest, Languages.of(request))
        .with("seal", sealed ? room.proofs().seal(id) : null)
        .with("amendments", showing.amendments(id))
        .with("draws", contest.state().revealed() ? showing.draws(id) : List.of())
        .with("prizes", showing.prizes(contest, reader, false))
        .with("rules", room.contests().rules(id).stream().findFirst().orElse(null))
        .with("story", room.contests().story(id))
        .with(
            "pseudonym",
            room.contests()
                .findEntrant(reader, id)
                .map(Entrant::pseudonym)
                .filter(mine -> room.proofs().listed(id, mine))
                .orElse(null));
  }

  @GET
  @Path("/{id}/bundle.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Bundle bundle(@Auth Optional<Actor> reader, @PathParam("id") ContestId id) {
    return room.proofs().bundle(reader, room.contests().contest(reader, id));
  }

  @GET
  @Path("/{id}/proof")
  public View proof(
      @Auth Actor actor, @PathParam("id") ContestId id, @Context ContainerRequestContext request) {
    Optional<Actor> reader = Optional.of(actor);
    Contest contest = room.contests().contest(reader, id);
    Entrant entrant =
        room.contests()
            .findEntrant(reader, id)
            .filter(found -> contest.sealedAt() != null)
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    SealedList.Proof proof = room.proofs().inclusion(id, entrant.pseudonym());
    Proofs.Seal seal = room.proofs().seal(id);
    return base("contests/proof", contest, Languages.of(request))
        .with("proof", proof)
        .with("pseudonym", entrant.pseudonym())
        .with("seal", seal)
        .with("holds", proof.holds(new Hash(seal.root())))
        .with("salt", room.contests().findSalt(actor, id).orElse(null))
        .with("member", actor.memberId().toString());
  }

  @GET
  @Path("/{id}/reveal")
  public View reveal(
      @Auth Optional<Actor> reader,
      @PathParam("id") ContestId id,
      @QueryParam("step") @DefaultValue("0") int step,
      @Context ContainerRequestContext request) {
    Contest contest = room.contests().contest(reader, id);
    boolean operator = reader.map(Actor::operator).orElse(false);
    boolean ready = contest.state() == ContestState.DRAWN || contest.state() == ContestState.RANKED;
    Chronicle.require(contest, contest.state().revealed() || (operator && ready));
    List<Showing.Step> steps = showing.ceremony(contest);
    int shown = Math.max(0, Math.min(step, steps.size()));
    return base("contests/reveal", contest, Languages.of(request))
        .with("steps", steps.subList(0, shown))
        .with("step", shown)
        .with("last", shown == steps.size())
        .with("publishable", operator && ready);
  }
}

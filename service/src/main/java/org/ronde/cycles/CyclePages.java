package org.ronde.cycles;

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
import java.util.Map;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Formats;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.RingPicture;
import org.ronde.http.Templates;
import org.ronde.http.View;
import org.ronde.ids.CycleId;
import org.ronde.listings.Listing;
import org.ronde.listings.Listings;
import org.ronde.members.Plans;

/** My cycles, and the page on which a company signs one. */
@Path("/cycles")
@Produces(MediaType.TEXT_HTML)
public final class CyclePages {
  private final Cycles cycles;
  private final Listings listings;
  private final Plans plans;
  private final Templates templates;
  private final int legDueDays;

  /** The exchanges' own number of days until a leg is due is said before it binds. */
  public CyclePages(
      Cycles cycles, Listings listings, Plans plans, Templates templates, int legDueDays) {
    this.cycles = cycles;
    this.listings = listings;
    this.plans = plans;
    this.templates = templates;
    this.legDueDays = legDueDays;
  }

  /** Lists the cycles of my company, those to answer first. */
  @GET
  public View list(@Auth Actor actor) {
    var mine = cycles.mine(actor);
    return View.of("cycles/list")
        .with("approved", actor.company().approved())
        .with("hasOffer", mine.isEmpty() && lists(actor, Listing.Side.OFFER))
        .with("hasNeed", mine.isEmpty() && lists(actor, Listing.Side.NEED))
        .with("toAnswer", mine.stream().filter(Standpoint::open).toList())
        .with(
            "waiting",
            mine.stream()
                .filter(one -> one.cycle().state() == Cycle.State.PROPOSED && !one.open())
                .toList())
        .with("agreed", inState(mine, Cycle.State.ACCEPTED))
        .with(
            "closed",
            mine.stream()
                .filter(one -> one.cycle().state() != Cycle.State.PROPOSED)
                .filter(one -> one.cycle().state() != Cycle.State.ACCEPTED)
                .toList());
  }

  /** Whether the company did this step: it publishes something, or prepared it while it waits. */
  private boolean lists(Actor actor, Listing.Side side) {
    return listings.mine(actor).stream()
        .filter(listing -> listing.side() == side)
        .anyMatch(
            listing ->
                listing.state() == Listing.State.PUBLISHED
                    || (listing.state() == Listing.State.DRAFT && !actor.company().approved()));
  }

  private static List<Standpoint> inState(List<Standpoint> mine, Cycle.State state) {
    return mine.stream().filter(one -> one.cycle().state() == state).toList();
  }

  /** Shows one cycle: the ring, what I give and receive, what I risk, and the answer to give. */
  @GET
  @Path("/{cycleId}")
  public View show(
      @Auth Actor actor,
      @PathParam("cycleId") CycleId id,
      @Context ContainerRequestContext request) {
    return page(cycles.standpoint(actor, id), Form.empty(), Languages.of(request));
  }

  /** Takes my company's answer. */
  @POST
  @Path("/{cycleId}/decisions")
  @Once
  public Response decide(
      @Auth Actor actor,
      @PathParam("cycleId") CycleId id,
      Form form,
      @Context ContainerRequestContext request) {
    try {
      var decision =
          Decision.of(
              form.value("answer"),
              form.checked("orderPlan"),
              form.value("reason"),
              form.value("text"));
      var after = cycles.decide(actor, id, decision);
      return Redirect.to("/cycles/" + id).saying(flash(after)).response();
    } catch (Refusal refusal) {
      var locale = Languages.of(request);
      form.refused(refusal, templates.words(), locale);
      return page(cycles.standpoint(actor, id), form, locale).answering(refusal);
    }
  }

  private static String flash(Standpoint after) {
    return switch (after.cycle().state()) {
      case PROPOSED -> "cycles.flash.accepted";
      case ACCEPTED -> "cycles.flash.agreed";
      case REFUSED -> "cycles.flash.refused";
      case EXPIRED -> "cycles.flash.expired";
      case WITHDRAWN -> "cycles.flash.withdrawn";
    };
  }

  private View page(Standpoint standpoint, Form form, Locale locale) {
    return View.of("cycles/ring")
        .with(form)
        .with("one", standpoint)
        .with("answer", standpoint.myAnswer().orElse(null))
        .with("picture", picture(standpoint, locale))
        .with("legDueDays", legDueDays)
        .with("priceCents", plans.price().amountCents())
        .with("reasons", List.of(Decision.Reason.values()))
        .with("textLengthMax", Decision.TEXT_LENGTH_MAX);
  }

  private RingPicture picture(Standpoint standpoint, Locale locale) {
    var words = templates.words();
    var cycle = standpoint.cycle();
    return RingPicture.of(
        standpoint.partners().stream()
            .map(
                partner ->
                    RingPicture.Company.of(
                        partner.name(),
                        answer(Optional.ofNullable(partner.accepted())),
                        partner.mine(),
                        partner.mine() ? null : "/companies/" + partner.id()))
            .toList(),
        List.of(
            new Formats(locale, templates.zone()).euros(cycle.valueCents()),
            words.say(locale, "cycles.ring.total", Map.of("count", cycle.legs().size())),
            words.say(locale, "cycles.ring.yes", Map.of("count", standpoint.yesCount()))));
  }

  private static RingPicture.Answer answer(Optional<Boolean> accepted) {
    return accepted
        .map(yes -> yes ? RingPicture.Answer.YES : RingPicture.Answer.NO)
        .orElse(RingPicture.Answer.WAITING);
  }
}

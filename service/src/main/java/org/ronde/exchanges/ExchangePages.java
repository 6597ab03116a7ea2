package org.ronde.exchanges;

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
import java.util.Map;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.LegId;

/** My exchanges, and for each what I give and get, whom to call, and my next step. */
@Path("/exchanges")
@Produces(MediaType.TEXT_HTML)
public final class ExchangePages {
  private final Exchanges exchanges;
  private final Parties parties;
  private final Handovers handovers;
  private final Words words;

  public ExchangePages(Exchanges exchanges, Parties parties, Words words) {
    this.exchanges = exchanges;
    this.parties = parties;
    this.handovers = new Handovers(exchanges, parties);
    this.words = words;
  }

  @GET
  public View list(@Auth Actor actor, @QueryParam("page") @DefaultValue("1") int page) {
    Paged<Exchange> found = exchanges.page(actor, page);
    List<Handover> mine = handovers.of(actor, found.items());
    return View.of("exchanges/exchanges")
        .with("open", mine.stream().filter(handover -> !handover.closed()).toList())
        .with("done", mine.stream().filter(Handover::closed).toList())
        .with("current", found.page())
        .with("last", found.lastPage());
  }

  @GET
  @Path("/{id}")
  public View show(
      @Auth Actor actor, @PathParam("id") ExchangeId id, @Context ContainerRequestContext request) {
    return page(actor, id, Languages.of(request), Form.empty());
  }

  @POST
  @Path("/{id}/legs/{leg}/dispatches")
  @Once
  public Response send(
      @Auth Actor actor,
      @PathParam("id") ExchangeId id,
      @PathParam("leg") LegId leg,
      Form form,
      @Context ContainerRequestContext request) {
    var asked = new Asked(actor, id, form, request);
    return answer(
        asked, "exchanges.flash.sent", () -> exchanges.send(actor, id, leg, form.value("note")));
  }

  @POST
  @Path("/{id}/legs/{leg}/receipts")
  @Once
  public Response receive(
      @Auth Actor actor,
      @PathParam("id") ExchangeId id,
      @PathParam("leg") LegId leg,
      Form form,
      @Context ContainerRequestContext request) {
    var asked = new Asked(actor, id, form, request);
    return answer(asked, "exchanges.flash.received", () -> exchanges.receive(actor, id, leg));
  }

  @POST
  @Path("/{id}/top-ups/{payer}/receipts")
  @Once
  public Response settle(
      @Auth Actor actor,
      @PathParam("id") ExchangeId id,
      @PathParam("payer") CompanyId payer,
      Form form,
      @Context ContainerRequestContext request) {
    var asked = new Asked(actor, id, form, request);
    return answer(asked, "exchanges.flash.settled", () -> exchanges.settle(actor, id, payer));
  }

  /** What a step of my company comes with. */
  private record Asked(
      Actor actor, ExchangeId exchange, Form form, ContainerRequestContext request) {}

  /** The page again, with a word of thanks or what was wrong; a foreign exchange stays away. */
  private Response answer(Asked asked, String saying, Runnable step) {
    try {
      step.run();
    } catch (Refusal refusal) {
      Locale locale = Languages.of(asked.request());
      Form again = asked.form().refused(refusal, words, locale);
      return page(asked.actor(), asked.exchange(), locale, again).answering(refusal);
    }
    return Redirect.to("/exchanges/" + asked.exchange()).saying(saying).response();
  }

  private View page(Actor actor, ExchangeId id, Locale locale, Form form) {
    Handover handover = handovers.of(actor, exchanges.exchange(actor, id));
    int count = handover.steps().size();
    return View.of("exchanges/exchange")
        .with("exchange", handover)
        .with(
            "picture",
            handover.picture(
                actor.company().companyId(),
                List.of(
                    words.say(
                        locale,
                        "exchanges.ring.count",
                        Map.of("received", handover.receivedCount(), "all", count)),
                    words.say(locale, "exchanges.ring.received"))))
        .with("neighbours", handover.neighbours().stream().map(parties::contact).toList())
        .with("noteLengthMax", Exchanges.NOTE_LENGTH_MAX)
        .with(form);
  }
}

package org.ronde.cycles;

import io.dropwizard.auth.Auth;
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
import java.util.List;
import java.util.regex.Pattern;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.ClearingId;

/**
 * The operator's pages of clearings: ask for one or try one out, watch it, read what it found, how
 * good that is and why, and lay several side by side.
 */
@Path("/operator/clearings")
@Produces(MediaType.TEXT_HTML)
public final class ClearingPages {
  private static final long MILLIS = 1000;

  /** Of at most nine digits, so that it fits whatever it is for. */
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

  /** A clearing as a page shows it. */
  public record Sight(Clearing.Explained explained, GapCurve curve) {
    static Sight of(Clearing.Explained explained) {
      return new Sight(explained, new GapCurve(explained));
    }

    public Clearing run() {
      return explained.clearing();
    }
  }

  private final Clearings clearings;
  private final Cycles cycles;
  private final Words words;

  public ClearingPages(Clearings clearings, Cycles cycles, Words words) {
    this.clearings = clearings;
    this.cycles = cycles;
    this.words = words;
  }

  /** Lists the latest clearings. */
  @GET
  public View list(@Auth Actor actor) {
    var usual = clearings.usual();
    return page(
        actor,
        Form.empty()
            .preset("cycleLengthMax", usual.cycleLengthMax())
            .preset("stepsMax", usual.stepsMax())
            .preset("seconds", usual.solveMillisMax() / MILLIS)
            .preset("seed", usual.seed()));
  }

  /** Asks for a clearing and leads to its page. */
  @POST
  @Once
  public Response request(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    actor.requireOperator();
    try {
      var id = clearings.request(actor, asked(form));
      return Redirect.to("/operator/clearings/" + id).response();
    } catch (Refusal refusal) {
      form.refused(refusal, words, Languages.of(request));
      return page(actor, form).answering(refusal);
    }
  }

  /** Lays up to four clearings side by side. */
  @GET
  @Path("/comparison")
  public View compare(@Auth Actor actor, @QueryParam("run") List<ClearingId> ids) {
    var compared = clearings.compared(actor, ids);
    return View.of("cycles/comparison").with("runs", compared.stream().map(Sight::of).toList());
  }

  /** Shows one clearing: how far it is, or what it found. */
  @GET
  @Path("/{clearingId}")
  public View show(@Auth Actor actor, @PathParam("clearingId") ClearingId id) {
    return View.of("cycles/clearing")
        .with("sight", Sight.of(clearings.explained(actor, id)))
        .with("found", cycles.foundBy(actor, id))
        .with("repeatable", clearings.repeatable(actor, id));
  }

  /** Downloads the market that a clearing saw. */
  @GET
  @Path("/{clearingId}/market.json.gz")
  @Produces("application/gzip")
  public Response market(@Auth Actor actor, @PathParam("clearingId") ClearingId id) {
    return Response.ok(clearings.market(actor, id))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"market.json.gz\"")
        .build();
  }

  /** Downloads the sealed manifest of a clearing. */
  @GET
  @Path("/{clearingId}/manifest.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response manifest(@Auth Actor actor, @PathParam("clearingId") ClearingId id) {
    return Response.ok(clearings.manifest(actor, id))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"manifest.json\"")
        .build();
  }

  /** Asks for a trial once more, this time to propose, and leads to its page. */
  @POST
  @Path("/{clearingId}/proposals")
  @Once
  public Response propose(@Auth Actor actor, @PathParam("clearingId") ClearingId id, Form form) {
    return Redirect.to("/operator/clearings/" + clearings.proposeLike(actor, id)).response();
  }

  /** Stops a clearing. */
  @POST
  @Path("/{clearingId}/stops")
  @Once
  public Response stop(@Auth Actor actor, @PathParam("clearingId") ClearingId id, Form form) {
    clearings.stop(actor, id);
    return Redirect.to("/operator/clearings/" + id).saying("cycles.flash.stopped").response();
  }

  private View page(Actor actor, Form form) {
    return View.of("cycles/clearings").with(form).with("runs", clearings.latest(actor));
  }

  private Clearing.Asked asked(Form form) {
    var usual = clearings.usual();
    return new Clearing.Asked(
        form.checked("trial"),
        (int) number(form, "cycleLengthMax", usual.cycleLengthMax()),
        number(form, "stepsMax", usual.stepsMax()),
        MILLIS * number(form, "seconds", usual.solveMillisMax() / MILLIS),
        number(form, "seed", usual.seed()));
  }

  private static long number(Form form, String field, long usual) {
    var text = form.value(field);
    if (text.isEmpty()) {
      return usual;
    }
    if (!WHOLE.matcher(text).matches()) {
      throw Refusal.invalid(Refusal.Fault.of(field, "cycles.fault.whole"));
    }
    return Long.parseLong(text);
  }
}

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
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.ClearingId;

/** The operator's page of clearings: ask for one, watch it, read what it found and why. */
@Path("/operator/clearings")
@Produces(MediaType.TEXT_HTML)
public final class ClearingPages {
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
    return page(actor, Form.empty());
  }

  /** Asks for a clearing and leads to its page. */
  @POST
  @Once
  public Response request(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    actor.requireOperator();
    try {
      return Redirect.to("/operator/clearings/" + clearings.request(actor)).response();
    } catch (Refusal refusal) {
      form.refused(refusal, words, Languages.of(request));
      return page(actor, form).answering(refusal);
    }
  }

  /** Shows one clearing: how far it is, or what it found. */
  @GET
  @Path("/{clearingId}")
  public View show(@Auth Actor actor, @PathParam("clearingId") ClearingId id) {
    var explained = clearings.explained(actor, id);
    return View.of("cycles/clearing")
        .with("run", explained.clearing())
        .with("result", explained.clearing().result())
        .with("score", explained.score())
        .with("found", cycles.foundBy(actor, id));
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
}

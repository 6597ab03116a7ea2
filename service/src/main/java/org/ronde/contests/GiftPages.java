package org.ronde.contests;

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
import org.ronde.http.View;
import org.ronde.ids.ContestId;

/** A company is asked for a prize, and says yes. */
@Path("/contests/{id}/gifts/{place}")
@Produces(MediaType.TEXT_HTML)
public final class GiftPages {
  private final ContestsRoom room;

  public GiftPages(ContestsRoom room) {
    this.room = room;
  }

  @GET
  public View show(
      @Auth Actor actor,
      @PathParam("id") ContestId id,
      @PathParam("place") int place,
      @Context ContainerRequestContext request) {
    Prize prize = room.awarding().gift(actor, id, place);
    Terms terms = room.contests().terms(id);
    return View.of("contests/gift")
        .with("contestId", id)
        .with("prize", prize)
        .with("terms", terms)
        .with("title", terms.title(Languages.of(request)));
  }

  @POST
  @Path("/agreements")
  @Once
  public Response agree(
      @Auth Actor actor, @PathParam("id") ContestId id, @PathParam("place") int place, Form form) {
    room.awarding().agree(actor, id, place);
    return Redirect.to("/contests/%s/gifts/%d".formatted(id, place))
        .saying("contests.flash.agreed")
        .response();
  }
}

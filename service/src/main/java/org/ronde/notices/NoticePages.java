package org.ronde.notices;

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
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.View;
import org.ronde.ids.NoticeId;

/** A member's notices; opening one marks it read and leads to what it is about. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML)
public final class NoticePages {
  private final NoticeBoard board;

  public NoticePages(NoticeBoard board) {
    this.board = board;
  }

  @GET
  public View list(
      @Auth Actor actor,
      @QueryParam("page") @DefaultValue("1") int page,
      @Context ContainerRequestContext request) {
    return View.of("notices/notices")
        .with("notices", board.page(actor, Languages.of(request), page))
        .with("news", board.unread(actor.memberId()));
  }

  @POST
  @Path("/{id}/openings")
  @Once
  public Response open(
      @Auth Actor actor,
      @PathParam("id") NoticeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return Redirect.to(board.read(actor, Languages.of(request), id).path()).response();
  }

  @POST
  @Path("/readings")
  @Once
  public Response readAll(@Auth Actor actor, Form form) {
    board.readAll(actor);
    return Redirect.to("/notices").saying("notices.flash.read").response();
  }
}

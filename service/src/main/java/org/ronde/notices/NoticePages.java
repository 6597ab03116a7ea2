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

/**
 * A member's notices; opening one marks it read and leads to what it is about, for the company it
 * is about.
 */
@Path("/notices")
@Produces(MediaType.TEXT_HTML)
public final class NoticePages {
  private final NoticeBoard board;
  private final ActingSwitch acting;

  public NoticePages(NoticeBoard board, ActingSwitch acting) {
    this.board = board;
    this.acting = acting;
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

  /**
   * Where the link in a mail leads: straight on, or to a button when the member acts for another
   * company at the moment, because nothing changes on GET.
   */
  @GET
  @Path("/{id}")
  public Response show(
      @Auth Actor actor, @PathParam("id") NoticeId id, @Context ContainerRequestContext request) {
    Notice notice = board.notice(actor, Languages.of(request), id);
    return notice.forAnother(actor)
        ? Response.ok(View.of("notices/notice").with("notice", notice)).build()
        : Redirect.to(notice.path()).response();
  }

  @POST
  @Path("/{id}/openings")
  @Once
  public Response open(
      @Auth Actor actor,
      @PathParam("id") NoticeId id,
      Form form,
      @Context ContainerRequestContext request) {
    Notice notice = board.read(actor, Languages.of(request), id);
    Redirect there = Redirect.to(notice.path());
    boolean switched =
        notice.forAnother(actor)
            && notice.companyId() != null
            && acting.actFor(notice.companyId(), request);
    return switched ? there.saying("notices.flash.acting").response() : there.response();
  }

  @POST
  @Path("/readings")
  @Once
  public Response readAll(@Auth Actor actor, Form form) {
    board.readAll(actor);
    return Redirect.to("/notices").saying("notices.flash.read").response();
  }
}

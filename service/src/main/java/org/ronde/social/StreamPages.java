package org.ronde.social;

import io.dropwizard.auth.Auth;
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
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.CommentId;
import org.ronde.ids.HappeningId;

/** What happens around me, with applause and comments. */
@Path("/stream")
@Produces(MediaType.TEXT_HTML)
public final class StreamPages {
  private final Stream stream;
  private final Words words;

  public StreamPages(Stream stream, Words words) {
    this.stream = stream;
    this.words = words;
  }

  @GET
  public View list(
      @Auth Actor actor,
      @QueryParam("everywhere") @Nullable String everywhere,
      @QueryParam("before") @Nullable HappeningId before) {
    Stream.Scope scope = everywhere == null ? Stream.Scope.AROUND_ME : Stream.Scope.EVERYWHERE;
    Stream.Page page = stream.page(actor, scope, before);
    return View.of("social/stream")
        .with("happenings", page.happenings())
        .with("before", page.before())
        .with("first", before == null)
        .with("everywhere", everywhere != null);
  }

  @GET
  @Path("/{id}")
  public View show(@Auth Actor actor, @PathParam("id") HappeningId id) {
    return page(actor, id, Form.empty());
  }

  @POST
  @Path("/{id}/applause")
  @Once
  public Response applaud(@Auth Actor actor, @PathParam("id") HappeningId id, Form form) {
    stream.applaud(actor, id);
    return back(id, form);
  }

  @POST
  @Path("/{id}/silences")
  @Once
  public Response hush(@Auth Actor actor, @PathParam("id") HappeningId id, Form form) {
    stream.hush(actor, id);
    return back(id, form);
  }

  /** To where the applause came from: the list, at the same line, or the page of one. */
  private static Response back(HappeningId id, Form form) {
    return switch (form.value("from")) {
      case "around" -> Redirect.to("/stream#happening-" + id).response();
      case "everywhere" -> Redirect.to("/stream?everywhere=yes#happening-" + id).response();
      default -> Redirect.to("/stream/" + id).response();
    };
  }

  @POST
  @Path("/{id}/comments")
  @Once
  public Response comment(
      @Auth Actor actor,
      @PathParam("id") HappeningId id,
      Form form,
      @Context ContainerRequestContext request) {
    try {
      stream.comment(actor, id, form.value("words"));
    } catch (Refusal refusal) {
      return page(actor, id, form.refused(refusal, words, Languages.of(request)))
          .answering(refusal);
    }
    return Redirect.to("/stream/" + id).saying("social.flash.commented").response();
  }

  @POST
  @Path("/{id}/comments/{comment}/removals")
  @Once
  public Response takeBack(
      @Auth Actor actor,
      @PathParam("id") HappeningId id,
      @PathParam("comment") CommentId comment,
      Form form) {
    stream.takeBack(actor, id, comment);
    return Redirect.to("/stream/" + id).saying("social.flash.removed").response();
  }

  private View page(Actor actor, HappeningId id, Form form) {
    Stream.Talk talk = stream.talk(actor, id);
    return View.of("social/happening")
        .with("happening", talk.happening())
        .with("comments", talk.comments())
        .with("joinable", talk.joinable())
        .with("wordsMax", Stream.WORDS_LENGTH_MAX)
        .with(form);
  }
}

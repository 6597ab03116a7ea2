package org.ronde.notices;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.ids.CompanyId;
import org.ronde.ids.NoticeId;

/** A member's notices over the API. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeResource {
  private final NoticeBoard board;

  /** A notice, in the language of the request. */
  public record NoticeView(
      NoticeId id,
      Notices.Event event,
      String title,
      String text,
      @Nullable CompanyId companyId,
      String path,
      Instant createdAt,
      @Nullable Instant readAt) {
    static NoticeView of(Notice notice) {
      return new NoticeView(
          notice.id(),
          notice.event(),
          notice.title(),
          notice.text(),
          notice.companyId(),
          notice.path(),
          notice.createdAt(),
          notice.readAt());
    }
  }

  public NoticeResource(NoticeBoard board) {
    this.board = board;
  }

  @GET
  @Operation(
      operationId = "listNotices",
      summary = "My notices, unread ones first, newest first",
      responses = @ApiResponse(responseCode = "200", description = "One page of them"))
  public Paged<NoticeView> list(
      @Auth Actor actor,
      @QueryParam("page") @DefaultValue("1") int page,
      @Context ContainerRequestContext request) {
    return board.page(actor, Languages.of(request), page).map(NoticeView::of);
  }

  @POST
  @Path("/readings")
  @Once
  @Operation(
      operationId = "readAllNotices",
      summary = "Mark all my notices as read",
      responses = @ApiResponse(responseCode = "204", description = "Done"))
  public Response readAll(@Auth Actor actor) {
    board.readAll(actor);
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/readings")
  @Once
  @Operation(
      operationId = "readNotice",
      summary = "Mark a notice as read",
      responses = {
        @ApiResponse(responseCode = "200", description = "The notice"),
        @ApiResponse(responseCode = "404", description = "not-found: there is none, or not mine")
      })
  public NoticeView read(
      @Auth Actor actor, @PathParam("id") NoticeId id, @Context ContainerRequestContext request) {
    return NoticeView.of(board.read(actor, Languages.of(request), id));
  }
}

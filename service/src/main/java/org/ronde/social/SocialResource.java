package org.ronde.social;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.ids.CommentId;
import org.ronde.ids.HappeningId;
import org.ronde.ids.MemberId;

/** Members' pages, friends and the stream over the API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class SocialResource {
  private final Profiles profiles;
  private final Friends friends;
  private final Stream stream;

  /** A member's page; parts that are not for the reader are missing. */
  public record MemberView(
      MemberId id,
      String name,
      String about,
      Map<Profile.Part, List<Shelves.Card>> parts,
      List<Shelves.Month> months) {}

  /** What a member says of themselves and shows to whom. */
  public record ProfileRequest(
      @NotNull String about, @NotNull Map<Profile.Part, Profile.Audience> audiences) {}

  /** A comment. */
  public record CommentRequest(@NotNull String words) {}

  /** The comment made. */
  public record CommentMade(CommentId id) {}

  public SocialResource(Profiles profiles, Friends friends, Stream stream) {
    this.profiles = profiles;
    this.friends = friends;
    this.stream = stream;
  }

  @GET
  @Path("/members/{id}")
  @Operation(
      operationId = "getMember",
      summary = "A member's page, as far as the caller may see it",
      responses = {
        @ApiResponse(responseCode = "200", description = "The page"),
        @ApiResponse(responseCode = "404", description = "not-found")
      })
  public MemberView member(
      @Auth Actor actor, @PathParam("id") MemberId id, @Context ContainerRequestContext request) {
    Profiles.Page page = profiles.page(actor, id, Languages.of(request));
    return new MemberView(
        page.member(), page.name(), page.profile().about(), page.parts(), page.months());
  }

  @GET
  @Path("/profile")
  @Operation(
      operationId = "getProfile",
      summary = "What I say of myself and show to whom",
      responses = @ApiResponse(responseCode = "200", description = "The profile"))
  public Profile profile(@Auth Actor actor) {
    return profiles.profile(actor.memberId());
  }

  @PUT
  @Path("/profile")
  @Operation(
      operationId = "putProfile",
      summary = "Changes what I say of myself and show to whom",
      responses = {
        @ApiResponse(responseCode = "200", description = "The profile"),
        @ApiResponse(responseCode = "422", description = "invalid")
      })
  public Profile change(@Auth Actor actor, @Valid @NotNull ProfileRequest request) {
    profiles.change(actor, new Profile(request.about(), request.audiences()));
    return profiles.profile(actor.memberId());
  }

  @GET
  @Path("/friends")
  @Operation(
      operationId = "listFriends",
      summary = "My friends, whom I asked, and who asks me",
      responses = @ApiResponse(responseCode = "200", description = "Who asks me first"))
  public List<Friends.Friend> friends(@Auth Actor actor) {
    return friends.mine(actor);
  }

  @POST
  @Path("/friends/{id}")
  @Once
  @Operation(
      operationId = "askFriend",
      summary = "Asks somebody to be friends, or agrees",
      responses = {
        @ApiResponse(responseCode = "200", description = "All of my friends"),
        @ApiResponse(responseCode = "404", description = "not-found"),
        @ApiResponse(responseCode = "429", description = "enough-for-today")
      })
  public List<Friends.Friend> ask(@Auth Actor actor, @PathParam("id") MemberId id) {
    friends.ask(actor, id);
    return friends.mine(actor);
  }

  @DELETE
  @Path("/friends/{id}")
  @Operation(
      operationId = "endFriendship",
      summary = "Ends a friendship, takes a question back or turns one down",
      responses = @ApiResponse(responseCode = "204", description = "Done"))
  public void end(@Auth Actor actor, @PathParam("id") MemberId id) {
    friends.end(actor, id);
  }

  @GET
  @Path("/stream")
  @Operation(
      operationId = "listStream",
      summary = "What happened around me, or everywhere, newest first",
      responses = @ApiResponse(responseCode = "200", description = "Some of it"))
  public Stream.Page stream(
      @Auth Actor actor,
      @QueryParam("scope") @DefaultValue("AROUND_ME") Stream.Scope scope,
      @QueryParam("before") @Nullable HappeningId before) {
    return stream.page(actor, scope, before);
  }

  @GET
  @Path("/stream/{id}")
  @Operation(
      operationId = "getHappening",
      summary = "What happened, and what was said about it",
      responses = {
        @ApiResponse(responseCode = "200", description = "With its comments"),
        @ApiResponse(responseCode = "404", description = "not-found")
      })
  public Stream.Talk happening(@Auth Actor actor, @PathParam("id") HappeningId id) {
    return stream.talk(actor, id);
  }

  @PUT
  @Path("/stream/{id}/applause")
  @Operation(
      operationId = "applaud",
      summary = "Applauds, once",
      responses = {
        @ApiResponse(responseCode = "204", description = "Applauded"),
        @ApiResponse(responseCode = "404", description = "not-found")
      })
  public void applaud(@Auth Actor actor, @PathParam("id") HappeningId id) {
    stream.applaud(actor, id);
  }

  @DELETE
  @Path("/stream/{id}/applause")
  @Operation(
      operationId = "hush",
      summary = "Takes applause back",
      responses = @ApiResponse(responseCode = "204", description = "Taken back"))
  public void hush(@Auth Actor actor, @PathParam("id") HappeningId id) {
    stream.hush(actor, id);
  }

  @POST
  @Path("/stream/{id}/comments")
  @Once
  @Operation(
      operationId = "comment",
      summary = "Says something about what happened",
      responses = {
        @ApiResponse(responseCode = "200", description = "The comment's id"),
        @ApiResponse(responseCode = "404", description = "not-found"),
        @ApiResponse(responseCode = "422", description = "invalid"),
        @ApiResponse(responseCode = "429", description = "enough-for-today")
      })
  public CommentMade comment(
      @Auth Actor actor, @PathParam("id") HappeningId id, @Valid @NotNull CommentRequest request) {
    return new CommentMade(stream.comment(actor, id, request.words()));
  }

  @DELETE
  @Path("/stream/{id}/comments/{comment}")
  @Operation(
      operationId = "takeCommentBack",
      summary = "Takes my comment back",
      responses = {
        @ApiResponse(responseCode = "204", description = "Gone"),
        @ApiResponse(responseCode = "404", description = "not-found")
      })
  public void takeBack(
      @Auth Actor actor, @PathParam("id") HappeningId id, @PathParam("comment") CommentId comment) {
    stream.takeBack(actor, id, comment);
  }
}

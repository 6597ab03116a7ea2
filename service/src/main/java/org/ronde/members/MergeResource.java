package org.ronde.members;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.ronde.http.Languages;
import org.ronde.http.Once;

/** How a person with two accounts brings them together, for programs that act in a browser. */
@Path("/api/v1/me/merges")
@Produces(MediaType.APPLICATION_JSON)
public final class MergeResource {
  private final Merges merges;

  /** The address of the caller's other account. */
  public record OtherAccount(@NotNull String email) {}

  MergeResource(Merges merges) {
    this.merges = merges;
  }

  /** Sends a link to the other account's address. */
  @POST
  @Once
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "askToMerge",
      summary = "Send a link that can join my other account to this one",
      responses = {
        @ApiResponse(
            responseCode = "202",
            description = "A mail is on its way, whether or not the address has an account"),
        @ApiResponse(responseCode = "403", description = "session-needed: a token cannot do this"),
        @ApiResponse(responseCode = "422", description = "invalid"),
        @ApiResponse(responseCode = "429", description = "too-many-requests")
      })
  public Response ask(
      @Auth Actor actor,
      @NotNull @Valid OtherAccount other,
      @Context HttpServletRequest servlet,
      @Context ContainerRequestContext request) {
    merges.ask(actor, other.email(), Languages.of(request), Browser.of(servlet));
    return Response.accepted().build();
  }

  /** Says what the link would do. */
  @GET
  @Path("/{secret}")
  @Operation(
      operationId = "getMerge",
      summary = "The account that a link would join to mine, and what has to end first",
      responses = {
        @ApiResponse(responseCode = "200", description = "What would happen"),
        @ApiResponse(responseCode = "403", description = "session-needed, other-account"),
        @ApiResponse(responseCode = "410", description = "link-used, also when it is done")
      })
  public Merges.Plan plan(@Auth Actor actor, @PathParam("secret") String secret) {
    return merges.plan(actor, new Secret(secret));
  }

  /** Makes the two accounts one; done before, it does nothing. */
  @POST
  @Once
  @Path("/{secret}")
  @Operation(
      operationId = "merge",
      summary = "Join my other account to this one, for good",
      responses = {
        @ApiResponse(responseCode = "204", description = "The two accounts are one"),
        @ApiResponse(responseCode = "403", description = "session-needed, other-account"),
        @ApiResponse(
            responseCode = "409",
            description = "accounts-tied: see the obstacles of what would happen"),
        @ApiResponse(responseCode = "410", description = "link-used")
      })
  public Response merge(@Auth Actor actor, @PathParam("secret") String secret) {
    merges.merge(actor, new Secret(secret));
    return Response.noContent().build();
  }
}

package org.ronde.members;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.ronde.http.Actor;
import org.ronde.ids.TokenId;

/** API tokens, for programs; made in a browser's session only. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokenResource {
  private final ApiTokens tokens;

  /** A token to make: its name, which is the caller's only once, and its days, 365 at most. */
  public record NewToken(@NotNull String name, int days) {}

  /** A token in full, shown this once. */
  public record MadeToken(TokenId id, String token) {}

  TokenResource(ApiTokens tokens) {
    this.tokens = tokens;
  }

  /** Lists live tokens, never their secrets. */
  @GET
  @Operation(
      summary = "My live API tokens, without their secrets",
      responses = @ApiResponse(responseCode = "200", description = "The tokens"))
  public List<ApiToken> list(@Auth Actor actor) {
    return tokens.live(actor);
  }

  /**
   * Makes a token. Without {@code @Once}, whose record would keep the token in plain text: the
   * name, which can be taken once, guards against a second one.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make an API token; its secret is shown this once",
      responses = {
        @ApiResponse(responseCode = "201", description = "The token"),
        @ApiResponse(
            responseCode = "403",
            description = "session-needed: a token cannot make tokens"),
        @ApiResponse(responseCode = "422", description = "invalid, also when the name was used")
      })
  public Response make(@Auth Actor actor, @NotNull @Valid NewToken wanted) {
    ApiTokens.Made made = tokens.make(actor, wanted.name().strip(), wanted.days());
    return Response.status(Response.Status.CREATED)
        .entity(new MadeToken(made.id(), made.token()))
        .build();
  }

  /** Ends a token. */
  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Revoke one of my API tokens",
      responses = {
        @ApiResponse(responseCode = "204", description = "Revoked"),
        @ApiResponse(responseCode = "404", description = "not-found")
      })
  public void revoke(@Auth Actor actor, @PathParam("id") TokenId id) {
    tokens.revoke(actor, id);
  }
}

package org.ronde.members;

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
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.ids.TokenId;

/**
 * A member's API tokens.
 *
 * <p>Making one goes without {@code @Once}, whose record would keep the token in plain text. A name
 * can be taken once, so repeating the request makes no second token.
 */
@Path("/account/tokens")
@Produces(MediaType.TEXT_HTML)
public final class TokenPages {
  private final ApiTokens tokens;
  private final Gate gate;

  TokenPages(ApiTokens tokens, Gate gate) {
    this.tokens = tokens;
    this.gate = gate;
  }

  /** Lists the tokens, never their secrets. */
  @GET
  public View list(@Auth Actor actor) {
    return view(actor).with(Form.empty());
  }

  private View view(Actor actor) {
    return View.of("members/tokens")
        .with("tokens", tokens.live(actor))
        .with("daysMax", ApiTokens.DAYS_MAX);
  }

  /** Makes a token and shows it, this once. */
  @POST
  public Response make(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    try {
      ApiTokens.Made made =
          tokens.make(actor, form.value("name"), Fields.number(form.value("days")));
      return Response.ok(
              view(actor).with("made", made.token()).with(Form.empty()), MediaType.TEXT_HTML_TYPE)
          .build();
    } catch (Refusal refusal) {
      return gate.again(view(actor), form, refusal, request);
    }
  }

  /** Ends a token. */
  @POST
  @Once
  @Path("/{id}/revocation")
  public Response revoke(@Auth Actor actor, @PathParam("id") TokenId id) {
    tokens.revoke(actor, id);
    return Redirect.to("/account/tokens").saying("members.flash.tokenRevoked").response();
  }
}

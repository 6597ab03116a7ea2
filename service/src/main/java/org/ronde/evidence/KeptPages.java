package org.ronde.evidence;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.ronde.files.Delivery;
import org.ronde.http.Actor;
import org.ronde.http.Redirect;
import org.ronde.ids.FileId;

/** The small pictures of files that wait in a form which is filled in again. */
@Path("/evidence/kept/{item}")
@Produces(MediaType.WILDCARD)
public final class KeptPages {
  private final Proofs proofs;
  private final Delivery delivery;

  public KeptPages(Proofs proofs, Delivery delivery) {
    this.proofs = proofs;
    this.delivery = delivery;
  }

  @GET
  public Response show(
      @Auth Actor actor, @PathParam("item") FileId id, @Context ContainerRequestContext request) {
    ItemDao.Row item = proofs.kept().item(actor.memberId(), id);
    if (item.smallFile() != null) {
      return delivery.send(item.smallFile(), request);
    }
    String drawing = item.kind() == Proof.Kind.TRACK ? "track" : "film";
    return Redirect.to("/assets/" + drawing + ".svg").response();
  }
}

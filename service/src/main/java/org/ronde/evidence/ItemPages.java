package org.ronde.evidence;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.files.Delivery;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;

/** One picture or film of a proof: its bytes, and the people in it. */
@Path("/evidence/{id}/items/{item}")
@Produces(MediaType.TEXT_HTML)
public final class ItemPages {
  private static final String SOMEBODY_ELSE = "";

  private final Proofs proofs;
  private final People people;
  private final Delivery delivery;
  private final Words words;

  public ItemPages(Proofs proofs, People people, Delivery delivery, Words words) {
    this.proofs = proofs;
    this.people = people;
    this.delivery = delivery;
    this.words = words;
  }

  /** The bytes: {@code ?size=small} for the small picture or a film's poster; {@code ?download}. */
  @GET
  @Produces(MediaType.WILDCARD)
  public Response bytes(
      @Auth Optional<Actor> actor,
      @PathParam("id") EvidenceId id,
      @PathParam("item") FileId item,
      @QueryParam("size") @Nullable String size,
      @QueryParam("download") @Nullable String download,
      @Context ContainerRequestContext request) {
    FileId file =
        proofs
            .sight()
            .findFile(actor.orElse(null), id, item, "small".equals(size))
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    Response answer = delivery.send(file, request);
    return download == null
        ? answer
        : Response.fromResponse(answer).header("Content-Disposition", "attachment").build();
  }

  @POST
  @Path("/removals")
  @Once
  public Response remove(
      @Auth Actor actor, @PathParam("id") EvidenceId id, @PathParam("item") FileId item) {
    proofs.remove(actor, id, item);
    return Redirect.to("/evidence/" + id).saying("evidence.flash.removed").response();
  }

  @GET
  @Path("/people")
  public View people(
      @Auth Actor actor, @PathParam("id") EvidenceId id, @PathParam("item") FileId item) {
    return page(actor, id, item, Form.empty());
  }

  @POST
  @Path("/people")
  @Once
  public Response mark(
      @Auth Actor actor,
      @PathParam("id") EvidenceId id,
      @PathParam("item") FileId item,
      Form form,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    try {
      people.mark(actor, id, item, mark(form, locale));
    } catch (Refusal refusal) {
      if (refusal.faults().isEmpty()) {
        throw refusal;
      }
      return page(actor, id, item, form.refused(refusal, words, locale)).answering(refusal);
    }
    return Redirect.to("/evidence/%s/items/%s/people".formatted(id, item))
        .saying("evidence.flash.marked")
        .response();
  }

  @POST
  @Path("/people/{person}/removals")
  @Once
  public Response unmark(
      @Auth Actor actor,
      @PathParam("id") EvidenceId id,
      @PathParam("item") FileId item,
      @PathParam("person") PersonId person) {
    people.unmark(actor, id, person);
    return Redirect.to("/evidence/%s/items/%s/people".formatted(id, item))
        .saying("evidence.flash.unmarked")
        .response();
  }

  private static Mark mark(Form form, Locale locale) {
    List<Integer> cells =
        form.all("cells").stream()
            .filter(text -> text.matches("[0-9]|[12][0-9]|3[0-5]"))
            .map(Integer::valueOf)
            .toList();
    String who = form.value("who");
    return new Mark(
        who.matches("[0-9a-f-]{36}") ? MemberId.fromString(who) : null,
        form.value("name"),
        who.equals(SOMEBODY_ELSE) ? form.value("email") : "",
        locale,
        form.checked("minor"),
        cells.isEmpty() ? null : Box.around(cells));
  }

  private View page(Actor actor, EvidenceId id, FileId itemId, Form form) {
    Proof proof = proofs.proof(actor, id);
    List<Person> marked = people.marked(actor, id).getOrDefault(itemId, List.of());
    Proof.Item item =
        proof.items().stream()
            .filter(one -> one.id().equals(itemId) && one.kind() != Proof.Kind.TRACK)
            .findFirst()
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    return View.of("evidence/people")
        .with("proof", proof)
        .with("item", item)
        .with("marked", marked)
        .with("parties", people.parties(actor, id))
        .with("chosenCells", form.all("cells"))
        .with(form);
  }
}

package org.ronde.evidence;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;

/** A proof: what it shows, and for its owner who may see it. */
@Path("/evidence")
@Produces(MediaType.TEXT_HTML)
public final class EvidencePages {
  private final Proofs proofs;
  private final People people;
  private final Outside outside;
  private final Words words;

  /** What the pages ask of other rooms. */
  public record Outside(Asking asking, Towns towns, Proven proven) {}

  public EvidencePages(Proofs proofs, People people, Outside outside, Words words) {
    this.proofs = proofs;
    this.people = people;
    this.outside = outside;
    this.words = words;
  }

  @GET
  public View mine(@Auth Actor actor, @QueryParam("page") @DefaultValue("1") int page) {
    return View.of("evidence/mine").with("gallery", proofs.mine(actor, page));
  }

  @GET
  @Path("/{id}")
  public View show(
      @Auth Optional<Actor> actor,
      @PathParam("id") EvidenceId id,
      @Context ContainerRequestContext request) {
    return page(actor.orElse(null), id, Form.empty(), Languages.of(request));
  }

  @POST
  @Path("/{id}/audiences")
  @Once
  public Response showTo(
      @Auth Actor actor,
      @PathParam("id") EvidenceId id,
      Form form,
      @Context ContainerRequestContext request) {
    Map<FileId, Proofs.Said> said = new HashMap<>();
    for (Proof.Item item : proofs.proof(actor, id).items()) {
      said.put(
          item.id(),
          new Proofs.Said(form.value("alt-" + item.id()), form.checked("alone-" + item.id())));
    }
    Audience audience = form.findChoice("audience", Audience.class).orElse(Audience.PARTIES);
    try {
      proofs.showTo(actor, id, audience, said);
    } catch (Refusal refusal) {
      if (refusal.faults().isEmpty()) {
        throw refusal;
      }
      Locale locale = Languages.of(request);
      return page(actor, id, form.refused(refusal, words, locale), locale).answering(refusal);
    }
    return Redirect.to("/evidence/" + id).saying("evidence.flash.audience").response();
  }

  private View page(@Nullable Actor actor, EvidenceId id, Form form, Locale locale) {
    Proof proof = proofs.proof(actor, id);
    Map<String, List<Person>> marked = new HashMap<>();
    if (actor != null && proof.mine()) {
      people.marked(actor, id).forEach((item, in) -> marked.put(item.toString(), in));
    }
    return View.of("evidence/proof")
        .with("proof", proof)
        .with("proven", outside.proven().find(actor, locale, proof).orElse(null))
        .with("ownerName", outside.asking().name(proof.owner()))
        .with(
            "town",
            proof.place().isEmpty() ? null : outside.towns().findName(proof.place()).orElse(null))
        .with("marked", marked)
        .with("alone", proof.mine() ? proofs.aloneIn(id) : List.of())
        .with("audiences", List.of(Audience.values()))
        .with(form);
  }
}

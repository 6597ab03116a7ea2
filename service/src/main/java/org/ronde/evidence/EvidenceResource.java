package org.ronde.evidence;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Once;
import org.ronde.http.Preparing;
import org.ronde.http.Refusal;
import org.ronde.http.Uploads;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;

/** Proofs over the API; sending one in belongs to the room that asked for it. */
@Path("/api/v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
public final class EvidenceResource implements Preparing {
  private final Proofs proofs;
  private final People people;

  public EvidenceResource(Proofs proofs, People people) {
    this.proofs = proofs;
    this.people = people;
  }

  @Override
  public void prepare(Form form) {
    proofs.inspect(form);
  }

  /** Files that wait for a proof: name their ids in it within {@code evidence.keptDays} days. */
  public record Files(List<FileId> kept) {}

  /** A proof; items are served at {@code /evidence/{id}/items/{item}}. */
  public record Shown(
      EvidenceId id,
      String subject,
      MemberId owner,
      String text,
      @Nullable BigDecimal measure,
      String place,
      Instant takenAt,
      Instant sentAt,
      Audience audience,
      List<Item> items,
      int withheld) {}

  /** A picture, film or track. */
  public record Item(
      FileId id, Proof.Kind kind, String altText, String url, int seconds, int metres) {}

  /** Who may see it from now on, and what its owner says of its pictures and films. */
  public record AudienceChange(
      @NotNull Audience audience, @NotNull List<@NotNull @Valid ItemSaid> items) {}

  /** What an owner says of one picture or film. */
  public record ItemSaid(
      @NotNull FileId id, @NotNull @Size(max = 300) String altText, boolean alone) {}

  /** Somebody in a picture; numbers are thousandths of its width and height. */
  public record NewMark(
      @Nullable MemberId member,
      @NotNull @Size(max = 120) String name,
      @NotNull @Size(max = 254) String email,
      boolean minor,
      @Valid @Nullable NewBox box) {}

  /** Where they are. */
  public record NewBox(
      @Min(0) @Max(999) int x,
      @Min(0) @Max(999) int y,
      @Min(1) @Max(1000) int width,
      @Min(1) @Max(1000) int height) {}

  /** A mark that was made. */
  public record Marked(PersonId id) {}

  /** An answer of somebody in a picture. */
  public record NewAnswer(@NotNull Answer answer) {}

  @POST
  @Path("/files")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Once
  @Uploads
  @Operation(
      summary = "Keep files for a proof that will name them",
      responses = {
        @ApiResponse(responseCode = "200", description = "Their ids, in order"),
        @ApiResponse(responseCode = "422", description = "A file is refused; it says why")
      })
  public Files keep(@Auth Actor actor, @NotNull @Valid Form form) {
    return new Files(proofs.kept().keep(actor.memberId(), proofs.inspect(form)));
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "One proof, as you may see it",
      responses = {
        @ApiResponse(responseCode = "200", description = "The proof"),
        @ApiResponse(responseCode = "404", description = "None, or none of yours to see")
      })
  public Shown proof(@Auth Optional<Actor> actor, @PathParam("id") EvidenceId id) {
    return shown(proofs.proof(actor.orElse(null), id));
  }

  @POST
  @Path("/{id}/audiences")
  @Once
  @Operation(
      summary = "Show a proof of yours to more people, or to fewer",
      responses = {
        @ApiResponse(responseCode = "200", description = "The proof"),
        @ApiResponse(
            responseCode = "422",
            description = "A picture lacks its description, or nobody has spoken of its people")
      })
  public Shown showTo(
      @Auth Actor actor, @PathParam("id") EvidenceId id, @NotNull @Valid AudienceChange change) {
    Map<FileId, Proofs.Said> said = new HashMap<>();
    change
        .items()
        .forEach(item -> said.put(item.id(), new Proofs.Said(item.altText(), item.alone())));
    proofs.showTo(actor, id, change.audience(), said);
    return proof(Optional.of(actor), id);
  }

  @POST
  @Path("/{id}/items/{item}/people")
  @Once
  @Operation(
      summary = "Mark somebody in a picture or film, and ask them",
      responses = {
        @ApiResponse(responseCode = "200", description = "The mark"),
        @ApiResponse(responseCode = "404", description = "Not your proof")
      })
  public Marked mark(
      @Auth Actor actor,
      @PathParam("id") EvidenceId id,
      @PathParam("item") FileId item,
      @NotNull @Valid NewMark mark) {
    return new Marked(
        people.mark(
            actor,
            id,
            item,
            new Mark(
                mark.member(),
                mark.name(),
                mark.email(),
                actor.locale(),
                mark.minor(),
                box(mark.box()))));
  }

  private static @Nullable Box box(@Nullable NewBox box) {
    try {
      return box == null ? null : new Box(box.x(), box.y(), box.width(), box.height());
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(Refusal.Fault.of("box", "evidence.fault.cells"));
    }
  }

  @POST
  @Path("/people/{person}/answers")
  @Once
  @Operation(
      summary = "Say whether you may be shown in a picture you were marked in",
      responses = {
        @ApiResponse(responseCode = "200", description = "The mark"),
        @ApiResponse(responseCode = "404", description = "You were not asked")
      })
  public Marked answer(
      @Auth Actor actor, @PathParam("person") PersonId person, @NotNull @Valid NewAnswer answer) {
    people.answer(actor, person, answer.answer());
    return new Marked(person);
  }

  @DELETE
  @Path("/{id}/items/{item}")
  @Operation(
      summary = "Remove a picture, film or track of yours",
      responses = {
        @ApiResponse(responseCode = "204", description = "Its bytes are gone"),
        @ApiResponse(responseCode = "404", description = "Not yours, or gone already")
      })
  public void remove(
      @Auth Actor actor, @PathParam("id") EvidenceId id, @PathParam("item") FileId item) {
    proofs.remove(actor, id, item);
  }

  private static Shown shown(Proof proof) {
    return new Shown(
        proof.id(),
        proof.subject().toString(),
        proof.owner(),
        proof.text(),
        proof.measure(),
        proof.place(),
        proof.takenAt(),
        proof.sentAt(),
        proof.audience(),
        proof.items().stream()
            .map(
                item ->
                    new Item(
                        item.id(),
                        item.kind(),
                        item.altText(),
                        "/evidence/%s/items/%s".formatted(proof.id(), item.id()),
                        item.seconds(),
                        item.metres()))
            .toList(),
        proof.withheld());
  }
}

package org.ronde.preferences;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.matching.ArcKind;

/** What would do for the needs of the company that the token acts for. */
@Path("/api/v1/needs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CandidateResource {
  private static final int PAGE_SIZE = 100;
  private static final int WANTS_MAX = 500;

  private final Candidates candidates;

  /** A need that can be met today, and how many offers have which answer. */
  public record NeedCounts(
      ListingId needId, String title, long wouldTake, long ask, long never, long changed) {}

  /**
   * An offer that could meet the need.
   *
   * @param unitValueCents excluding VAT
   * @param changed whether it changed since the company said yes
   */
  public record CandidateBody(
      ListingId offerId,
      int offerRevision,
      String title,
      CompanyId companyId,
      String companyName,
      String departement,
      long unitValueCents,
      Listing.Unit unit,
      long quantity,
      ArcKind answer,
      boolean changed) {}

  /** My company's word on one offer, in the revision it has seen. */
  public record WantBody(ListingId offerId, int offerRevision, ArcKind answer) {
    public WantBody {
      Objects.requireNonNull(offerId);
      Objects.requireNonNull(answer);
    }
  }

  /** Words on some offers; those on other offers stay. */
  public record WantsBody(List<WantBody> wants) {
    public WantsBody {
      wants = List.copyOf(wants);
    }
  }

  /** What was kept, and the offers that are no candidates any more. */
  public record WantsAnswer(int kept, List<ListingId> gone) {}

  public CandidateResource(Candidates candidates) {
    this.candidates = candidates;
  }

  @GET
  @Path("/candidate-counts")
  @Operation(
      summary = "My needs that can be met today, with how many offers would do",
      responses = @ApiResponse(responseCode = "200", description = "By title"))
  public List<NeedCounts> counts(@Auth Actor actor) {
    return candidates.overview(actor).stream()
        .map(
            list ->
                new NeedCounts(
                    list.need().id(),
                    list.need().title(),
                    list.yes(),
                    list.ask(),
                    list.never(),
                    list.changed()))
        .toList();
  }

  @GET
  @Path("/{id}/candidates")
  @Operation(
      summary = "Offers that could meet a need of mine",
      description = "Those ruled out last; within that, the most alike in words first.",
      responses = {
        @ApiResponse(responseCode = "200", description = "A page of them"),
        @ApiResponse(responseCode = "404", description = "No need of mine")
      })
  public Paged<CandidateBody> candidates(
      @Auth Actor actor,
      @PathParam("id") ListingId id,
      @QueryParam("company") @Nullable CompanyId company,
      @QueryParam("departement") @Nullable String departement,
      @QueryParam("text") @Nullable String text,
      @QueryParam("unitValueMaxCents") @Nullable Long unitValueMaxCents,
      @QueryParam("page") @DefaultValue("1") int page) {
    CandidateFilter filter = new CandidateFilter(company, departement, text, unitValueMaxCents);
    return Paged.of(page, PAGE_SIZE, candidates.candidates(actor, id).matching(filter))
        .map(CandidateResource::body);
  }

  @PUT
  @Path("/{id}/wants")
  @Operation(
      summary = "Say which offers would do for a need of mine",
      description =
          "WOULD_TAKE counts while the offer stays in the revision named; NEVER stays; ASK takes"
              + " back what was said. At most 500 at once.",
      responses = {
        @ApiResponse(responseCode = "200", description = "How many were kept"),
        @ApiResponse(responseCode = "404", description = "No need of mine"),
        @ApiResponse(responseCode = "422", description = "Too many at once")
      })
  public WantsAnswer setWants(
      @Auth Actor actor, @PathParam("id") ListingId id, @Nullable WantsBody body) {
    List<WantBody> wants = LimitsResource.given(body).wants();
    if (wants.size() > WANTS_MAX) {
      throw Refusal.invalid(
          new Fault("wants", "preferences.fault.wants", Map.of("max", WANTS_MAX)));
    }
    List<ListingId> gone =
        candidates.say(
            actor,
            id,
            wants.stream()
                .map(
                    want ->
                        new Candidates.Answer(want.offerId(), want.offerRevision(), want.answer()))
                .toList());
    return new WantsAnswer(wants.size() - gone.size(), gone);
  }

  private static CandidateBody body(Candidate candidate) {
    return new CandidateBody(
        candidate.offerId(),
        candidate.offerRevision(),
        candidate.title(),
        candidate.companyId(),
        candidate.companyName(),
        candidate.departement(),
        candidate.unitValueCents(),
        candidate.unit(),
        candidate.quantity(),
        candidate.answer(),
        candidate.changed());
  }
}

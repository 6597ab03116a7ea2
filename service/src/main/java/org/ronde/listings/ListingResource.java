package org.ronde.listings;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.money.Money;

/** Listings over the API. */
@Path("/api/v1/listings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ListingResource {
  private static final Set<String> PARAMETERS =
      Set.of("q", "side", "kind", "category", "place", "reach", "valueMax", "sort", "page");

  private final Listings listings;
  private final Catalogue catalogue;

  public ListingResource(Listings listings, Catalogue catalogue) {
    this.listings = listings;
    this.catalogue = catalogue;
  }

  /**
   * A listing as clients see it.
   *
   * @param unitValueCents excluding VAT
   * @param held null for other companies than its own, like {@code delivered} and {@code
   *     oneOfGroup}
   */
  public record Answer(
      ListingId id,
      CompanyId companyId,
      String company,
      Listing.Side side,
      Listing.State state,
      int revision,
      String title,
      String description,
      String language,
      String category,
      Listing.Unit unit,
      long quantity,
      long quantityStep,
      long available,
      @Nullable Long held,
      @Nullable Long delivered,
      long unitValueCents,
      String currency,
      int vatPermille,
      String departement,
      Listing.Reach reach,
      LocalDate lastDay,
      @Nullable String oneOfGroup,
      Instant updatedAt) {}

  /**
   * What a client asks a listing to say.
   *
   * @param side only when creating
   * @param publish also publish it; only when creating
   * @param revision the revision the change was written from; only when changing, unless If-Match
   *     says it
   * @param unitValueCents excluding VAT; of a need, the most it would count for one unit
   */
  public record Request(
      Listing.@Nullable Side side,
      @Nullable Boolean publish,
      @Nullable Integer revision,
      @Nullable String title,
      @Nullable String description,
      @Nullable String language,
      @Nullable String category,
      Listing.@Nullable Unit unit,
      @Nullable Long quantity,
      @Nullable Long quantityStep,
      @Nullable Long unitValueCents,
      @Nullable Integer vatPermille,
      @Nullable String departement,
      Listing.@Nullable Reach reach,
      @Nullable LocalDate lastDay,
      @Nullable String oneOfGroup) {
    ListingDraft draft() {
      return new ListingDraft(
          title,
          description,
          language,
          category,
          unit,
          quantity,
          quantityStep,
          unitValueCents == null ? null : Money.euros(unitValueCents),
          vatPermille,
          departement,
          reach,
          lastDay,
          oneOfGroup);
    }
  }

  @GET
  @Operation(
      summary =
          "Searches the catalogue: q, side, kind, category, place, reach, valueMax, sort, page",
      responses = {
        @ApiResponse(responseCode = "200", description = "One page of listings"),
        @ApiResponse(responseCode = "422", description = "A parameter that cannot be read")
      })
  public Paged<Answer> search(@Auth Optional<Actor> actor, @Context UriInfo uri) {
    Map<String, String> parameters = new HashMap<>();
    uri.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
    List<Fault> unknown =
        parameters.keySet().stream()
            .filter(name -> !PARAMETERS.contains(name))
            .map(name -> Fault.of(name, "listings.fault.filter"))
            .toList();
    if (!unknown.isEmpty()) {
      throw Refusal.invalid(unknown);
    }
    return catalogue
        .find(catalogue.read(parameters, true))
        .entries()
        .map(entry -> answer(actor, entry));
  }

  @GET
  @Path("/mine")
  @Operation(summary = "All listings of the company I act for, in every state")
  public List<Answer> mine(@Auth Actor actor) {
    List<ListingId> ids = listings.mine(actor).stream().map(Listing::id).toList();
    return catalogue.entries(ids).stream().map(e -> answer(Optional.of(actor), e)).toList();
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "One listing; its ETag is its revision",
      responses = {
        @ApiResponse(responseCode = "200", description = "The listing"),
        @ApiResponse(responseCode = "404", description = "None, or a draft of somebody else")
      })
  public Response one(@Auth Optional<Actor> actor, @PathParam("id") ListingId id) {
    return tagged(actor, listings.visible(actor, id));
  }

  @POST
  @Once
  @Operation(
      summary = "Writes a draft, and publishes it when asked to",
      responses = {
        @ApiResponse(responseCode = "201", description = "The listing"),
        @ApiResponse(responseCode = "403", description = "Publishing before approval"),
        @ApiResponse(responseCode = "422", description = "Terms that do not fit, field by field")
      })
  public Response create(@Auth Actor actor, @NotNull @Valid Request request) {
    if (request.side() == null) {
      throw Refusal.invalid(Fault.of("side", "listings.fault.choice"));
    }
    Listing listing = listings.create(actor, request.side(), request.draft());
    if (Boolean.TRUE.equals(request.publish())) {
      listing = listings.publish(actor, listing.id());
    }
    return Response.created(URI.create("/api/v1/listings/" + listing.id()))
        .entity(answer(actor, listing))
        .build();
  }

  /** Needs no key: the revision makes a repetition harmless. */
  @PUT
  @Path("/{id}")
  @Operation(
      summary = "Gives a listing new terms; the revision comes in If-Match or in the body",
      responses = {
        @ApiResponse(responseCode = "200", description = "The listing in its new revision"),
        @ApiResponse(responseCode = "409", description = "Changed since, held, or withdrawn"),
        @ApiResponse(responseCode = "422", description = "Terms that do not fit, field by field")
      })
  public Response edit(
      @Auth Actor actor,
      @PathParam("id") ListingId id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Request request) {
    int revision = revision(ifMatch, request);
    return tagged(Optional.of(actor), listings.edit(actor, id, revision, request.draft()));
  }

  @POST
  @Path("/{id}/{move: " + Move.NOUNS + "}")
  @Once
  @Operation(
      summary = "Publishes, pauses, withdraws for good or renews a listing, each by its noun",
      responses = {
        @ApiResponse(responseCode = "200", description = "The listing as it stands now"),
        @ApiResponse(responseCode = "403", description = "not-approved: publishing, renewing"),
        @ApiResponse(responseCode = "404", description = "not-found: there is none, or not mine"),
        @ApiResponse(responseCode = "409", description = "listing-state: not from its state"),
        @ApiResponse(responseCode = "422", description = "invalid: its last day has passed")
      })
  public Answer move(
      @Auth Actor actor, @PathParam("id") ListingId id, @PathParam("move") Move move) {
    return answer(actor, move.of(listings, actor, id));
  }

  private static int revision(@Nullable String ifMatch, Request request) {
    String text = ifMatch == null ? "" : ifMatch.replace("\"", "").strip();
    if (text.matches("\\d{1,9}")) {
      return Integer.parseInt(text);
    }
    if (request.revision() == null) {
      throw Refusal.invalid(Fault.of("revision", "listings.fault.revision"));
    }
    return request.revision();
  }

  private Response tagged(Optional<Actor> actor, Listing listing) {
    Catalogue.Entry entry = catalogue.entries(List.of(listing.id())).get(0);
    return Response.ok(answer(actor, entry))
        .tag(new EntityTag(String.valueOf(listing.revision())))
        .build();
  }

  private Answer answer(Actor actor, Listing listing) {
    return answer(Optional.of(actor), catalogue.entries(List.of(listing.id())).get(0));
  }

  private Answer answer(Optional<Actor> actor, Catalogue.Entry entry) {
    Listing listing = entry.listing();
    boolean mine = listings.owns(actor, listing);
    return new Answer(
        listing.id(),
        listing.companyId(),
        entry.company(),
        listing.side(),
        listing.state(),
        listing.revision(),
        listing.title(),
        listing.description(),
        listing.language(),
        listing.category(),
        listing.unit(),
        listing.quantity(),
        listing.quantityStep(),
        listing.available(),
        mine ? listing.held() : null,
        mine ? listing.delivered() : null,
        listing.unitValue().amountCents(),
        listing.unitValue().currency(),
        listing.vatPermille(),
        listing.departement(),
        listing.reach(),
        listing.lastDay(),
        mine ? listing.oneOfGroup() : null,
        listing.updatedAt());
  }
}

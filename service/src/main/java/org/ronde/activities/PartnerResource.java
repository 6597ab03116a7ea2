package org.ronde.activities;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.http.Refusal;
import org.ronde.ids.MemberId;
import org.ronde.ids.PartnerRequestId;
import org.ronde.places.Gazetteer;
import org.ronde.places.TownResource;

/** Who could join me, over the API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class PartnerResource {
  private static final String NOT_MINE = "not-found: there is none, or I am not one of the two";

  private final Activities activities;
  private final Gazetteer gazetteer;

  /**
   * Somebody who practises and wishes to be found.
   *
   * @param kilometres from the town asked for to theirs
   * @param slots names like {@code THURSDAY_EVENING}, in the time of their town
   */
  public record PartnerView(
      MemberId memberId,
      String name,
      Level level,
      TownResource.Town town,
      long kilometres,
      List<String> slots) {
    public PartnerView {
      slots = List.copyOf(slots);
    }

    static PartnerView of(Partner partner, Locale locale) {
      return new PartnerView(
          partner.memberId(),
          partner.name(),
          partner.level(),
          TownResource.Town.of(partner.place(), locale),
          partner.kilometres(),
          partner.slots().stream().map(Slots.Slot::toString).toList());
    }
  }

  /**
   * Whom to ask to play.
   *
   * @param activity its code
   * @param word at most 500 characters
   */
  public record NewRequest(
      @NotNull MemberId member, @NotNull String activity, @Nullable String word) {}

  /**
   * A yes or a no.
   *
   * @param word at most 500 characters
   */
  public record NewAnswer(boolean accept, @Nullable String word) {}

  public PartnerResource(Activities activities, Gazetteer gazetteer) {
    this.activities = activities;
    this.gazetteer = gazetteer;
  }

  @GET
  @Path("/partners")
  @Operation(
      operationId = "findPartners",
      summary = "Who practises an activity around a town and wishes to be found, nearest first",
      parameters = {
        @Parameter(name = "activity", in = ParameterIn.QUERY, description = "Code or name"),
        @Parameter(name = "town", in = ParameterIn.QUERY, description = "Name of a town"),
        @Parameter(name = "townCode", in = ParameterIn.QUERY, description = "Or its code"),
        @Parameter(
            name = "km",
            in = ParameterIn.QUERY,
            description = "5, 10, 25 (without it), 50, 100, 250 or 20100, the whole world"),
        @Parameter(name = "day", in = ParameterIn.QUERY, description = "MONDAY to SUNDAY"),
        @Parameter(
            name = "part",
            in = ParameterIn.QUERY,
            description = "MORNING, MIDDAY, AFTERNOON or EVENING, in the time of the town"),
        @Parameter(name = "levelMin", in = ParameterIn.QUERY, description = "BEGINNER to EXPERT"),
        @Parameter(name = "levelMax", in = ParameterIn.QUERY, description = "BEGINNER to EXPERT"),
        @Parameter(name = "page", in = ParameterIn.QUERY, description = "From 1")
      },
      responses = {
        @ApiResponse(responseCode = "200", description = "One page of them"),
        @ApiResponse(responseCode = "422", description = "invalid: something is unclear")
      })
  public Paged<PartnerView> find(@Auth Actor actor, @Context ContainerRequestContext request) {
    MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
    Locale locale = Languages.of(request);
    SearchReader.Read read =
        new SearchReader(activities, gazetteer, name -> value(parameters, name), locale)
            .read(activities.practices().home(actor.memberId()));
    PartnerSearch search = read.search();
    if (search == null) {
      throw Refusal.invalid(read.faults());
    }
    return activities.partners().find(actor, search).map(found -> PartnerView.of(found, locale));
  }

  @GET
  @Path("/partner-requests")
  @Operation(
      operationId = "listPartnerRequests",
      summary = "Who asked me to play, and whom I asked, newest first")
  public PartnerRequests.Mine mine(@Auth Actor actor) {
    return activities.requests().mine(actor);
  }

  @POST
  @Path("/partner-requests")
  @Once
  @Operation(
      operationId = "askPartner",
      summary = "Ask somebody to play; they get a notice with my name and my word",
      responses = {
        @ApiResponse(responseCode = "200", description = "The request, which waits"),
        @ApiResponse(
            responseCode = "404",
            description = "not-found: they do not practise it, or do not wish to be found"),
        @ApiResponse(
            responseCode = "422",
            description = "invalid: asked before, declined not long ago, or enough for today")
      })
  public PartnerRequest ask(@Auth Actor actor, @NotNull @Valid NewRequest asked) {
    PartnerRequestId id =
        activities
            .requests()
            .ask(
                actor,
                asked.member(),
                activities.activity(asked.activity()).id(),
                text(asked.word()));
    return activities.requests().request(actor, id);
  }

  @GET
  @Path("/partner-requests/{id}")
  @Operation(
      operationId = "showPartnerRequest",
      summary = "A request to play that I wrote or got",
      responses = {
        @ApiResponse(responseCode = "200", description = "The request"),
        @ApiResponse(responseCode = "404", description = NOT_MINE)
      })
  public PartnerRequest show(@Auth Actor actor, @PathParam("id") PartnerRequestId id) {
    return activities.requests().request(actor, id);
  }

  @POST
  @Path("/partner-requests/{id}/answers")
  @Once
  @Operation(
      operationId = "answerPartner",
      summary = "Say yes or no to somebody who asked me to play",
      responses = {
        @ApiResponse(responseCode = "200", description = "The request, answered"),
        @ApiResponse(responseCode = "404", description = NOT_MINE),
        @ApiResponse(responseCode = "409", description = "already-answered: my answer stands"),
        @ApiResponse(responseCode = "422", description = "invalid: the word is too long")
      })
  public PartnerRequest answer(
      @Auth Actor actor, @PathParam("id") PartnerRequestId id, @NotNull @Valid NewAnswer answer) {
    return activities.requests().answer(actor, id, answer.accept(), text(answer.word()));
  }

  static String value(MultivaluedMap<String, String> parameters, String name) {
    String value = parameters.getFirst(name);
    return value == null ? "" : value.strip();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}

package org.ronde.activities;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;
import org.ronde.places.TownResource;

/** What I practise, over the API. */
@Path("/api/v1/practices")
@Produces(MediaType.APPLICATION_JSON)
public final class PracticeResource {
  private final Activities activities;
  private final Gazetteer gazetteer;

  /**
   * What I say of an activity.
   *
   * @param slots names like {@code THURSDAY_EVENING}, in the time of the town
   */
  public record PracticeView(
      Activity activity,
      Level level,
      TownResource.Town town,
      List<String> slots,
      boolean findable,
      boolean follows) {
    public PracticeView {
      slots = List.copyOf(slots);
    }
  }

  /**
   * What to say of an activity.
   *
   * @param townCode of {@code /api/v1/towns}
   * @param ofAge that I am 18 or older: needed for activities for adults
   */
  public record NewPractice(
      @NotNull Level level,
      @NotNull String townCode,
      @Nullable List<String> slots,
      boolean findable,
      boolean follows,
      boolean ofAge) {}

  public PracticeResource(Activities activities, Gazetteer gazetteer) {
    this.activities = activities;
    this.gazetteer = gazetteer;
  }

  @GET
  @Operation(operationId = "listPractices", summary = "What I practise, the last changed first")
  public List<PracticeView> mine(@Auth Actor actor, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    return activities.practices().of(actor.memberId()).stream()
        .map(practice -> view(practice, locale))
        .toList();
  }

  @PUT
  @Path("/{code}")
  @Operation(
      operationId = "putPractice",
      summary = "Say that I practise an activity, or change what I said",
      responses = {
        @ApiResponse(responseCode = "200", description = "What stands now"),
        @ApiResponse(responseCode = "404", description = "not-found: no such activity"),
        @ApiResponse(responseCode = "422", description = "invalid: something does not fit")
      })
  public PracticeView put(
      @Auth Actor actor,
      @PathParam("code") String code,
      @NotNull @Valid NewPractice practice,
      @Context ContainerRequestContext request) {
    Activity activity = activities.activity(code);
    List<Fault> faults = new ArrayList<>();
    Optional<Place> place = gazetteer.find(practice.townCode());
    if (place.isEmpty()) {
      faults.add(Fault.of("townCode", "places.fault.missing"));
    }
    List<Slots.Slot> slots = new ArrayList<>();
    for (String name : practice.slots() == null ? List.<String>of() : practice.slots()) {
      Slots.find(name)
          .ifPresentOrElse(
              slots::add, () -> faults.add(Fault.of("slots", "activities.fault.slot")));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    PracticeTerms terms =
        new PracticeTerms(
            practice.level(),
            place.orElseThrow(),
            Slots.of(slots),
            practice.findable(),
            practice.follows(),
            practice.ofAge());
    activities.practices().put(actor, activity.id(), terms);
    return view(
        activities.practices().find(actor, activity.id()).orElseThrow(), Languages.of(request));
  }

  @DELETE
  @Path("/{code}")
  @Operation(
      operationId = "deletePractice",
      summary = "Say that I practise an activity no more; again, it does nothing",
      responses = {
        @ApiResponse(responseCode = "204", description = "It is gone"),
        @ApiResponse(responseCode = "404", description = "not-found: no such activity")
      })
  public void remove(@Auth Actor actor, @PathParam("code") String code) {
    activities.practices().remove(actor, activities.activity(code).id());
  }

  private static PracticeView view(Practice practice, Locale locale) {
    return new PracticeView(
        practice.activity(),
        practice.level(),
        TownResource.Town.of(practice.place(), locale),
        practice.slots().list().stream().map(Slots.Slot::toString).toList(),
        practice.findable(),
        practice.follows());
  }
}

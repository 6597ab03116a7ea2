package org.ronde.places;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Towns over the API: what the field of a form suggests while one types. */
@Path("/api/v1/towns")
@Produces(MediaType.APPLICATION_JSON)
public final class TownResource {
  private static final int FOUND_MAX = 8;

  private final Gazetteer gazetteer;

  /**
   * A town.
   *
   * @param label its name with département or country, in the reader's language
   * @param departement empty abroad
   * @param zone a name of the tz database
   */
  public record Town(
      String code,
      String name,
      String label,
      String country,
      String departement,
      double latitude,
      double longitude,
      String zone) {
    public static Town of(Place place, Locale locale) {
      return new Town(
          place.code(),
          place.name(),
          place.label(locale),
          place.country(),
          place.departement(),
          place.latitude(),
          place.longitude(),
          place.zone().getId());
    }
  }

  public TownResource(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @GET
  @Operation(
      operationId = "findTowns",
      summary = "Towns of the world by name, accents and case ignored, at most 8, big ones first")
  public List<Town> find(
      @Auth Optional<Actor> actor,
      @Parameter(description = "The beginning or a part of a name")
          @QueryParam("q")
          @DefaultValue("")
          String typed,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    return gazetteer.search(typed, FOUND_MAX).stream()
        .map(place -> Town.of(place, locale))
        .toList();
  }

  @GET
  @Path("/nearest")
  @Operation(
      operationId = "nearestTown",
      summary = "The town nearest to a position; the position is not kept",
      responses = {
        @ApiResponse(responseCode = "200", description = "The town"),
        @ApiResponse(responseCode = "422", description = "invalid: that is no position on earth")
      })
  public Town nearest(
      @Auth Optional<Actor> actor,
      @Parameter(description = "Degrees north") @QueryParam("latitude") @Nullable String latitude,
      @Parameter(description = "Degrees east") @QueryParam("longitude") @Nullable String longitude,
      @Context ContainerRequestContext request) {
    List<Fault> faults = new ArrayList<>();
    double north = degrees("latitude", latitude, 90, faults);
    double east = degrees("longitude", longitude, 180, faults);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return Town.of(gazetteer.nearest(north, east), Languages.of(request));
  }

  private static double degrees(
      String field, @Nullable String typed, double most, List<Fault> faults) {
    try {
      double value = typed == null ? Double.NaN : Double.parseDouble(typed);
      if (Math.abs(value) <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number that is too large.
    }
    faults.add(Fault.of(field, "places.fault.degrees"));
    return 0;
  }
}

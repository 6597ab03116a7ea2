package org.ronde.preferences;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;

/** Limits and exclusions of the company that the token acts for. */
@Path("/api/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LimitsResource {
  private final Preferences preferences;

  /**
   * What a company accepts of any cycle; amounts in cents excluding VAT. Without {@code
   * openCyclesMax} it may stand in any number of cycles that wait for answers.
   */
  public record LimitsBody(
      int cycleLengthMax,
      int tolerancePercent,
      long topUpPayMaxCents,
      long topUpTakeMaxCents,
      @Nullable Integer openCyclesMax) {}

  /** A company that will not be dealt with. */
  public record Exclusion(CompanyId companyId, String name) {}

  /** Whom not to deal with. */
  public record NewExclusion(CompanyId companyId) {
    public NewExclusion {
      Objects.requireNonNull(companyId);
    }
  }

  public LimitsResource(Preferences preferences) {
    this.preferences = preferences;
  }

  @GET
  @Operation(
      summary = "The limits of my company",
      responses = @ApiResponse(responseCode = "200", description = "Its own, or the defaults"))
  public LimitsBody limits(@Auth Actor actor) {
    Limits limits = preferences.limits(actor.company().companyId());
    return new LimitsBody(
        limits.cycleLengthMax(),
        limits.tolerancePercent(),
        limits.topUpPayMaxCents(),
        limits.topUpTakeMaxCents(),
        limits.openCyclesMax());
  }

  @PUT
  @Operation(
      summary = "Set the limits of my company",
      responses = {
        @ApiResponse(responseCode = "200", description = "The limits as they are now"),
        @ApiResponse(responseCode = "422", description = "A value outside its range")
      })
  public LimitsBody setLimits(@Auth Actor actor, @Nullable LimitsBody body) {
    LimitsBody limits = given(body);
    preferences.setLimits(
        actor,
        limits.cycleLengthMax(),
        limits.tolerancePercent(),
        limits.topUpPayMaxCents(),
        limits.topUpTakeMaxCents(),
        limits.openCyclesMax());
    return limits(actor);
  }

  @GET
  @Path("/exclusions")
  @Operation(
      summary = "Companies that mine will not deal with",
      responses = @ApiResponse(responseCode = "200", description = "By name"))
  public List<Exclusion> exclusions(@Auth Actor actor) {
    return preferences.exclusions(actor).stream()
        .map(company -> new Exclusion(company.id(), company.name()))
        .toList();
  }

  @POST
  @Path("/exclusions")
  @Once
  @Operation(
      summary = "Exclude a company",
      description = "Nobody else is ever told.",
      responses = {
        @ApiResponse(responseCode = "201", description = "Excluded, or already so"),
        @ApiResponse(responseCode = "422", description = "Not a company that trades, or my own")
      })
  public Response exclude(@Auth Actor actor, @Nullable NewExclusion body) {
    NewExclusion exclusion = given(body);
    preferences.exclude(actor, exclusion.companyId());
    return Response.status(Response.Status.CREATED).entity(exclusion).build();
  }

  @DELETE
  @Path("/exclusions/{companyId}")
  @Operation(
      summary = "Deal with a company again",
      responses = @ApiResponse(responseCode = "204", description = "Not excluded any more"))
  public void readmit(@Auth Actor actor, @PathParam("companyId") CompanyId companyId) {
    preferences.readmit(actor, companyId);
  }

  /** The body, which JSON allows to be missing or null. */
  static <T> T given(@Nullable T body) {
    if (body == null) {
      throw new Refusal(ProblemType.MALFORMED, Map.of("reason", "JSON"));
    }
    return body;
  }
}

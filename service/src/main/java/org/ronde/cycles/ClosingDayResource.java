package org.ronde.cycles;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;

/** When the company that the token acts for is closed, so that deadlines wait for it. */
@Path("/api/v1/company/closing-days")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ClosingDayResource {
  private final ClosingDays closingDays;

  /** Weekdays in their order, and periods that are not over. */
  public record ClosingBody(List<DayOfWeek> weekdays, List<Closing.Period> periods) {}

  /** The weekdays on which the company is closed, Monday to Friday. */
  public record Weekdays(Set<DayOfWeek> weekdays) {
    public Weekdays {
      weekdays = Set.copyOf(weekdays);
    }
  }

  /** Days in a row, both included. */
  public record NewPeriod(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {}

  public ClosingDayResource(ClosingDays closingDays) {
    this.closingDays = closingDays;
  }

  @GET
  @Operation(
      summary = "When my company is closed",
      responses = @ApiResponse(responseCode = "200", description = "Weekdays and periods"))
  public ClosingBody show(@Auth Actor actor) {
    var closing = closingDays.closing(actor.company().companyId());
    return new ClosingBody(closing.weekdays().stream().sorted().toList(), closing.periods());
  }

  @PUT
  @Path("/weekdays")
  @Operation(
      summary = "Set the weekdays on which my company is closed",
      responses = {
        @ApiResponse(responseCode = "200", description = "The closing days as they are now"),
        @ApiResponse(responseCode = "422", description = "A week-end, or no working day left")
      })
  public ClosingBody closeOn(@Auth Actor actor, @NotNull @Valid Weekdays body) {
    closingDays.closeOn(actor, body.weekdays());
    return show(actor);
  }

  @POST
  @Path("/periods")
  @Once
  @Operation(
      summary = "Add days in a row on which my company is closed",
      responses = {
        @ApiResponse(responseCode = "201", description = "The closing days as they are now"),
        @ApiResponse(responseCode = "422", description = "A day is missing, or the period too long")
      })
  public Response closeFrom(@Auth Actor actor, @NotNull @Valid NewPeriod body) {
    closingDays.closeFrom(actor, body.firstDay(), body.lastDay());
    return Response.status(Response.Status.CREATED).entity(show(actor)).build();
  }

  @DELETE
  @Path("/periods/{periodId}")
  @Operation(
      summary = "Take a period away",
      responses = {
        @ApiResponse(responseCode = "204", description = "Open again"),
        @ApiResponse(responseCode = "404", description = "No period of my company")
      })
  public void reopen(@Auth Actor actor, @PathParam("periodId") UUID periodId) {
    closingDays.reopen(actor, periodId);
  }
}

package org.ronde.disputes;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.ids.Subject;

/** Reports over the API. */
@Path("/api/v1/reports/{kind}/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportResource {
  private final Reports reports;

  /** A report; {@code words} may be empty. */
  public record ReportRequest(@NotNull Reports.Reason reason, @NotNull String words) {}

  /** Why the author asks for a second look. */
  public record PleaRequest(@NotNull String words) {}

  /** What an officer decides about a thing reported. */
  public record RulingRequest(@NotNull Boolean hide, @NotNull String reason) {}

  public ReportResource(Reports reports) {
    this.reports = reports;
  }

  @POST
  @Once
  @Operation(
      operationId = "report",
      summary = "Reports what should not be shown",
      responses = {
        @ApiResponse(responseCode = "204", description = "An officer will look at it"),
        @ApiResponse(responseCode = "404", description = "not-found"),
        @ApiResponse(responseCode = "422", description = "invalid")
      })
  public void report(
      @Auth Actor actor,
      @PathParam("kind") @Pattern(regexp = "[a-z-]{1,20}") String kind,
      @PathParam("id") UUID id,
      @Valid @NotNull ReportRequest request) {
    reports.report(actor, new Subject(kind, id), request.reason(), request.words());
  }

  @POST
  @Path("/pleas")
  @Once
  @Operation(
      operationId = "pleadForSecondLook",
      summary = "Asks for a second look at a thing of mine that was hidden, once",
      responses = {
        @ApiResponse(responseCode = "204", description = "Another officer will look at it"),
        @ApiResponse(responseCode = "404", description = "not-found"),
        @ApiResponse(responseCode = "409", description = "dispute-state, deadline-passed")
      })
  public void plead(
      @Auth Actor actor,
      @PathParam("kind") @Pattern(regexp = "[a-z-]{1,20}") String kind,
      @PathParam("id") UUID id,
      @Valid @NotNull PleaRequest request) {
    reports.plead(actor, new Subject(kind, id), request.words());
  }

  @POST
  @Path("/decisions")
  @Once
  @Operation(
      operationId = "decideReport",
      summary = "Hides a thing reported or leaves it; for operators",
      responses = {
        @ApiResponse(responseCode = "204", description = "Done"),
        @ApiResponse(responseCode = "404", description = "not-found"),
        @ApiResponse(responseCode = "409", description = "dispute-state, officer-involved")
      })
  public void decide(
      @Auth Actor actor,
      @PathParam("kind") @Pattern(regexp = "[a-z-]{1,20}") String kind,
      @PathParam("id") UUID id,
      @Valid @NotNull RulingRequest request) {
    reports.decide(actor, new Subject(kind, id), request.hide(), request.reason());
  }

  @GET
  @Path("/fate")
  @Operation(
      operationId = "getFateOfMine",
      summary = "What became of a thing of mine that was hidden, and why",
      responses = {
        @ApiResponse(responseCode = "200", description = "State and reason"),
        @ApiResponse(responseCode = "404", description = "not-found, also when it is shown")
      })
  public Reports.Case mine(
      @Auth Actor actor,
      @PathParam("kind") @Pattern(regexp = "[a-z-]{1,20}") String kind,
      @PathParam("id") UUID id) {
    return reports.mine(actor, new Subject(kind, id));
  }

  /** What waits for an officer is read at a path of its own. */
  @Path("/api/v1/reports")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class Queue {
    private final Reports reports;

    public Queue(Reports reports) {
      this.reports = reports;
    }

    @GET
    @Operation(
        operationId = "listReports",
        summary = "What was reported and waits, second looks first; for operators",
        responses = {
          @ApiResponse(responseCode = "200", description = "At most 100"),
          @ApiResponse(responseCode = "404", description = "not-found, for others")
        })
    public List<Reports.Case> waiting(@Auth Actor actor) {
      return reports.waiting(actor);
    }
  }
}

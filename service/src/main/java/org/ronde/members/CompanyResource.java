package org.ronde.members;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.ids.CompanyId;

/** Companies, for programs: who is here, adding one's own, the operator's decisions. */
@Path("/api/v1/companies")
@Produces(MediaType.APPLICATION_JSON)
public final class CompanyResource {

  private final Companies companies;
  private final SignUps signUps;

  /** What everybody may know of a company. */
  public record PublicCompany(
      CompanyId id,
      String name,
      String country,
      @Nullable String departement,
      String city,
      String about) {
    static PublicCompany of(Company company) {
      return new PublicCompany(
          company.id(),
          company.name(),
          company.country(),
          company.departement(),
          company.city(),
          company.about());
    }
  }

  /** What its own people and operators see of a company. */
  public record FullCompany(
      CompanyId id,
      String name,
      String country,
      @Nullable String siren,
      @Nullable String vatNumber,
      @Nullable String departement,
      String city,
      String about,
      Company.Status status,
      @Nullable String refusalReason,
      Company.Plan plan,
      @Nullable LocalDate planUntil,
      Instant createdAt) {
    static FullCompany of(Company company) {
      return new FullCompany(
          company.id(),
          company.name(),
          company.country(),
          company.siren(),
          company.vatNumber(),
          company.departement(),
          company.city(),
          company.about(),
          company.status(),
          company.refusalReason(),
          company.plan(),
          company.planUntil(),
          company.createdAt());
    }
  }

  /** A company to add: French with SIREN and département, or another with VAT number and city. */
  public record NewCompany(
      @NotNull String name,
      @NotNull String country,
      @Nullable String siren,
      @Nullable String vatNumber,
      @Nullable String departement,
      @Nullable String city) {}

  /** The operator's yes, or no with a reason. */
  public record NewDecision(@NotNull Verdict verdict, @Nullable String reason) {}

  /** What the operator may decide. */
  public enum Verdict {
    APPROVED,
    REFUSED
  }

  CompanyResource(Companies companies, SignUps signUps) {
    this.companies = companies;
    this.signUps = signUps;
  }

  /** Lists the companies that may trade. */
  @GET
  @Operation(
      summary = "All companies that may trade, by name",
      responses = @ApiResponse(responseCode = "200", description = "The companies"))
  public Paged<PublicCompany> list(
      @Auth Optional<Actor> actor, @QueryParam("page") @DefaultValue("1") int page) {
    return companies.approved(page).map(PublicCompany::of);
  }

  /** Lists the companies that wait. */
  @GET
  @Path("/waiting")
  @Operation(
      summary = "Companies that wait for the operator, the longest waiting first",
      responses = {
        @ApiResponse(responseCode = "200", description = "The companies"),
        @ApiResponse(responseCode = "404", description = "not-found, for all but operators")
      })
  public Paged<FullCompany> waiting(
      @Auth Actor actor, @QueryParam("page") @DefaultValue("1") int page) {
    actor.requireOperator();
    return companies.waiting(page).map(FullCompany::of);
  }

  /** One company, in full for its own people and operators. */
  @GET
  @Path("/{id}")
  @Operation(
      summary = "A company: what is public, and everything for its own people and operators",
      responses = {
        @ApiResponse(responseCode = "200", description = "The company"),
        @ApiResponse(responseCode = "404", description = "not-found")
      })
  public Response company(@Auth Optional<Actor> actor, @PathParam("id") CompanyId id) {
    Company company = companies.visible(actor, id);
    boolean full = companies.knowsInFull(actor, id);
    return Response.ok(full ? FullCompany.of(company) : PublicCompany.of(company)).build();
  }

  /** Adds a company of the caller. */
  @POST
  @Once
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add a company of mine; it waits for the operator",
      responses = {
        @ApiResponse(responseCode = "201", description = "The company"),
        @ApiResponse(responseCode = "409", description = "company-exists"),
        @ApiResponse(responseCode = "422", description = "invalid")
      })
  public Response add(@Auth Actor actor, @NotNull @Valid NewCompany wanted) {
    CompanyId id =
        signUps.addCompany(
            actor,
            new CompanyFacts.Entry(
                wanted.name().strip(),
                wanted.country(),
                text(wanted.siren()),
                text(wanted.vatNumber()),
                text(wanted.departement()),
                text(wanted.city())));
    return Response.created(URI.create("/api/v1/companies/" + id))
        .entity(FullCompany.of(companies.company(id)))
        .build();
  }

  /** Lets a company in, or refuses it. */
  @POST
  @Once
  @Path("/{id}/decisions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Let a company in or refuse it with a reason (operators)",
      responses = {
        @ApiResponse(responseCode = "200", description = "The company as it stands now"),
        @ApiResponse(responseCode = "404", description = "not-found, for all but operators"),
        @ApiResponse(responseCode = "409", description = "already-vetted"),
        @ApiResponse(responseCode = "422", description = "invalid, also without a reason")
      })
  public FullCompany decide(
      @Auth Actor actor, @PathParam("id") CompanyId id, @NotNull @Valid NewDecision decision) {
    switch (decision.verdict()) {
      case APPROVED -> companies.approve(actor, id);
      case REFUSED -> companies.refuse(actor, id, text(decision.reason()));
    }
    return FullCompany.of(companies.company(id));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}

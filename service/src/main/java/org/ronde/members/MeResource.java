package org.ronde.members;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/** Who the caller is, for programs; and how they leave. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
  private final Accounts accounts;
  private final Departures departures;

  /** A company the caller may act for. */
  public record Employer(CompanyId id, String name, Actor.Role role, Company.Status status) {}

  /** The caller; {@code actingFor} is the company this session or token acts for. */
  public record Me(
      MemberId id,
      String name,
      String email,
      String language,
      boolean operator,
      @Nullable CompanyId actingFor,
      List<Employer> companies) {}

  /** The caller's own address, and the password of an account that has one, both once more. */
  public record Farewell(@NotNull String email, @Nullable String currentPassword) {}

  MeResource(Accounts accounts, Departures departures) {
    this.accounts = accounts;
    this.departures = departures;
  }

  /** Says who is asking, and for which companies they may act. */
  @GET
  @Operation(
      summary = "The member who is asking, and the companies they act for",
      responses = {
        @ApiResponse(responseCode = "200", description = "The member"),
        @ApiResponse(responseCode = "401", description = "sign-in-required")
      })
  public Me me(@Auth Actor actor) {
    MemberDao.Account account = accounts.account(actor);
    return new Me(
        account.id(),
        account.name(),
        account.email(),
        account.locale().getLanguage(),
        account.operator(),
        actor.companyId(),
        accounts.companies(actor).stream()
            .map(
                employer ->
                    new Employer(
                        employer.id(), employer.name(), employer.role(), employer.status()))
            .toList());
  }

  /** Erases the caller for good; a second time there is nobody who could ask. */
  @DELETE
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Leave Ronde: erase my account for good",
      responses = {
        @ApiResponse(responseCode = "204", description = "Erased and signed out"),
        @ApiResponse(responseCode = "401", description = "sign-in-required"),
        @ApiResponse(responseCode = "403", description = "session-needed: a token cannot do this"),
        @ApiResponse(
            responseCode = "409",
            description = "company-needs-owner, company-bound, last-operator"),
        @ApiResponse(responseCode = "422", description = "invalid"),
        @ApiResponse(responseCode = "429", description = "too-many-requests")
      })
  public void leave(@Auth Actor actor, @NotNull @Valid Farewell farewell) {
    departures.leave(
        actor,
        farewell.email(),
        farewell.currentPassword() == null ? "" : farewell.currentPassword());
  }
}

package org.ronde.members;

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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.ids.InvitationId;
import org.ronde.ids.MemberId;

/** The company the caller acts for, its people and invitations, for programs. */
@Path("/api/v1/company")
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleResource {
  private final Companies companies;
  private final Invitations invitations;
  private final Departements departements;

  /** A colleague. */
  public record Colleague(MemberId id, String name, String email, Actor.Role role) {}

  /** An invitation without answer. */
  public record OpenInvitation(
      InvitationId id, String email, Actor.Role role, Instant createdAt, Instant expiresAt) {}

  /** A colleague to invite. */
  public record NewInvitation(@NotNull String email, @NotNull Actor.Role role) {}

  /** Which invitation was sent. */
  public record SentInvitation(InvitationId id) {}

  /** Another role for a colleague. */
  public record NewRole(@NotNull Actor.Role role) {}

  /**
   * What is said of my company.
   *
   * @param name may change until the company is approved
   * @param departement only of a French company
   */
  public record NewDescription(
      @NotNull String name,
      @Nullable String departement,
      @NotNull String city,
      @NotNull String about) {}

  PeopleResource(Companies companies, Invitations invitations, Departements departements) {
    this.companies = companies;
    this.invitations = invitations;
    this.departements = departements;
  }

  /** Changes what is said of the company. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Change what is said of my company (owners)",
      responses = {
        @ApiResponse(responseCode = "204", description = "Done"),
        @ApiResponse(responseCode = "403", description = "no-company, not-owner"),
        @ApiResponse(responseCode = "422", description = "invalid, also another name once approved")
      })
  public void describe(@Auth Actor actor, @NotNull @Valid NewDescription said) {
    companies.describe(
        actor,
        new Companies.Description(
            said.name().strip(),
            said.departement() == null ? "" : said.departement(),
            said.city().strip(),
            said.about().strip()),
        departements);
  }

  /** Asks the operator again after a refusal. */
  @POST
  @Once
  @Path("/submissions")
  @Operation(
      summary = "Ask the operator again after a refusal (owners)",
      responses = {
        @ApiResponse(responseCode = "204", description = "The company waits again"),
        @ApiResponse(responseCode = "403", description = "no-company, not-owner"),
        @ApiResponse(responseCode = "409", description = "already-vetted: it is not refused")
      })
  public Response submitAgain(@Auth Actor actor) {
    companies.submitAgain(actor);
    return Response.noContent().build();
  }

  /** Lists the colleagues. */
  @GET
  @Path("/people")
  @Operation(
      summary = "The people who act for my company",
      responses = {
        @ApiResponse(responseCode = "200", description = "The people"),
        @ApiResponse(responseCode = "403", description = "no-company")
      })
  public List<Colleague> people(@Auth Actor actor) {
    return companies.people(actor.company().companyId()).stream()
        .map(
            person ->
                new Colleague(
                    person.id(),
                    person.name(),
                    person.email(),
                    person.role() == null ? Actor.Role.TRADER : person.role()))
        .toList();
  }

  /** Gives a colleague another role. */
  @PUT
  @Path("/people/{member}/role")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Give a colleague another role (owners)",
      responses = {
        @ApiResponse(responseCode = "204", description = "Done"),
        @ApiResponse(responseCode = "403", description = "not-owner"),
        @ApiResponse(responseCode = "404", description = "not-found"),
        @ApiResponse(responseCode = "409", description = "last-owner")
      })
  public void changeRole(
      @Auth Actor actor, @PathParam("member") MemberId member, @NotNull @Valid NewRole wanted) {
    companies.changeRole(actor, member, wanted.role());
  }

  /** Removes a colleague. */
  @DELETE
  @Path("/people/{member}")
  @Operation(
      summary = "End a colleague's right to act for my company (owners)",
      responses = {
        @ApiResponse(responseCode = "204", description = "Done"),
        @ApiResponse(responseCode = "403", description = "not-owner"),
        @ApiResponse(responseCode = "404", description = "not-found"),
        @ApiResponse(responseCode = "409", description = "last-owner")
      })
  public void remove(@Auth Actor actor, @PathParam("member") MemberId member) {
    companies.remove(actor, member);
  }

  /** Lists invitations without answer. */
  @GET
  @Path("/invitations")
  @Operation(
      summary = "Invitations of my company that nobody has answered yet",
      responses = @ApiResponse(responseCode = "200", description = "The invitations"))
  public List<OpenInvitation> invitations(@Auth Actor actor) {
    return invitations.open(actor.company().companyId()).stream()
        .map(
            open ->
                new OpenInvitation(
                    open.id(), open.email(), open.role(), open.createdAt(), open.expiresAt()))
        .toList();
  }

  /** Invites a colleague by mail. */
  @POST
  @Once
  @Path("/invitations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Invite a colleague by mail (owners)",
      responses = {
        @ApiResponse(responseCode = "201", description = "The invitation"),
        @ApiResponse(responseCode = "403", description = "not-owner"),
        @ApiResponse(responseCode = "409", description = "already-member"),
        @ApiResponse(responseCode = "422", description = "invalid"),
        @ApiResponse(responseCode = "429", description = "too-many-requests")
      })
  public Response invite(@Auth Actor actor, @NotNull @Valid NewInvitation wanted) {
    InvitationId id = invitations.invite(actor, wanted.email().strip(), wanted.role());
    return Response.status(Response.Status.CREATED).entity(new SentInvitation(id)).build();
  }

  /** Takes an invitation back. */
  @DELETE
  @Path("/invitations/{id}")
  @Operation(
      summary = "Withdraw an invitation (owners)",
      responses = {
        @ApiResponse(responseCode = "204", description = "Withdrawn"),
        @ApiResponse(responseCode = "404", description = "not-found")
      })
  public void withdraw(@Auth Actor actor, @PathParam("id") InvitationId id) {
    invitations.withdraw(actor, id);
  }
}

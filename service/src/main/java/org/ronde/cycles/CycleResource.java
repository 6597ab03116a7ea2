package org.ronde.cycles;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;

/** Cycles proposed to the company that the token acts for, and its decisions on them. */
@Path("/api/v1/cycles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CycleResource {
  private final Cycles cycles;

  /** A cycle seen from my company; amounts in cents excluding VAT. */
  public record Ring(
      CycleId id,
      Cycle.State state,
      Instant proposedAt,
      Instant deadline,
      long valueCents,
      Side give,
      Side receive,
      List<TopUp> topUps,
      Exposure exposure,
      List<Partner> companies,
      Standpoint.PlanNeed plan,
      Cycle.@Nullable Cause withdrawnBecause,
      @Nullable ExchangeId exchangeId) {}

  /** What passes between my company and one neighbour. */
  public record Side(
      String title,
      long quantity,
      String unit,
      long valueCents,
      CompanyId partnerId,
      String partner) {}

  /** Cash between two neighbours, excluding VAT. */
  public record TopUp(String payer, String payee, long amountCents) {}

  /** The most my company could have to pay if somebody fails, and what it would be owed then. */
  public record Exposure(long payMaxCents, String payTo, long owedCents, String owedBy) {}

  /** A company in giving order, and whether it said yes, no, or nothing yet. */
  public record Partner(CompanyId id, String name, @Nullable Boolean accepted) {}

  /**
   * An answer.
   *
   * @param answer {@code ACCEPT} or {@code REFUSE}
   * @param orderPlan orders the premium plan, due only if all accept
   * @param reason with a refusal: {@code PRICE}, {@code QUANTITY}, {@code TIMING}, {@code PARTNER},
   *     {@code NO_LONGER_NEEDED} or {@code OTHER}; the others in the cycle never see it
   */
  public record NewDecision(
      @Nullable String answer,
      @Nullable Boolean orderPlan,
      @Nullable String reason,
      @Nullable String text) {}

  public CycleResource(Cycles cycles) {
    this.cycles = cycles;
  }

  @GET
  @Operation(
      summary = "The cycles of my company",
      description = "Those to answer first, by deadline; then the latest closed.",
      responses = @ApiResponse(responseCode = "200", description = "The cycles"))
  public List<Ring> list(@Auth Actor actor) {
    return cycles.mine(actor).stream().map(CycleResource::ring).toList();
  }

  @GET
  @Path("/{cycleId}")
  @Operation(
      summary = "One cycle, seen from my company",
      responses = {
        @ApiResponse(responseCode = "200", description = "The cycle"),
        @ApiResponse(responseCode = "404", description = "None of my company has this id")
      })
  public Ring show(@Auth Actor actor, @PathParam("cycleId") CycleId id) {
    return ring(cycles.standpoint(actor, id));
  }

  @POST
  @Path("/{cycleId}/decisions")
  @Once
  @Operation(
      summary = "Accept or refuse a cycle",
      description =
          "The last yes opens the exchange; the state in the answer says what came of it.",
      responses = {
        @ApiResponse(responseCode = "200", description = "The cycle after the decision"),
        @ApiResponse(responseCode = "402", description = "A plan is needed and was not ordered"),
        @ApiResponse(responseCode = "409", description = "Closed, too late, or decided already"),
        @ApiResponse(responseCode = "422", description = "No such answer or reason")
      })
  public Ring decide(
      @Auth Actor actor, @PathParam("cycleId") CycleId id, @NotNull @Valid NewDecision body) {
    return ring(
        cycles.decide(
            actor,
            id,
            Decision.of(
                text(body.answer()),
                Boolean.TRUE.equals(body.orderPlan()),
                text(body.reason()),
                text(body.text()))));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Ring ring(Standpoint one) {
    var cycle = one.cycle();
    return new Ring(
        cycle.id(),
        cycle.state(),
        cycle.createdAt(),
        cycle.deadline(),
        cycle.valueCents(),
        side(one.gives()),
        side(one.receives()),
        one.topUps().stream()
            .map(topUp -> new TopUp(topUp.payer(), topUp.payee(), topUp.amountCents()))
            .toList(),
        new Exposure(
            one.exposureCents(), one.receives().partner(), one.owedCents(), one.gives().partner()),
        one.partners().stream()
            .map(partner -> new Partner(partner.id(), partner.name(), partner.accepted()))
            .toList(),
        one.planNeed(),
        cycle.cause(),
        cycle.exchangeId());
  }

  private static Side side(Standpoint.Side side) {
    return new Side(
        side.title(),
        side.quantity(),
        side.unit(),
        side.valueCents(),
        side.partnerId(),
        side.partner());
  }
}

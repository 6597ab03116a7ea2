package org.ronde.activities;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.http.Words;
import org.ronde.ids.ProposalId;
import org.ronde.ids.QuestionId;

/** The operator's desk for activities, over the API. */
@Path("/api/v1/operator/activities")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorActivityResource {
  private static final String OPERATORS_ONLY = "not-found: I am no operator, or there is none";

  private final Activities activities;
  private final Words words;

  /** What waits at the desk. */
  public record Desk(List<Proposal> proposals, List<SafetyQuestion> questions) {
    public Desk {
      proposals = List.copyOf(proposals);
      questions = List.copyOf(questions);
    }
  }

  /**
   * What becomes of a proposal.
   *
   * @param terms when approved: the activity by the columns of the catalogue's file
   * @param reason when refused
   */
  public record Decision(
      boolean approve, @Nullable Map<String, String> terms, @Nullable String reason) {}

  /** An answer to a question about safety. */
  public record SafetyAnswer(boolean allow, @NotNull String answer) {}

  /**
   * A file of activities.
   *
   * @param apply false only says what it would change
   */
  public record NewImport(@NotNull String csv, boolean apply) {}

  /** What a file changes, line by line, and what is wrong with it. */
  public record PlanView(List<Catalogue.Change> changes, List<WrongLine> wrong) {
    public PlanView {
      changes = List.copyOf(changes);
      wrong = List.copyOf(wrong);
    }
  }

  /** Something wrong in a line of a file, counted from 1. */
  public record WrongLine(int line, String column, String text) {}

  public OperatorActivityResource(Activities activities, Words words) {
    this.activities = activities;
    this.words = words;
  }

  @GET
  @Operation(
      operationId = "showActivityDesk",
      summary = "Proposals and questions that wait, oldest first",
      responses = {
        @ApiResponse(responseCode = "200", description = "What waits"),
        @ApiResponse(responseCode = "404", description = OPERATORS_ONLY)
      })
  public Desk desk(@Auth Actor operator) {
    return new Desk(activities.proposals().waiting(operator), activities.safety().open(operator));
  }

  @POST
  @Path("/proposals/{id}/decisions")
  @Once
  @Operation(
      operationId = "decideActivityProposal",
      summary = "Approve a proposal with corrections, or refuse it with a reason",
      responses = {
        @ApiResponse(responseCode = "200", description = "The proposal, decided"),
        @ApiResponse(responseCode = "404", description = OPERATORS_ONLY),
        @ApiResponse(responseCode = "409", description = "already-answered"),
        @ApiResponse(responseCode = "422", description = "invalid: the terms do not fit")
      })
  public Proposal decide(
      @Auth Actor operator, @PathParam("id") ProposalId id, @NotNull @Valid Decision decision) {
    operator.requireOperator();
    if (decision.approve()) {
      Map<String, String> terms = decision.terms() == null ? Map.of() : decision.terms();
      List<Fault> faults = new ArrayList<>();
      activities
          .proposals()
          .approve(
              operator,
              id,
              new TermsReader(column -> terms.getOrDefault(column, ""), faults)
                  .read()
                  .orElseThrow(() -> Refusal.invalid(faults)));
    } else {
      String reason = decision.reason() == null ? "" : decision.reason().strip();
      activities.proposals().refuse(operator, id, reason);
    }
    return activities.proposals().proposal(operator, id);
  }

  @POST
  @Path("/questions/{id}/answers")
  @Once
  @Operation(
      operationId = "answerSafetyQuestion",
      summary = "Allow or refuse words that the safety gate stopped",
      responses = {
        @ApiResponse(responseCode = "204", description = "Answered; the member is told"),
        @ApiResponse(responseCode = "404", description = OPERATORS_ONLY),
        @ApiResponse(responseCode = "409", description = "already-answered"),
        @ApiResponse(responseCode = "422", description = "invalid: the answer")
      })
  public void answer(
      @Auth Actor operator, @PathParam("id") QuestionId id, @NotNull @Valid SafetyAnswer answer) {
    activities.safety().answer(operator, id, answer.allow(), answer.answer().strip());
  }

  @POST
  @Path("/imports")
  @Once
  @Operation(
      operationId = "importActivities",
      summary = "Say what a file would change in the catalogue, or do it, all or nothing",
      responses = {
        @ApiResponse(responseCode = "200", description = "What it changes, and what is wrong"),
        @ApiResponse(responseCode = "404", description = OPERATORS_ONLY),
        @ApiResponse(responseCode = "422", description = "invalid: nothing was done")
      })
  public PlanView bringIn(
      @Auth Actor operator,
      @NotNull @Valid NewImport sent,
      @Context ContainerRequestContext request) {
    Catalogue.Plan plan =
        sent.apply()
            ? activities.catalogue().apply(operator, sent.csv())
            : activities.catalogue().plan(operator, sent.csv());
    Locale locale = Languages.of(request);
    return new PlanView(
        plan.changes(),
        plan.wrong().stream()
            .map(
                wrong ->
                    new WrongLine(
                        wrong.line(),
                        wrong.fault().field(),
                        words.say(locale, wrong.fault().key(), wrong.fault().arguments())))
            .toList());
  }

  @GET
  @Path("/export.csv")
  @Produces("text/csv; charset=utf-8")
  @Operation(
      operationId = "exportActivities",
      summary = "The whole catalogue as a file that an import reads",
      responses = {
        @ApiResponse(responseCode = "200", description = "Comma-separated values"),
        @ApiResponse(responseCode = "404", description = OPERATORS_ONLY)
      })
  public String export(@Auth Actor operator) {
    return activities.catalogue().export(operator);
  }
}

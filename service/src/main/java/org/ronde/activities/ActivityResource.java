package org.ronde.activities;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Words;
import org.ronde.ids.ProposalId;
import org.ronde.ids.QuestionId;

/** The catalogue of activities over the API, and how it grows. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ActivityResource {
  private static final int FOUND_MAX = 50;

  private final Activities activities;
  private final Words words;

  /** A family, and how many activities it holds. */
  public record FamilyView(String code, String name, long activities) {}

  /** What a member proposes. */
  public record NewProposal(
      @NotNull String name, @NotNull String family, @NotNull String description) {}

  /** Words that the safety gate stopped. */
  public record NewQuestion(@NotNull String words) {}

  /** The number of a question. */
  public record Asked(QuestionId questionId) {}

  /** The number of a proposal. */
  public record Proposed(ProposalId proposalId) {}

  public ActivityResource(Activities activities, Words words) {
    this.activities = activities;
    this.words = words;
  }

  @GET
  @Path("/activities")
  @Operation(
      operationId = "findActivities",
      summary = "Activities by words in either language, or all of one family",
      responses = {
        @ApiResponse(responseCode = "200", description = "At most 50 by words, best first"),
        @ApiResponse(responseCode = "404", description = "not-found: no such family")
      })
  public List<Activity> find(
      @Auth Optional<Actor> actor,
      @Parameter(description = "Words of the name or its synonyms")
          @QueryParam("q")
          @DefaultValue("")
          String typed,
      @Parameter(description = "Code of a family; then q is not looked at") @QueryParam("family")
          @Nullable String family,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    if (family == null) {
      return activities.search(typed, locale, FOUND_MAX);
    }
    return activities.family(
        Family.find(family).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND)), locale);
  }

  @GET
  @Path("/activities/{code}")
  @Operation(
      operationId = "showActivity",
      summary = "An activity: what proves it, what is measured, how many practise it",
      responses = {
        @ApiResponse(responseCode = "200", description = "The activity"),
        @ApiResponse(responseCode = "404", description = "not-found: none with this code")
      })
  public Activity show(@Auth Optional<Actor> actor, @PathParam("code") String code) {
    return activities.activity(code);
  }

  @GET
  @Path("/activity-families")
  @Operation(
      operationId = "listActivityFamilies",
      summary = "The families of the catalogue, in the reader's language")
  public List<FamilyView> families(
      @Auth Optional<Actor> actor, @Context ContainerRequestContext request) {
    Map<String, Long> counts = activities.families();
    Locale locale = Languages.of(request);
    return Arrays.stream(Family.values())
        .map(Family::code)
        .map(
            code ->
                new FamilyView(
                    code,
                    words.say(locale, "activities.family." + code),
                    counts.getOrDefault(code, 0L)))
        .toList();
  }

  @GET
  @Path("/activity-proposals")
  @Operation(
      operationId = "listActivityProposals",
      summary = "What I proposed for the catalogue, newest first")
  public List<Proposal> proposals(@Auth Actor actor) {
    return activities.proposals().mine(actor);
  }

  @POST
  @Path("/activity-proposals")
  @Once
  @Operation(
      operationId = "proposeActivity",
      summary = "Propose an activity for the catalogue; an operator reads it",
      responses = {
        @ApiResponse(responseCode = "200", description = "It waits for an operator"),
        @ApiResponse(
            responseCode = "422",
            description = "invalid: something does not fit, or the idea is dangerous")
      })
  public Proposed propose(@Auth Actor actor, @NotNull @Valid NewProposal proposal) {
    return new Proposed(
        activities
            .proposals()
            .propose(
                actor, proposal.name().strip(), proposal.family(), proposal.description().strip()));
  }

  @POST
  @Path("/safety-questions")
  @Once
  @Operation(
      operationId = "askAboutSafety",
      summary = "Ask the operators about words that the safety gate stopped",
      responses = {
        @ApiResponse(responseCode = "200", description = "It waits for an operator"),
        @ApiResponse(
            responseCode = "422",
            description = "invalid: the words are too long, or nothing stops them")
      })
  public Asked ask(@Auth Actor actor, @NotNull @Valid NewQuestion question) {
    return new Asked(activities.safety().ask(actor, question.words().strip()));
  }
}

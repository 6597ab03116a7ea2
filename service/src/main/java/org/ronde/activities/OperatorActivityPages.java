package org.ronde.activities;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Folding;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.ProposalId;
import org.ronde.ids.QuestionId;

/** The operator's desk for activities: proposals, questions about safety, the catalogue's file. */
@Path("/operator/activities")
@Produces(MediaType.TEXT_HTML)
public final class OperatorActivityPages {
  private static final int CHANGES_SHOWN_MAX = 200;

  private final Activities activities;
  private final ActivityForms forms;
  private final Words words;

  /** Something wrong in a file, in the reader's words. */
  public record Wrong(int line, String field, String text) {}

  public OperatorActivityPages(Activities activities, Words words) {
    this.activities = activities;
    this.forms = new ActivityForms(words);
    this.words = words;
  }

  @GET
  public View desk(@Auth Actor operator) {
    return desk(operator, Form.empty());
  }

  @GET
  @Path("/proposals/{id}")
  public View proposal(
      @Auth Actor operator,
      @PathParam("id") ProposalId id,
      @Context ContainerRequestContext request) {
    Proposal proposal = activities.proposals().proposal(operator, id);
    String code = Folding.fold(proposal.name()).replace(' ', '-').replaceAll("[^a-z0-9-]", "");
    Form form =
        Form.empty()
            .preset("code", code.substring(0, Math.min(code.length(), ActivityTerms.WORD_MAX)))
            .preset("family", proposal.family())
            .preset("name_en", proposal.name())
            .preset("name_fr", proposal.name())
            .preset("evidence", Activity.Need.PHOTO)
            .preset("measure", Activity.Measure.COUNT)
            .preset("more_is_better", "true")
            .preset("min", 1)
            .preset("max", 100)
            .preset("difficulty", 1);
    return proposal(proposal, form, Languages.of(request));
  }

  @POST
  @Path("/proposals/{id}/approvals")
  @Once
  public Response approve(
      @Auth Actor operator,
      @PathParam("id") ProposalId id,
      Form form,
      @Context ContainerRequestContext request) {
    Proposal proposal = activities.proposals().proposal(operator, id);
    Locale locale = Languages.of(request);
    try {
      List<Fault> faults = new ArrayList<>();
      ActivityTerms terms =
          new TermsReader(column -> value(form, column), faults)
              .read()
              .orElseThrow(() -> Refusal.invalid(faults));
      activities.proposals().approve(operator, id, terms);
    } catch (Refusal refusal) {
      form.refused(refusal, words, locale);
      return proposal(proposal, form, locale).answering(refusal);
    }
    return Redirect.to("/operator/activities").saying("activities.flash.approved").response();
  }

  @POST
  @Path("/proposals/{id}/refusals")
  @Once
  public Response refuse(
      @Auth Actor operator,
      @PathParam("id") ProposalId id,
      Form form,
      @Context ContainerRequestContext request) {
    Proposal proposal = activities.proposals().proposal(operator, id);
    Locale locale = Languages.of(request);
    try {
      activities.proposals().refuse(operator, id, form.value("reason"));
    } catch (Refusal refusal) {
      form.refused(refusal, words, locale);
      return proposal(proposal, form, locale).answering(refusal);
    }
    return Redirect.to("/operator/activities").saying("activities.flash.refused").response();
  }

  @POST
  @Path("/questions/{id}/answers")
  @Once
  public Response answer(
      @Auth Actor operator,
      @PathParam("id") QuestionId id,
      Form form,
      @Context ContainerRequestContext request) {
    try {
      boolean allow = form.value("allow").equals("true");
      activities.safety().answer(operator, id, allow, form.value("answer"));
    } catch (Refusal refusal) {
      if (refusal.type() == ProblemType.NOT_FOUND) {
        throw refusal;
      }
      form.refused(refusal, words, Languages.of(request));
      return desk(operator, form).answering(refusal);
    }
    return Redirect.to("/operator/activities")
        .saying("activities.flash.questionAnswered")
        .response();
  }

  @GET
  @Path("/imports")
  public View imports(@Auth Actor operator, @Context ContainerRequestContext request) {
    operator.requireOperator();
    return imports(null, Form.empty(), Languages.of(request));
  }

  /** First shows what a file would change, then, with {@code apply}, does it. */
  @POST
  @Path("/imports")
  @Once
  public Response bringIn(
      @Auth Actor operator, Form form, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Catalogue.Plan plan = activities.catalogue().plan(operator, form.value("csv"));
    if (!form.checked("apply") || !plan.wrong().isEmpty()) {
      int status = plan.wrong().isEmpty() ? 200 : 422;
      return Response.status(status).entity(imports(plan, form, locale)).build();
    }
    activities.catalogue().apply(operator, form.value("csv"));
    return Redirect.to("/operator/activities").saying("activities.flash.imported").response();
  }

  @GET
  @Path("/export.csv")
  @Produces("text/csv; charset=utf-8")
  public Response export(@Auth Actor operator) {
    return Response.ok(activities.catalogue().export(operator))
        .header("Content-Disposition", "attachment; filename=\"activities.csv\"")
        .build();
  }

  private View desk(Actor operator, Form form) {
    return View.of("activities/operator")
        .with("proposals", activities.proposals().waiting(operator))
        .with("questions", activities.safety().open(operator))
        .with("answerMax", Safety.ANSWER_MAX)
        .with(form);
  }

  private View proposal(Proposal proposal, Form form, Locale locale) {
    return View.of("activities/operator-proposal")
        .with("proposal", proposal)
        .with("families", forms.families(locale))
        .with("measures", forms.choices(Activity.Measure.values(), "activities.measure.", locale))
        .with("reasonMax", Proposals.REASON_MAX)
        .with(form);
  }

  private View imports(Catalogue.@Nullable Plan plan, Form form, Locale locale) {
    View view =
        View.of("activities/operator-import")
            .with("columns", String.join(", ", TermsReader.COLUMNS))
            .with(form);
    if (plan == null) {
      return view;
    }
    List<Wrong> wrong =
        plan.wrong().stream()
            .map(
                one ->
                    new Wrong(
                        one.line(),
                        one.fault().field(),
                        words.say(locale, one.fault().key(), one.fault().arguments())))
            .toList();
    return view.with("plan", plan)
        .with("wrong", wrong)
        .with(
            "changes",
            plan.changes().stream()
                .filter(change -> change.effect() != Catalogue.Effect.SAME)
                .limit(CHANGES_SHOWN_MAX)
                .toList());
  }

  /** Checkboxes send nothing when they are not ticked, which means false. */
  private static String value(Form form, String column) {
    return column.equals("evidence") ? String.join(";", form.all("evidence")) : form.value(column);
  }
}

package org.ronde.disputes;

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
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.Subject;

/** Reporting something, and asking for a second look at what was hidden. */
@Path("/reports")
@Produces(MediaType.TEXT_HTML)
public final class ReportPages {
  private final Reports reports;
  private final Words words;

  public ReportPages(Reports reports, Words words) {
    this.reports = reports;
    this.words = words;
  }

  /** The form by which a thing is reported. */
  @GET
  @Path("/{kind}/{id}/new")
  public View form(@Auth Actor actor, @PathParam("kind") String kind, @PathParam("id") String id) {
    return form(actor, subject(kind, id), Form.empty());
  }

  @POST
  @Path("/{kind}/{id}")
  @Once
  public Response report(
      @Auth Actor actor,
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      Form form,
      @Context ContainerRequestContext request) {
    Subject subject = subject(kind, id);
    try {
      reports.report(actor, subject, reason(form), form.value("words"));
    } catch (Refusal refusal) {
      return again(refusal, form, request, kept -> form(actor, subject, kept));
    }
    return Redirect.to(reports.content(actor, subject).path())
        .saying("disputes.flash.reported")
        .response();
  }

  /** What became of a thing of mine that was hidden. */
  @GET
  @Path("/{kind}/{id}")
  public View mine(@Auth Actor actor, @PathParam("kind") String kind, @PathParam("id") String id) {
    return mine(actor, subject(kind, id), Form.empty());
  }

  @POST
  @Path("/{kind}/{id}/pleas")
  @Once
  public Response plead(
      @Auth Actor actor,
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      Form form,
      @Context ContainerRequestContext request) {
    Subject subject = subject(kind, id);
    try {
      reports.plead(actor, subject, form.value("plea"));
    } catch (Refusal refusal) {
      return again(refusal, form, request, kept -> mine(actor, subject, kept));
    }
    return Redirect.to("/reports/%s/%s".formatted(kind, id))
        .saying("disputes.flash.pleaded")
        .response();
  }

  private Response again(
      Refusal refusal, Form form, ContainerRequestContext request, Function<Form, View> page) {
    return page.apply(form.refused(refusal, words, Languages.of(request))).answering(refusal);
  }

  private View form(Actor actor, Subject subject, Form form) {
    return View.of("disputes/report")
        .with("subject", subject)
        .with("content", reports.content(actor, subject))
        .with("reasons", Arrays.stream(Reports.Reason.values()).map(Enum::name).toList())
        .with("wordsMax", Reports.WORDS_LENGTH_MAX)
        .with(form);
  }

  private View mine(Actor actor, Subject subject, Form form) {
    return View.of("disputes/hidden")
        .with("hidden", reports.mine(actor, subject))
        .with("wordsMax", Reports.WORDS_LENGTH_MAX)
        .with(form);
  }

  private static Reports.Reason reason(Form form) {
    return form.findChoice("reason", Reports.Reason.class)
        .orElseThrow(() -> Refusal.invalid(Refusal.Fault.of("reason", "disputes.fault.reason")));
  }

  static Subject subject(String kind, String id) {
    try {
      return new Subject(kind, UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }
}

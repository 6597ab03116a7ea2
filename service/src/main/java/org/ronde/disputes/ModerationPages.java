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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;

/** What was reported and waits for an officer. */
@Path("/operator/reports")
@Produces(MediaType.TEXT_HTML)
public final class ModerationPages {
  private final Reports reports;
  private final Faces faces;
  private final Words words;

  public ModerationPages(Reports reports, Faces faces, Words words) {
    this.reports = reports;
    this.faces = faces;
    this.words = words;
  }

  @GET
  public View desk(@Auth Actor actor) {
    return desk(actor, Form.empty());
  }

  @POST
  @Path("/{kind}/{id}/decisions")
  @Once
  public Response decide(
      @Auth Actor actor,
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      Form form,
      @Context ContainerRequestContext request) {
    try {
      reports.decide(
          actor,
          ReportPages.subject(kind, id),
          form.value("hide").equals("yes"),
          form.value("reason"));
    } catch (Refusal refusal) {
      return desk(actor, form.refused(refusal, words, Languages.of(request))).answering(refusal);
    }
    return Redirect.to("/operator/reports").saying("disputes.flash.moderated").response();
  }

  private View desk(Actor actor, Form form) {
    var cases = reports.waiting(actor);
    Map<String, String> names = new HashMap<>();
    faces
        .names(
            cases.stream()
                .flatMap(each -> each.reports().stream().map(Reports.Report::reporter))
                .collect(Collectors.toSet()))
        .forEach((member, name) -> names.put(member.toString(), name));
    return View.of("disputes/reports")
        .with("cases", cases)
        .with("names", names)
        .with("wordsMax", Reports.WORDS_LENGTH_MAX)
        .with(form);
  }
}

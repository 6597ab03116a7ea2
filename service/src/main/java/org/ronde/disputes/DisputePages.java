package org.ronde.disputes;

import io.dropwizard.auth.Auth;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.DisputeId;
import org.ronde.ids.MemberId;

/** A member's disputes, and each dispute with its talk and decisions. */
@Path("/disputes")
@Produces(MediaType.TEXT_HTML)
public final class DisputePages {
  private final Disputes disputes;
  private final Faces faces;
  private final Words words;

  /** What somebody said or decided, as the page shows it. */
  public record Line(String who, boolean mine, String words, Instant at) {}

  /** A decision as the page shows it. */
  public record Ruling(int instance, boolean upheld, String officer, String reason, Instant at) {}

  public DisputePages(Disputes disputes, Faces faces, Words words) {
    this.disputes = disputes;
    this.faces = faces;
    this.words = words;
  }

  @GET
  public View list(@Auth Actor actor, @QueryParam("page") @DefaultValue("1") int page) {
    return View.of("disputes/disputes").with("disputes", disputes.page(actor, page));
  }

  @GET
  @Path("/{id}")
  public View show(@Auth Actor actor, @PathParam("id") DisputeId id) {
    return page(actor, id, Form.empty());
  }

  @POST
  @Path("/{id}/words")
  @Once
  public Response say(
      @Auth Actor actor,
      @PathParam("id") DisputeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return afterwards(
        actor,
        id,
        form,
        request,
        "disputes.flash.said",
        () -> disputes.say(actor, id, form.value("words")));
  }

  @POST
  @Path("/{id}/withdrawals")
  @Once
  public Response withdraw(
      @Auth Actor actor,
      @PathParam("id") DisputeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return afterwards(
        actor, id, form, request, "disputes.flash.withdrawn", () -> disputes.withdraw(actor, id));
  }

  @POST
  @Path("/{id}/appeals")
  @Once
  public Response appeal(
      @Auth Actor actor,
      @PathParam("id") DisputeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return afterwards(
        actor,
        id,
        form,
        request,
        "disputes.flash.appealed",
        () -> disputes.appeal(actor, id, form.value("appeal")));
  }

  @POST
  @Path("/{id}/decisions")
  @Once
  public Response decide(
      @Auth Actor actor,
      @PathParam("id") DisputeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return afterwards(
        actor,
        id,
        form,
        request,
        "disputes.flash.decided",
        () -> disputes.decide(actor, id, form.value("upheld").equals("yes"), form.value("reason")));
  }

  private Response afterwards(
      Actor actor,
      DisputeId id,
      Form form,
      ContainerRequestContext request,
      String saying,
      Runnable step) {
    try {
      step.run();
    } catch (Refusal refusal) {
      return page(actor, id, form.refused(refusal, words, Languages.of(request)))
          .answering(refusal);
    }
    return Redirect.to("/disputes/" + id).saying(saying).response();
  }

  private View page(Actor actor, DisputeId id, Form form) {
    Dispute dispute = disputes.dispute(actor, id);
    MemberId me = actor.memberId();
    Map<MemberId, String> names = faces.names(dispute.members());
    List<Line> lines =
        dispute.words().stream()
            .map(
                word ->
                    new Line(
                        names.getOrDefault(word.member(), ""),
                        word.member().equals(me),
                        word.words(),
                        word.saidAt()))
            .toList();
    List<Ruling> rulings =
        dispute.decisions().stream()
            .map(
                made ->
                    new Ruling(
                        made.instance(),
                        made.upheld(),
                        names.getOrDefault(made.officer(), ""),
                        made.reason(),
                        made.decidedAt()))
            .toList();
    boolean decides =
        actor.operator()
            && !dispute.isParty(me)
            && (dispute.state() == Dispute.State.TALK || dispute.state() == Dispute.State.APPEALED);
    return View.of("disputes/dispute")
        .with("dispute", dispute)
        .with("opener", names.getOrDefault(dispute.opener(), ""))
        .with("other", names.getOrDefault(dispute.other(), ""))
        .with("lines", lines)
        .with("rulings", rulings)
        .with("decides", decides)
        .with("party", dispute.isParty(me))
        .with("opened", dispute.opener().equals(me))
        .with(
            "mayAppeal",
            dispute.state() == Dispute.State.DECIDED
                && dispute.loser().filter(me::equals).isPresent())
        .with("wordsMax", Disputes.WORDS_LENGTH_MAX)
        .with(form);
  }
}

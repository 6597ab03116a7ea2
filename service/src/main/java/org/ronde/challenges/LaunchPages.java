package org.ronde.challenges;

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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.DraftId;
import org.ronde.ids.MemberId;

/** Writing a challenge: choosing its kind, filling in the form, keeping it for later, launching. */
@Path("/challenges")
@Produces(MediaType.TEXT_HTML)
public final class LaunchPages {
  private static final int SUGGESTED_MAX = 30;
  private static final int KNOWN_MAX = 5;

  private final Reception reception;
  private final Challenges challenges;
  private final Neighbours neighbours;

  public LaunchPages(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
    this.neighbours = reception.neighbours();
  }

  /** A blank form, one that other pages have begun to fill in, or a draft taken up again. */
  @GET
  @Path("/new")
  public View form(
      @Auth Actor actor,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("activity") @DefaultValue("") String activity,
      @QueryParam("member") @DefaultValue("") String member,
      @QueryParam("draft") @DefaultValue("") String draft,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    if (!draft.isEmpty()) {
      Drafts.Draft kept =
          challenges.drafts().draft(actor, ChallengePages.id(draft, DraftId::fromString));
      return form(actor, kept.kind(), locale, kept.form());
    }
    if (kind.isEmpty() && member.isEmpty()) {
      return View.of("challenges/kinds")
          .with("kinds", List.of(Kind.values()))
          .with("activity", activity);
    }
    Form form = Form.empty();
    if (!activity.isEmpty()) {
      ActivityId id = ChallengePages.id(activity, ActivityId::fromString);
      form.preset("activity", neighbours.atlas().activity(id).name(locale));
    }
    View view = form(actor, kind.isEmpty() ? Kind.DUEL : kind(kind), locale, form);
    if (!member.isEmpty()) {
      name(actor, ChallengePages.id(member, MemberId::fromString), form, view, locale);
    }
    return view;
  }

  /** Fills in somebody whom other pages name, or says why one cannot dare them. */
  private void name(Actor actor, MemberId member, Form form, View view, Locale locale) {
    Optional<Seen.Daring> daring = challenges.board().findDaring(actor, member);
    if (daring.isEmpty()) {
      view.with("unreachable", true);
      return;
    }
    Seen.Daring found = daring.get();
    form.preset("who", found.who().name());
    if (!found.anything()) {
      List<String> names = found.activities().stream().map(a -> a.name(locale)).toList();
      view.with("only", String.join(", ", names)).with("onlyFor", found.who().name());
      view.with("names", names);
      if (names.size() == 1 && form.value("activity").isEmpty()) {
        form.preset("activity", names.get(0));
      }
    }
  }

  @POST
  @Once
  public Response launch(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Kind kind = kind(form.value("kind"));
    try {
      Launch launch =
          new Typed(form).launch(kind, challenges.board(), neighbours, actor, reception.home());
      ChallengeId id = challenges.launch(actor, launch, draft(form));
      return Redirect.to("/challenges/" + id).saying("challenges.flash.launched").response();
    } catch (Refusal refusal) {
      String stopped = stopped(refusal, form);
      View again = form(actor, kind, locale, form.refused(refusal, reception.words(), locale));
      return again.with("stopped", stopped).answering(refusal);
    }
  }

  /** Keeps what was typed, right or wrong, and shows the form again. */
  @POST
  @Path("/drafts")
  @Once
  public Response keep(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Kind kind = kind(form.value("kind"));
    Map<String, String> typed =
        form.fields().stream().collect(Collectors.toMap(Function.identity(), form::value));
    try {
      DraftId before = draft(form);
      DraftId id = before == null ? challenges.drafts().keep(actor, kind, typed) : before;
      if (before != null) {
        challenges.drafts().change(actor, before, kind, typed);
      }
      return Redirect.to("/challenges/new?draft=" + id)
          .saying("challenges.flash.draftKept")
          .response();
    } catch (Refusal refusal) {
      View again = form(actor, kind, locale, form.refused(refusal, reception.words(), locale));
      return again.answering(refusal);
    }
  }

  @POST
  @Path("/drafts/{draft}/removals")
  @Once
  public Response discard(@Auth Actor actor, @PathParam("draft") DraftId id) {
    challenges.drafts().discard(actor, id);
    return Redirect.to("/challenges").saying("challenges.flash.draftDiscarded").response();
  }

  private static @Nullable DraftId draft(Form form) {
    return form.findText("draft")
        .map(text -> ChallengePages.id(text, DraftId::fromString))
        .orElse(null);
  }

  /** The words the safety gate stopped: an operator can be asked about them. */
  private static @Nullable String stopped(Refusal refusal, Form form) {
    return refusal.faults().stream()
        .filter(fault -> fault.key().startsWith("activities.danger."))
        .findFirst()
        .map(fault -> form.value(fault.field()))
        .orElse(null);
  }

  private View form(Actor actor, Kind kind, Locale locale, Form form) {
    List<Activity> known =
        neighbours.atlas().practised(actor.memberId()).stream().limit(SUGGESTED_MAX).toList();
    Board board = challenges.board();
    List<String> people =
        Stream.concat(
                board.acquaintances(actor).stream(),
                known.stream()
                    .limit(KNOWN_MAX)
                    .flatMap(activity -> board.reachable(actor, activity.id()).stream()))
            .map(Seen.Who::name)
            .distinct()
            .sorted()
            .limit(SUGGESTED_MAX)
            .toList();
    LocalDate today = LocalDate.ofInstant(challenges.now(), reception.home());
    return View.of("challenges/launch")
        .with("kind", kind)
        .with("usual", Launch.Options.usual(kind))
        .with("level", kind.usualLevel())
        .with("names", known.stream().map(activity -> activity.name(locale)).toList())
        .with("people", people)
        .with("week", today.plus(7, ChronoUnit.DAYS))
        .with("today", today)
        .with("company", actor.findActing().isPresent())
        .with(form);
  }

  private static Kind kind(String text) {
    try {
      return Kind.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }
}

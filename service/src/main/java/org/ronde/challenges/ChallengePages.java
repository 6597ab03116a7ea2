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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.Subject;
import org.ronde.places.Place;

/** My challenges and those I can join; changing and ending one. */
@Path("/challenges")
@Produces(MediaType.TEXT_HTML)
public final class ChallengePages {
  private static final int KILOMETRES = 50;
  private static final int GALLERY_MAX = 1000;

  private final Reception reception;
  private final Challenges challenges;
  private final Neighbours neighbours;

  public ChallengePages(Reception reception) {
    this.reception = reception;
    this.challenges = reception.challenges();
    this.neighbours = reception.neighbours();
  }

  @GET
  public View list(
      @Auth Actor actor,
      @QueryParam("activity") @DefaultValue("") String activity,
      @QueryParam("place") @DefaultValue("") String place,
      @QueryParam("where") @DefaultValue("") String where,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Optional<Activity> wanted = find(activity, locale);
    Optional<Place> town =
        place.isBlank()
            ? Optional.empty()
            : neighbours.towns().search(place, 1).stream().findFirst();
    boolean unknown =
        (!activity.isBlank() && wanted.isEmpty()) || (!place.isBlank() && town.isEmpty());
    Board board = challenges.board();
    List<Seen.Line> mine = board.mine(actor, locale);
    List<Seen.Line> open =
        unknown
            ? List.of()
            : board.open(
                actor,
                locale,
                new Board.Filter(
                    wanted.map(Activity::id).orElse(null),
                    town.map(Place::code).orElse(""),
                    KILOMETRES,
                    where.equals("online")));
    return View.of("challenges/challenges")
        .with("yours", mine.stream().filter(line -> line.next().mine()).toList())
        .with("running", mine.stream().filter(ChallengePages::goesOn).toList())
        .with("over", mine.stream().filter(l -> !l.next().mine() && !goesOn(l)).toList())
        .with("open", open)
        .with("drafts", challenges.drafts().mine(actor))
        .with("wantedActivity", wanted.map(a -> a.name(locale)).orElse(activity))
        .with("wantedPlace", place)
        .with("where", where)
        .with("kilometres", KILOMETRES);
  }

  /** Whether others are at it; where the reader is through, it is over for them. */
  private static boolean goesOn(Seen.Line line) {
    return line.state().alive() && !line.next().mine() && line.next() != Seen.Next.NONE;
  }

  /** By its id, as other pages link to it, or by the words somebody typed. */
  private Optional<Activity> find(String activity, Locale locale) {
    if (activity.isBlank()) {
      return Optional.empty();
    }
    return activity.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(neighbours.atlas().activity(ActivityId.fromString(activity)))
        : neighbours.atlas().search(activity, locale, 1).stream().findFirst();
  }

  /** What members showed of what was believed: of a challenge, or of all with an activity. */
  @GET
  @Path("/gallery")
  public View gallery(
      @Auth Actor actor,
      @QueryParam("activity") @DefaultValue("") String activity,
      @QueryParam("challenge") @DefaultValue("") String challenge,
      @QueryParam("page") @DefaultValue("1") int page,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Board board = challenges.board();
    View view = View.of("challenges/gallery");
    List<Subject> subjects;
    if (challenge.isEmpty()) {
      Activity chosen = neighbours.atlas().known(id(activity, ActivityId::fromString));
      subjects = board.gallerySubjects(chosen.id(), GALLERY_MAX);
      view.with("name", chosen.name(locale))
          .with("back", "/activities/" + chosen.code())
          .with("here", "/challenges/gallery?activity=" + chosen.id());
    } else {
      Seen.Whole whole = board.challenge(actor, locale, id(challenge, ChallengeId::fromString));
      subjects = board.gallerySubjects(whole.id(), GALLERY_MAX);
      view.with("name", whole.title())
          .with("back", "/challenges/" + whole.id())
          .with("here", "/challenges/gallery?challenge=" + whole.id());
    }
    return view.with("gallery", neighbours.proofs().gallery(actor, subjects, page));
  }

  @GET
  @Path("/{id}")
  public View show(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      @Context ContainerRequestContext request) {
    return reception.page(actor, id, Languages.of(request), Form.empty());
  }

  @POST
  @Path("/{id}/terms")
  @Once
  public Response edit(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.edited",
        () -> {
          Terms old = reception.seen(actor, id, request).terms();
          Typed typed = new Typed(form);
          Challenges.Edit edit =
              new Challenges.Edit(
                  form.value("title"),
                  form.value("details"),
                  typed.number("target"),
                  Optional.ofNullable(typed.afterDay("endsAt", old.zone())).orElse(old.endsAt()));
          typed.require();
          challenges.edit(actor, id, edit);
        });
  }

  @POST
  @Path("/{id}/closings")
  @Once
  public Response close(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor, id, form, request, "challenges.flash.closed", () -> challenges.close(actor, id));
  }

  @POST
  @Path("/{id}/cancellations")
  @Once
  public Response cancel(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor, id, form, request, "challenges.flash.cancelled", () -> challenges.cancel(actor, id));
  }

  @POST
  @Path("/{id}/appeals")
  @Once
  public Response appeal(
      @Auth Actor actor,
      @PathParam("id") ChallengeId id,
      Form form,
      @Context ContainerRequestContext request) {
    return reception.afterwards(
        actor,
        id,
        form,
        request,
        "challenges.flash.disputed",
        () -> challenges.revoking().appeal(actor, id, form.value("statement")));
  }

  static <T> T id(String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }
}

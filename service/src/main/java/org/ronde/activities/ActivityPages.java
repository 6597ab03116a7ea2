package org.ronde.activities;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.ActivityId;
import org.ronde.places.Place;

/** The catalogue, an activity, and the ways to make it grow. */
@Path("/activities")
@Produces(MediaType.TEXT_HTML)
public final class ActivityPages {
  /** How far "near" goes on an activity's page. */
  static final int NEAR_KILOMETRES = 50;

  private static final int FOUND_MAX = 60;
  private static final int MOST_PRACTISED = 12;

  private final Activities activities;
  private final ActivityPanels panels;
  private final ActivityForms forms;
  private final Words words;

  /** A family on its tile. */
  public record Tile(String code, long count) {}

  public ActivityPages(Activities activities, ActivityPanels panels, Words words) {
    this.activities = activities;
    this.panels = panels;
    this.forms = new ActivityForms(words);
    this.words = words;
  }

  @GET
  public View list(
      @Auth Optional<Actor> actor,
      @QueryParam("q") @DefaultValue("") String typed,
      @QueryParam("family") @Nullable String family,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Map<String, Long> counts = activities.families();
    Optional<Family> chosen = Optional.ofNullable(family).flatMap(Family::find);
    List<Activity> found =
        chosen
            .map(one -> activities.family(one, locale))
            .orElseGet(
                () ->
                    activities.search(
                        typed.strip(), locale, typed.isBlank() ? MOST_PRACTISED : FOUND_MAX));
    return View.of("activities/activities")
        .with("tiles", tiles(counts))
        .with("total", counts.values().stream().mapToLong(count -> count).sum())
        .with("q", typed.strip())
        .with("family", chosen.map(Family::code).orElse(null))
        .with("found", forms.lines(found, locale));
  }

  /** An activity by its code; an address with its id leads to the same. */
  @GET
  @Path("/{code}")
  public Object show(
      @Auth Optional<Actor> actor,
      @PathParam("code") String code,
      @Context ContainerRequestContext request) {
    Optional<Activity> byId = findById(code);
    if (byId.isPresent()) {
      return Redirect.to("/activities/" + byId.get().code()).response();
    }
    Activity activity = activities.activity(code);
    Locale locale = Languages.of(request);
    View view =
        View.of("activities/activity")
            .with("activity", activity)
            .with("name", activity.name(locale))
            .with("bounds", forms.bounds(activity, locale))
            .with("panels", panels.of(activity));
    actor.ifPresent(reader -> addNear(view, reader, activity, locale));
    return view;
  }

  private void addNear(View view, Actor reader, Activity activity, Locale locale) {
    view.with("practice", activities.practices().find(reader, activity.id()).orElse(null));
    Optional<Place> home = activities.practices().home(reader.memberId());
    if (home.isPresent()) {
      long near = activities.partners().count(activity.id(), home.get(), NEAR_KILOMETRES);
      boolean anybody =
          activities.partners().anybodyNear(activity.id(), home.get(), NEAR_KILOMETRES);
      view.with("home", home.get().label(locale))
          .with("homeCode", home.get().code())
          .with("near", near)
          .with("anybody", anybody)
          .with("kilometres", NEAR_KILOMETRES);
    }
  }

  @GET
  @Path("/new")
  public View blank(@Auth Actor actor, @Context ContainerRequestContext request) {
    return blank(actor, Form.empty(), null, Languages.of(request));
  }

  @POST
  @Once
  public Response propose(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    try {
      activities
          .proposals()
          .propose(actor, form.value("name"), form.value("family"), form.value("description"));
    } catch (Refusal refusal) {
      String stopped = ActivityForms.findStopped(refusal, form).orElse(null);
      return blank(actor, form.refused(refusal, words, locale), stopped, locale).answering(refusal);
    }
    return Redirect.to("/activities/new").saying("activities.flash.proposed").response();
  }

  /** Asks an operator about words that the gate stopped here or in another room. */
  @GET
  @Path("/questions")
  public View question(
      @Auth Actor actor,
      @QueryParam("words") @DefaultValue("") String stopped,
      @Context ContainerRequestContext request) {
    return View.of("activities/question")
        .with("wordsMax", Safety.WORDS_MAX)
        .with(Form.empty().preset("words", stopped));
  }

  @POST
  @Path("/questions")
  @Once
  public Response ask(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    try {
      activities.safety().ask(actor, form.value("words"));
    } catch (Refusal refusal) {
      return View.of("activities/question")
          .with("wordsMax", Safety.WORDS_MAX)
          .with(form.refused(refusal, words, locale))
          .answering(refusal);
    }
    return Redirect.to("/activities").saying("activities.flash.asked").response();
  }

  private View blank(Actor actor, Form form, @Nullable String stopped, Locale locale) {
    return View.of("activities/new")
        .with("families", forms.families(locale))
        .with("mine", activities.proposals().mine(actor))
        .with("stopped", stopped)
        .with("nameMax", TermsReader.NAME_MAX)
        .with("descriptionMax", Proposals.DESCRIPTION_MAX)
        .with(form);
  }

  private Optional<Activity> findById(String code) {
    if (!code.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(activities.activity(ActivityId.fromString(code)));
    } catch (Refusal refusal) {
      if (refusal.type() == ProblemType.NOT_FOUND) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  private static List<Tile> tiles(Map<String, Long> counts) {
    return Arrays.stream(Family.values())
        .map(family -> new Tile(family.code(), counts.getOrDefault(family.code(), 0L)))
        .filter(tile -> tile.count() > 0)
        .toList();
  }
}

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
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;
import org.ronde.places.TownChoice;

/** What I practise: where, when, how well, and who may know. */
@Path("/practices")
@Produces(MediaType.TEXT_HTML)
public final class PracticePages {
  private final Activities activities;
  private final Gazetteer gazetteer;
  private final ActivityForms forms;
  private final Words words;

  /** A practice in a list. */
  public record Shown(
      String code,
      String name,
      Level level,
      String town,
      String days,
      boolean findable,
      boolean follows) {}

  public PracticePages(Activities activities, Gazetteer gazetteer, Words words) {
    this.activities = activities;
    this.gazetteer = gazetteer;
    this.forms = new ActivityForms(words);
    this.words = words;
  }

  @GET
  public View mine(@Auth Actor actor, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    List<Shown> mine =
        activities.practices().of(actor.memberId()).stream()
            .map(
                practice ->
                    new Shown(
                        practice.activity().code(),
                        practice.activity().name(locale),
                        practice.level(),
                        practice.place().label(locale),
                        forms.daysLine(practice.slots().list(), locale),
                        practice.findable(),
                        practice.follows()))
            .toList();
    return View.of("activities/practices").with("mine", mine);
  }

  /** The form: as it was said before, or with the town of what was said last. */
  @GET
  @Path("/{code}")
  public View show(
      @Auth Actor actor, @PathParam("code") String code, @Context ContainerRequestContext request) {
    Activity activity = activities.activity(code);
    Locale locale = Languages.of(request);
    Optional<Practice> practice = activities.practices().find(actor, activity.id());
    Form form = Form.empty();
    List<String> slots = new ArrayList<>();
    if (practice.isPresent()) {
      Practice said = practice.get();
      form.preset("level", said.level())
          .preset("town", said.place().label(locale))
          .preset("townCode", said.place().code())
          .preset("findable", said.findable() ? "true" : null)
          .preset("follows", said.follows() ? "true" : null)
          .preset("ofAge", activity.adult() ? "true" : null);
      said.slots().list().forEach(slot -> slots.add(slot.toString()));
    } else {
      activities
          .practices()
          .home(actor.memberId())
          .ifPresent(
              home -> form.preset("town", home.label(locale)).preset("townCode", home.code()));
      form.preset("findable", "true").preset("follows", "true");
    }
    return page(activity, practice.isPresent(), new Filled(form, slots, List.of()), locale);
  }

  @POST
  @Path("/{code}")
  @Once
  public Response put(
      @Auth Actor actor,
      @PathParam("code") String code,
      Form form,
      @Context ContainerRequestContext request) {
    Activity activity = activities.activity(code);
    Locale locale = Languages.of(request);
    TownChoice town = TownChoice.read(gazetteer, form);
    try {
      activities.practices().put(actor, activity.id(), terms(form, town));
    } catch (Refusal refusal) {
      boolean before = activities.practices().find(actor, activity.id()).isPresent();
      form.refused(refusal, words, locale);
      Filled filled = new Filled(form, form.all("slot"), town.matches());
      return page(activity, before, filled, locale).answering(refusal);
    }
    return Redirect.to("/practices").saying("activities.flash.practised").response();
  }

  @POST
  @Path("/{code}/removals")
  @Once
  public Response remove(@Auth Actor actor, @PathParam("code") String code, Form form) {
    activities.practices().remove(actor, activities.activity(code).id());
    return Redirect.to("/practices").saying("activities.flash.removed").response();
  }

  private static PracticeTerms terms(Form form, TownChoice town) {
    List<Fault> faults = new ArrayList<>();
    Optional<Level> level = form.findChoice("level", Level.class);
    if (level.isEmpty()) {
      faults.add(Fault.of("level", "activities.fault.level"));
    }
    town.fault().ifPresent(faults::add);
    List<Slots.Slot> slots =
        form.all("slot").stream().map(Slots::find).flatMap(Optional::stream).toList();
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new PracticeTerms(
        level.orElseThrow(),
        town.place().orElseThrow(),
        Slots.of(slots),
        form.checked("findable"),
        form.checked("follows"),
        form.checked("ofAge"));
  }

  /** What stands in the form beside its texts. */
  private record Filled(Form form, List<String> slots, List<Place> towns) {}

  private View page(Activity activity, boolean before, Filled filled, Locale locale) {
    TownChoice choice = new TownChoice(Optional.empty(), filled.towns(), Optional.empty());
    return View.of("activities/practice")
        .with("activity", activity)
        .with("name", activity.name(locale))
        .with("before", before)
        .with("levels", forms.choices(Level.values(), "activities.level.", locale))
        .with("days", forms.choices(DayOfWeek.values(), "activities.day.", locale))
        .with("parts", forms.choices(Slots.Part.values(), "activities.partOf.", locale))
        .with("slots", filled.slots())
        .with("towns", choice.options(locale))
        .with(filled.form());
  }
}

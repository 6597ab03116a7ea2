package org.ronde.activities;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.MemberId;
import org.ronde.ids.PartnerRequestId;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;

/** Who plays near me on Thursday evening, and asking them along. */
@Path("/partners")
@Produces(MediaType.TEXT_HTML)
public final class PartnerPages {
  private static final List<String> PARAMETERS =
      List.of("activity", "town", "townCode", "km", "day", "part", "levelMin", "levelMax");

  private final Activities activities;
  private final Gazetteer gazetteer;
  private final ActivityForms forms;
  private final Words words;

  /** Somebody found. {@code elsewhere}: their clock shows another time than the place asked for. */
  public record Shown(
      MemberId memberId,
      String name,
      Level level,
      String town,
      long kilometres,
      String days,
      boolean elsewhere) {}

  public PartnerPages(Activities activities, Gazetteer gazetteer, Words words) {
    this.activities = activities;
    this.gazetteer = gazetteer;
    this.forms = new ActivityForms(words);
    this.words = words;
  }

  /** The search in the address of the page, or an empty form. */
  @GET
  public View find(@Auth Actor actor, @Context ContainerRequestContext request) {
    MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
    Locale locale = Languages.of(request);
    Form form = Form.empty();
    PARAMETERS.forEach(name -> form.preset(name, PartnerResource.value(parameters, name)));
    View view =
        View.of("activities/partners")
            .with("days", forms.choices(DayOfWeek.values(), "activities.day.", locale))
            .with("parts", forms.choices(Slots.Part.values(), "activities.partOf.", locale))
            .with("levels", forms.choices(Level.values(), "activities.level.", locale))
            .with("distances", forms.distances(locale))
            .with("mine", forms.lines(activities.practised(actor.memberId()), locale));
    boolean asked = PARAMETERS.stream().anyMatch(name -> !form.value(name).isEmpty());
    SearchReader.Read read =
        new SearchReader(
                activities, gazetteer, name -> PartnerResource.value(parameters, name), locale)
            .read(activities.practices().home(actor.memberId()));
    read.town().place().ifPresent(place -> form.preset("town", place.label(locale)));
    if (form.value("km").isEmpty()) {
      form.preset("km", SearchReader.KILOMETRES_STANDARD);
    }
    if (!asked) {
      return view.with("towns", List.of()).with("matches", List.of()).with(form);
    }
    PartnerSearch search = read.search();
    if (search == null) {
      form.refused(Refusal.invalid(read.faults()), words, locale);
    } else {
      form.preset("activity", search.activity().name(locale));
      addFound(view, actor, search, address(parameters), locale);
    }
    return view.with("towns", read.town().options(locale))
        .with("matches", choices(read.matches(), parameters, locale))
        .with(form);
  }

  private void addFound(
      View view, Actor actor, PartnerSearch search, String address, Locale locale) {
    Paged<Partner> found = activities.partners().find(actor, search);
    view.with("found", found.map(partner -> shown(partner, search, locale)))
        .with("activity", search.activity())
        .with("activityName", search.activity().name(locale))
        .with("place", search.place().label(locale))
        .with("address", address);
  }

  private Shown shown(Partner partner, PartnerSearch search, Locale locale) {
    return new Shown(
        partner.memberId(),
        partner.name(),
        partner.level(),
        partner.place().label(locale),
        partner.kilometres(),
        forms.daysLine(partner.slots(), locale),
        elsewhere(partner.place(), search.place()));
  }

  private static boolean elsewhere(Place theirs, Place mine) {
    return !theirs.zone().equals(mine.zone());
  }

  /** A word to somebody who was found. */
  @GET
  @Path("/ask")
  public View blank(
      @Auth Actor actor,
      @QueryParam("member") @Nullable MemberId member,
      @QueryParam("activity") @Nullable String code,
      @Context ContainerRequestContext request) {
    if (member == null || code == null) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return blank(actor, member, code, Form.empty(), Languages.of(request));
  }

  @GET
  @Path("/requests")
  public View requests(@Auth Actor actor, @Context ContainerRequestContext request) {
    PartnerRequests.Mine mine = activities.requests().mine(actor);
    return View.of("activities/requests").with("got", mine.got()).with("sent", mine.sent());
  }

  @POST
  @Path("/requests")
  @Once
  public Response ask(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    MemberId member = member(form.value("member"));
    String code = form.value("activity");
    Locale locale = Languages.of(request);
    try {
      PartnerRequestId id =
          activities
              .requests()
              .ask(actor, member, activities.activity(code).id(), form.value("word"));
      return Redirect.to("/partners/requests/" + id)
          .saying("activities.flash.partnerAsked")
          .response();
    } catch (Refusal refusal) {
      if (refusal.faults().isEmpty()) {
        throw refusal;
      }
      form.refused(refusal, words, locale);
      return blank(actor, member, code, form, locale).answering(refusal);
    }
  }

  @GET
  @Path("/requests/{id}")
  public View show(
      @Auth Actor actor,
      @PathParam("id") PartnerRequestId id,
      @Context ContainerRequestContext request) {
    return request(actor, id, Form.empty(), Languages.of(request));
  }

  @POST
  @Path("/requests/{id}/answers")
  @Once
  public Response answer(
      @Auth Actor actor,
      @PathParam("id") PartnerRequestId id,
      Form form,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    boolean accept = form.value("accept").equals("true");
    try {
      activities.requests().answer(actor, id, accept, form.value("answer"));
    } catch (Refusal refusal) {
      if (refusal.type() == ProblemType.NOT_FOUND) {
        throw refusal;
      }
      form.refused(refusal, words, locale);
      return request(actor, id, form, locale).answering(refusal);
    }
    return Redirect.to("/partners/requests/" + id).saying("activities.flash.answered").response();
  }

  private View blank(Actor actor, MemberId member, String code, Form form, Locale locale) {
    Activity activity = activities.activity(code);
    return View.of("activities/ask")
        .with("member", member)
        .with("partner", activities.requests().name(actor, member, activity.id()))
        .with("activity", activity)
        .with("name", activity.name(locale))
        .with("wordMax", PartnerRequests.WORD_MAX)
        .with(form);
  }

  private View request(Actor actor, PartnerRequestId id, Form form, Locale locale) {
    PartnerRequest request = activities.requests().request(actor, id);
    boolean got = request.asked().equals(actor.memberId());
    boolean sent = request.asker().equals(actor.memberId());
    return View.of("activities/request")
        .with("request", request)
        .with("role", got ? "got" : sent ? "sent" : "read")
        .with("partner", got ? request.askerName() : request.askedName())
        .with("partnerId", got ? request.asker() : request.asked())
        .with("name", request.activity().name(locale))
        .with("wordMax", PartnerRequests.WORD_MAX)
        .with(form);
  }

  /** Activities to choose among, each with the address that chooses it. */
  private static List<Map<String, String>> choices(
      List<Activity> matches, MultivaluedMap<String, String> parameters, Locale locale) {
    return matches.stream()
        .map(
            activity ->
                Map.of(
                    "name",
                    activity.name(locale),
                    "href",
                    address(parameters, "activity") + "&activity=" + activity.code()))
        .toList();
  }

  /** The address of a search without some of its parameters. */
  private static String address(MultivaluedMap<String, String> parameters, String... without) {
    return PARAMETERS.stream()
        .filter(name -> Stream.of(without).noneMatch(name::equals))
        .filter(name -> !PartnerResource.value(parameters, name).isEmpty())
        .map(
            name ->
                name
                    + "="
                    + URLEncoder.encode(
                        PartnerResource.value(parameters, name), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "/partners?", ""));
  }

  private static MemberId member(String typed) {
    try {
      return MemberId.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }
}

package org.ronde.social;

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
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.MemberId;

/** Members' pages, and friends. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class MemberPages {
  private static final long BAR_HEIGHT = 100;

  private final Profiles profiles;
  private final Friends friends;
  private final Words words;

  /** A part of the page: its name for messages, who may see it, and what it shows. */
  public record PartView(String name, String audience, List<Shelves.Card> cards) {}

  /** A month's bar, named in words: its height in hundredths of the tallest. */
  public record Bar(String month, long points, long height) {}

  public MemberPages(Profiles profiles, Friends friends, Words words) {
    this.profiles = profiles;
    this.friends = friends;
    this.words = words;
  }

  /** A member's page, as far as the reader may see it; an old link leads to where they are now. */
  @GET
  @Path("/members/{id}")
  public Response show(
      @Auth Optional<Actor> reader,
      @PathParam("id") MemberId id,
      @Context ContainerRequestContext request) {
    Profiles.Page page = profiles.page(reader.orElse(null), id, Languages.of(request));
    if (!page.member().equals(id)) {
      return Redirect.to("/members/" + page.member()).response();
    }
    return Response.ok(view(page, reader, Languages.of(request))).build();
  }

  private View view(Profiles.Page page, Optional<Actor> reader, Locale locale) {
    MemberId id = page.member();
    return View.of("social/member")
        .with("member", id)
        .with("name", page.name())
        .with("mine", page.mine())
        .with("about", page.profile().about())
        .with(
            "parts",
            page.parts().entrySet().stream()
                .map(
                    part ->
                        new PartView(
                            part.getKey().name().toLowerCase(Locale.ROOT),
                            page.profile().audience(part.getKey()).name().toLowerCase(Locale.ROOT),
                            part.getValue()))
                .toList())
        .with("bars", bars(page.months(), locale))
        .with("dareable", reader.filter(actor -> profiles.mayDare(actor, id)).isPresent())
        .with(
            "bond",
            reader
                .filter(actor -> !page.mine())
                .map(actor -> friends.bond(actor, id).name())
                .orElse(null));
  }

  private static List<Bar> bars(List<Shelves.Month> months, Locale locale) {
    DateTimeFormatter words = DateTimeFormatter.ofPattern("MMMM yyyy", locale);
    long most = months.stream().mapToLong(Shelves.Month::points).max().orElse(0);
    return months.stream()
        .map(
            month ->
                new Bar(
                    words.format(YearMonth.parse(month.month())),
                    month.points(),
                    most <= 0 ? 0 : Math.max(0, month.points()) * BAR_HEIGHT / most))
        .toList();
  }

  /** My own page's settings. */
  @GET
  @Path("/profile")
  public View edit(@Auth Actor actor) {
    Profile profile = profiles.profile(actor.memberId());
    Form form = Form.empty().preset("about", profile.about());
    profile.audiences().forEach((part, audience) -> form.preset(field(part), audience.name()));
    return settings(actor, form);
  }

  @POST
  @Path("/profile")
  @Once
  public Response change(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    try {
      profiles.change(actor, new Profile(form.value("about"), audiences(form)));
    } catch (Refusal refusal) {
      return settings(actor, form.refused(refusal, words, Languages.of(request)))
          .answering(refusal);
    }
    return Redirect.to("/members/" + actor.memberId()).saying("social.flash.profile").response();
  }

  private static View settings(Actor actor, Form form) {
    return View.of("social/profile")
        .with("member", actor.memberId())
        .with("fields", Arrays.stream(Profile.Part.values()).map(MemberPages::field).toList())
        .with(
            "audiences",
            Arrays.stream(Profile.Audience.values()).map(Profile.Audience::name).toList())
        .with("aboutMax", Profiles.ABOUT_LENGTH_MAX)
        .with(form);
  }

  private static String field(Profile.Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private static Map<Profile.Part, Profile.Audience> audiences(Form form) {
    Map<Profile.Part, Profile.Audience> chosen = new EnumMap<>(Profile.Part.class);
    for (Profile.Part part : Profile.Part.values()) {
      chosen.put(
          part,
          form.findChoice(field(part), Profile.Audience.class)
              .orElseThrow(
                  () -> Refusal.invalid(Refusal.Fault.of(field(part), "social.fault.audience"))));
    }
    return chosen;
  }

  /** My friends, and who asks to be one. */
  @GET
  @Path("/friends")
  public View friends(@Auth Actor actor) {
    return View.of("social/friends").with("friends", friends.mine(actor));
  }

  /** Asks somebody to be friends, or agrees. */
  @POST
  @Path("/friends/{id}")
  @Once
  public Response ask(@Auth Actor actor, @PathParam("id") MemberId id, Form form) {
    boolean asked = friends.bond(actor, id) == Friends.Bond.ASKS;
    friends.ask(actor, id);
    return Redirect.to("/members/" + id)
        .saying(asked ? "social.flash.friends" : "social.flash.asked")
        .response();
  }

  /** Ends a friendship, or turns a question down. */
  @POST
  @Path("/friends/{id}/endings")
  @Once
  public Response end(@Auth Actor actor, @PathParam("id") MemberId id, Form form) {
    friends.end(actor, id);
    return Redirect.to("/friends").saying("social.flash.ended").response();
  }
}

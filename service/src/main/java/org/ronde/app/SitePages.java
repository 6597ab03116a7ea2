package org.ronde.app;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ronde.http.Actor;
import org.ronde.http.Cookies;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Redirect;
import org.ronde.http.RingPicture;
import org.ronde.http.View;
import org.ronde.http.Words;

/** The pages that belong to no room: the first one, what this place is, language and theme. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SitePages {
  private static final List<String> THEMES = List.of("auto", "light", "dark");

  private final Words words;
  private final Cookies cookies;
  private final Supplier<Counts> counts;
  private final RondeConfiguration.Halves halves;

  /** How busy the square is today. */
  public record Counts(long companies, long offers, long needs, long exchanges) {}

  public SitePages(
      Words words, Cookies cookies, Supplier<Counts> counts, RondeConfiguration.Halves halves) {
    this.halves = halves;
    this.words = words;
    this.cookies = cookies;
    this.counts = counts;
  }

  /** Shows the landing page to visitors, and leads members to what waits for them. */
  @GET
  public Response home(@Auth Optional<Actor> actor, @Context ContainerRequestContext request) {
    return actor
        .map(member -> Redirect.to(desk(member)).response())
        .orElseGet(() -> Response.ok(landing(request)).build());
  }

  private String desk(Actor member) {
    if (member.operator()) {
      return "/operator";
    }
    if (member.acting() != null && halves.barter()) {
      return "/cycles";
    }
    return halves.challenges() ? "/challenges" : "/account";
  }

  private View landing(ContainerRequestContext request) {
    Counts today = counts.get();
    return View.of("app/home")
        .with("picture", example(request))
        .with("companies", today.companies())
        .with("offers", today.offers())
        .with("needs", today.needs())
        .with("exchanges", today.exchanges());
  }

  /** Says what this place is and who stands behind it. */
  @GET
  @Path("about")
  public View about(@Auth Optional<Actor> actor) {
    return View.of("app/about");
  }

  /** Keeps the language that a visitor chose. */
  @POST
  @Path("language")
  public Response language(@Auth Optional<Actor> actor, Form form) {
    return keep(form, "language", Cookies.LANGUAGE, Languages::known);
  }

  /** Keeps the colours that a visitor chose. */
  @POST
  @Path("theme")
  public Response theme(@Auth Optional<Actor> actor, Form form) {
    return keep(form, "theme", Cookies.THEME, THEMES::contains);
  }

  private Response keep(Form form, String field, String cookie, Predicate<String> known) {
    String choice = form.value(field);
    Redirect back = back(form);
    return known.test(choice)
        ? back.with(cookies.preference(cookie, choice)).response()
        : back.response();
  }

  private static Redirect back(Form form) {
    String path = Redirect.local(form.value("back"));
    return Redirect.to(path.isEmpty() ? "/" : path);
  }

  private RingPicture example(ContainerRequestContext request) {
    var locale = Languages.of(request);
    return RingPicture.of(
        List.of("you", "printer", "caterer", "joiner").stream()
            .map(
                who ->
                    RingPicture.Company.of(
                        words.say(locale, "home.ring." + who),
                        RingPicture.Answer.YES,
                        who.equals("you"),
                        null))
            .toList(),
        List.of(words.say(locale, "home.ring.total"), words.say(locale, "home.ring.line")));
  }
}

package org.ronde.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.app.Rooms;

/**
 * Everybody walks through all of the demo world by its links: each page on a phone, in French by
 * day and in English by night. A new page takes part by being linked to, and is missed until it is.
 */
@Tag("browser")
@Tag("database")
class EveryPageTest {
  private static final int PAGES_MAX = 400;
  private static final long TWINS_MAX = 6;

  /**
   * Reached by a mail, a notice or an answer and by no link, or by one that the walkers are not
   * shown; the tests of their rooms look at them. The kept mail is there while no mail leaves.
   */
  private static final Set<String> REACHED_OTHERWISE =
      Set.of(
          "/account/merges/sent",
          "/account/merges/{secret}",
          "/operator/mailbox/{id}",
          "/challenges/invitations/{secret}",
          "/contests/{id}/gifts/{place}",
          "/contests/{id}/proof",
          "/evidence/asked/{person}",
          "/evidence/links/{secret}",
          "/partners/ask",
          "/partners/requests/{id}",
          "/reports/{kind}/{id}");

  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\shref=\"(/[^\"]*)\"");
  private static final List<String> DOORS =
      List.of(
          "/",
          "/about",
          "/listings",
          "/cycles",
          "/exchanges",
          "/notices",
          "/account",
          "/company",
          "/operator",
          "/catalogue",
          "/activities/questions?words=saut",
          "/points",
          "/points/rules",
          "/points/heads",
          "/evidence",
          "/disputes");

  /** Language, number of titles, and the innermost elements that reach beyond the screen. */
  private static final String FACTS =
      """
      () => [...document.querySelectorAll('details.fold')].forEach(fold => fold.open = true) || [
        document.documentElement.lang,
        document.querySelectorAll('h1').length,
        document.documentElement.scrollWidth <= window.innerWidth ? '' :
          'page ' + [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
            .filter((e, i, all) => !all.some(other => other !== e && e.contains(other)))
            .map(e => e.outerHTML.slice(0, 150)).slice(0, 3).join(' ')]
      """;

  @RegisterExtension static final Ronde ronde = new Ronde();
  @RegisterExtension final Browsing browsing = new Browsing();

  private final List<Route> routes = Route.of(ronde.application().plugged());
  private final Set<Route> seen = new HashSet<>();

  /** A walker; null for nobody. */
  private record Person(String who, @Nullable String email) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("anonymous", null),
          new Person("premium owner", "claire@vidal.example"),
          new Person("free owner", "lucie@bastide.example"),
          new Person("pending owner", "romain@vertige.example"),
          new Person("operator", "operator@ronde.example"));

  @TestFactory
  Stream<DynamicTest> holdsUpOnEveryPage() {
    ronde.application().seedDemo();
    Rooms rooms = ronde.application().rooms();
    for (int clearing = 0; clearing < 2; clearing++) {
      rooms.cycles().job().queueDaily();
      rooms.cycles().job().runQueued();
    }
    return Stream.concat(
        PEOPLE.stream()
            .map(person -> DynamicTest.dynamicTest("for the " + person.who(), () -> walk(person))),
        Stream.of(DynamicTest.dynamicTest("which somebody reaches", this::missesNone)));
  }

  private void missesNone() {
    Set<String> missed = new TreeSet<>();
    routes.stream()
        .filter(route -> route.isPage() && !seen.contains(route))
        .filter(route -> !REACHED_OTHERWISE.contains(route.template()))
        .forEach(route -> missed.add(route.template()));

    assertThat(missed).as("pages that no link leads to").isEmpty();
  }

  private void walk(Person person) {
    Client client =
        person.email() == null ? Client.anonymous(ronde) : Client.of(ronde, person.email());
    List<String> wrong = new ArrayList<>();
    Map<Route, String> pages = crawl(client, person, wrong);
    seen.addAll(pages.keySet());

    for (Browsing.Look look :
        List.of(Browsing.Look.phone("fr"), Browsing.Look.phone("en").dark())) {
      Page page = open(client, look, person.email() != null);
      pages.values().forEach(path -> wrong.addAll(look(page, path, look.language())));
      page.context().close();
    }

    assertThat(wrong).isEmpty();
  }

  /** One address for each page that this person's links lead to, or that redirects them. */
  private Map<Route, String> crawl(Client client, Person person, List<String> wrong) {
    Map<Route, String> pages = new LinkedHashMap<>();
    Set<String> known = new HashSet<>(DOORS);
    Map<Route, Integer> twins = new HashMap<>();
    Deque<String> waiting = new ArrayDeque<>(DOORS);
    if (person.email() == null) {
      waiting.add("/links/" + secretOfALink());
      waiting.addAll(
          List.of("/account/departures", "/sign-in/sent", "/join/sent", "/problems/not-found"));
    } else {
      noticeInAMail(person.email()).ifPresent(waiting::add);
    }
    for (int visited = 0; visited < PAGES_MAX && !waiting.isEmpty(); visited++) {
      String path = waiting.remove();
      Client.Answer answer = client.get(path);
      Route route = Route.findPage(routes, path.replaceFirst("[?#].*", "")).orElse(null);
      if (route == null) {
        continue;
      }
      if (answer.status() == 200) {
        pages.putIfAbsent(route, path);
        links(answer.text()).filter(known::add).filter(l -> fresh(twins, l)).forEach(waiting::add);
      } else if (answer.status() == 303) {
        seen.add(route);
      } else if (!DOORS.contains(path)) {
        wrong.add("%s is linked to and answers %d".formatted(path, answer.status()));
      }
    }
    return pages;
  }

  /** Many twins of a page teach nothing new; a few lead on to pages that the first does not. */
  private boolean fresh(Map<Route, Integer> twins, String path) {
    return Route.findPage(routes, path.replaceFirst("[?#].*", ""))
        .filter(route -> twins.merge(route, 1, Integer::sum) <= TWINS_MAX)
        .isPresent();
  }

  private static Stream<String> links(String html) {
    return LINK.matcher(html).results().map(found -> found.group(1).replace("&amp;", "&"));
  }

  /** Where a mail about a notice leads. */
  private static Optional<String> noticeInAMail(String email) {
    return ronde
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT LOWER(CONCAT_WS('-', SUBSTR(id, 1, 8), SUBSTR(id, 9, 4),
                          SUBSTR(id, 13, 4), SUBSTR(id, 17, 4), SUBSTR(id, 21)))
                        FROM (
                          SELECT HEX(notice_id) AS id
                          FROM notice JOIN member USING (member_id)
                          WHERE email = :email LIMIT 1) AS told
                        """)
                    .bind("email", email)
                    .mapTo(String.class)
                    .findOne())
        .map("/notices/"::concat);
  }

  private static String secretOfALink() {
    return ronde
        .application()
        .rooms()
        .members()
        .oneTimeLink("kate@lumen.example")
        .replaceFirst(".*/", "");
  }

  private Page open(Client client, Browsing.Look look, boolean signedIn) {
    Page page = browsing.open(look);
    List<Cookie> cookies = new ArrayList<>();
    cookies.add(new Cookie("lang", look.language()).setUrl(ronde.url("/")));
    if (signedIn) {
      String[] session = client.cookie();
      // A __Host- cookie is only taken from a secure address, as the browser counts localhost
      // itself.
      cookies.add(new Cookie(session[0], session[1]).setUrl("https://localhost").setSecure(true));
    }
    page.context().addCookies(cookies);
    return page;
  }

  private List<String> look(Page page, String path, String language) {
    Response response = page.navigate(ronde.url(path));
    if (response == null || response.status() != 200) {
      return List.of("%s answers %s".formatted(path, response));
    }
    List<String> wrong = new ArrayList<>(Browsing.axe(page));
    List<?> facts = (List<?>) page.evaluate(FACTS);
    if (!facts.equals(List.of(language, 1, ""))) {
      wrong.add(
          "%s should be in %s, with one h1, and not wider than a phone; it is %s"
              .formatted(path, language, facts));
    }
    return wrong;
  }
}

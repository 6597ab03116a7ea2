package org.ronde.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.journeys.Browsing;
import org.ronde.journeys.Browsing.Look;
import org.ronde.listings.Listing;
import org.ronde.matching.planner.PlannerMatcher;

@Tag("database")
@Tag("browser")
class PreferenceBrowserTest {
  private static final Square SQUARE = new Square();

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server = new TestServer(database, PreferenceBrowserTest::resources);

  @RegisterExtension final Browsing browsing = new Browsing();

  private static List<Object> resources() {
    PreferenceSettings settings = PreferenceSettings.defaults();
    Preferences preferences =
        new Preferences(database.jdbi(), database.transactions(), settings, SQUARE);
    Candidates candidates =
        new Candidates(
            database.jdbi(), database.transactions(), new PlannerMatcher(() -> Square.NOW), SQUARE);
    return List.of(
        new LimitsPages(preferences, TestServer.words()),
        new WantPages(candidates),
        new CandidatePages(candidates, settings, TestServer.words()));
  }

  private Actor baker = Square.stranger();
  private Actor joiner = Square.stranger();
  private String candidates = "";

  @BeforeEach
  void fillTheSquare() {
    SQUARE.clear();
    baker = SQUARE.company("Boulangerie Paul");
    joiner = SQUARE.company("Menuiserie du Canal");
    Listing need = SQUARE.need(baker, "Chaises pour le salon de thé");
    candidates = "/needs/%s/candidates".formatted(need.id());
    SQUARE.offer(joiner, "Chaises en chêne massif");
    SQUARE.offer(joiner, "Tabourets de bar");
    SQUARE.offer(joiner, "Bancs d’église");
  }

  private Page open(Look look) {
    Actor speaking =
        new Actor(
            baker.memberId(),
            baker.memberName(),
            Locale.forLanguageTag(look.language()),
            false,
            baker.acting(),
            baker.session());
    server.as(speaking);
    Page page = browsing.open(look);
    // A cookie knows no port, and this name is only for secure ones.
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-ronde", baker.memberId().toString())
                    .setUrl("https://localhost/")));
    return page;
  }

  @Test
  void everyPageSuitsEverybodyInBothLanguagesAndColours() {
    server.as(baker).post(candidates + "/all", Map.of("text", "bancs", "answer", "NEVER"));
    List<String> faults = new ArrayList<>();

    for (Look look : List.of(Look.phone("fr"), Look.desk("en").dark())) {
      Page page = open(look);
      for (String path :
          List.of(
              "/limits",
              "/limits?name=menuiserie",
              "/wants",
              candidates,
              candidates + "?priceMax=x",
              candidates + "?text=rien")) {
        page.navigate(server.url(path));
        page.querySelectorAll("main details").forEach(fold -> fold.evaluate("d => d.open = true"));
        faults.addAll(Browsing.axe(page));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s fits %d pixels", path, look.width())
            .isEqualTo(true);
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void ticksByKeyboardAloneAndWithoutJavaScript() {
    Page page = open(Look.phone("en").withoutJavaScript());
    page.navigate(server.url(candidates));

    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Ask me")).first().focus();
    page.keyboard().press("ArrowLeft");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save my ticks")).focus();
    page.keyboard().press("Enter");

    page.getByText("Your ticks are saved.").waitFor();
    assertThat(page.textContent("main")).contains("Your ticks: 1 “would take”, 2 “ask me”");
  }
}

package org.ronde.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.points.Playground.MONDAY;
import static org.ronde.points.Playground.act;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.journeys.Browsing;
import org.ronde.journeys.Browsing.Look;

@Tag("browser")
@Tag("database")
class PointsBrowserTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Square SQUARE = new Square(database);
  private static final ScorekeeperLoop LOOP =
      new ScorekeeperLoop(SQUARE.play.keeper, PointsSettings.standard());

  @RegisterExtension static final TestServer server = new TestServer(database, SQUARE::resources);

  @RegisterExtension final Browsing browsing = new Browsing();

  private final Actor anne = SQUARE.person("Anne");

  @BeforeAll
  static void start() {
    LOOP.start();
    SQUARE.live.start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    LOOP.stop();
    SQUARE.live.stop();
  }

  private Page open(Actor actor, Look look) {
    server.as(
        new Actor(
            actor.memberId(),
            actor.memberName(),
            Locale.forLanguageTag(look.language()),
            false,
            null,
            actor.session()));
    Page page = browsing.open(look);
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-ronde", actor.memberId().toString())
                    .setUrl("https://localhost/")));
    return page;
  }

  private void livelyDays() {
    for (int week = 0; week < 8; week++) {
      SQUARE.play.points.award(
          act(anne.memberId())
              .worth(Scoring.V1.ground().get(week % 5))
              .at(MONDAY.minus(Duration.ofDays(7L * (week + week / 6))))
              .award());
    }
    Award gone = act(anne.memberId()).worth(60).award();
    SQUARE.play.points.award(gone);
    SQUARE.play.points.reverse(gone.cause(), "It was somebody else, sorry.");
    IntStream.range(0, 70)
        .mapToObj(i -> SQUARE.person("Member number " + i))
        .forEach(
            member -> {
              SQUARE.play.points.award(act(member.memberId()).worth(100).award());
              SQUARE.play.points.award(
                  act(member.memberId()).worth(100).at(MONDAY.minusSeconds(200_000)).award());
              SQUARE.play.points.award(
                  act(member.memberId()).worth(100).at(MONDAY.minusSeconds(300_000)).award());
              SQUARE.play.points.award(
                  act(member.memberId()).worth(100).at(MONDAY.minusSeconds(400_000)).award());
            });
    SQUARE.play.boards.catchUp();
    SQUARE.play.heads.publish();
  }

  @Test
  void everyPageSuitsEverybodyInBothLanguagesAndColours() {
    livelyDays();
    List<String> faults = new ArrayList<>();

    for (Look look : List.of(Look.phone("fr"), Look.desk("en").dark())) {
      Page page = open(anne, look);
      for (String path :
          List.of(
              "/points",
              "/points/rules",
              "/points/heads",
              "/leaderboards?board=global",
              "/leaderboards?board=friends",
              "/leaderboards/all",
              "/leaderboards/screen?board=global")) {
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
  void aBoardRenewsItselfWhenSomebodyWinsPoints() {
    Actor bruno = SQUARE.person("Bruno");
    SQUARE.play.points.award(act(anne.memberId()).worth(10).award());
    SQUARE.play.boards.catchUp();
    Page board = open(anne, Look.phone("en"));
    board.navigate(server.url("/leaderboards?board=global"));
    Page screen = open(anne, Look.desk("en"));
    screen.navigate(server.url("/leaderboards/screen?board=global"));

    SQUARE.play.points.award(act(bruno.memberId()).worth(100).award());

    board.getByText("You are 2nd of 2").first().waitFor();
    assertThat(board.locator("#board").innerText()).contains("Bruno");
    screen.getByText("Bruno").waitFor();
  }

  @Test
  void worksWithoutJavaScript() {
    SQUARE.play.points.award(act(anne.memberId()).worth(100).award());
    SQUARE.play.boards.catchUp();
    Page page = open(anne, Look.phone("fr").withoutJavaScript());
    page.navigate(server.url("/leaderboards"));
    assertThat(page.url()).endsWith("/points");

    page.getByLabel("Un autre nom").check();
    page.getByLabel("Mon autre nom").fill("La Castafiore");
    page.getByText("Me montrer ainsi").click();
    page.getByText("Ce mois-ci").first().click();

    assertThat(page.url()).contains("/leaderboards?board=month");
    page.navigate(server.url("/leaderboards?board=global"));
    assertThat(page.locator("h1").innerText()).contains("Vous êtes 1er sur 1");
    Page other = open(SQUARE.person("Bruno"), Look.phone("fr").withoutJavaScript());
    other.navigate(server.url("/leaderboards?board=global"));
    assertThat(other.locator("#board").innerText())
        .contains("La Castafiore")
        .doesNotContain("Anne");
  }
}

package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.Terms.Kind;
import org.ronde.contests.Terms.Source;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.ContestId;
import org.ronde.journeys.Browsing;
import org.ronde.journeys.Browsing.Look;

@Tag("browser")
@Tag("database")
class ContestBrowserTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Fair FAIR = new Fair(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database, () -> FAIR.room.resources(TestServer.words(), InstantSource.system()));

  @RegisterExtension final Browsing browsing = new Browsing();

  @BeforeEach
  void emptyTheLedger() {
    FAIR.ledger.clear();
  }

  private Page open(Actor actor, Look look) {
    server.as(
        new Actor(
            actor.memberId(),
            actor.memberName(),
            Locale.forLanguageTag(look.language()),
            actor.operator(),
            actor.acting(),
            actor.session()));
    Page page = browsing.open(look);
    // A cookie knows no port, and this name is only for secure ones.
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-ronde", actor.memberId().toString())
                    .setUrl("https://localhost/")));
    return page;
  }

  private static void suits(Page page, String path, List<String> faults) {
    page.navigate(server.url(path));
    page.querySelectorAll("main details").forEach(fold -> fold.evaluate("d => d.open = true"));
    faults.addAll(Browsing.axe(page));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits", path)
        .isEqualTo(true);
  }

  @Test
  void entersFreezesDrawsAndVerifiesOnAPhone() {
    ContestId id = FAIR.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A paddle board"));
    Drawing.crowd(FAIR, id, 5);
    Actor anne = FAIR.member("Anne");
    Page page = open(anne, Look.phone("en"));
    page.navigate(server.url("/contests"));
    page.getByText("The big day").click();
    page.getByText("Take part, free").last().click();
    page.getByText("My tickets").first().waitFor();
    FAIR.open();
    FAIR.ledger.award(anne.memberId(), 55, FAIR.now());
    page.reload();
    assertThat(page.locator("main .figure").first().innerText()).isEqualTo("1");
    FAIR.freeze();
    FAIR.ledger.award(anne.memberId(), 7_000, FAIR.now());
    page.navigate(server.url("/contests/" + id + "/standings"));
    assertThat(page.locator("main").innerText()).contains("freeze").doesNotContain("7,0");
    FAIR.close();
    FAIR.seal();
    page.navigate(server.url("/contests/" + id + "/proof"));
    assertThat(page.locator("h1").innerText()).contains("on the sealed list");
    FAIR.draw();

    Page screen = open(FAIR.operator, Look.desk("en").withoutJavaScript());
    screen.navigate(server.url("/contests/" + id + "/reveal"));
    screen.getByText("Next").click();
    screen.getByText("Publish the result").click();
    page.navigate(server.url("/contests/" + id + "/draw"));
    page.getByText("All of it is true.").waitFor();

    assertThat(page.locator("#draw-check").innerText())
        .contains("✓ The list matches its seal", "✓ Every winner follows from the seed")
        .doesNotContain("✗");
  }

  @Test
  void everyPageSuitsEverybodyInBothLanguagesAndColours() {
    ContestId running =
        FAIR.published(Kind.MERIT, Source.BEACON, Fair.lot("A cake"), Fair.lot("A hat"));
    Actor anne = FAIR.entered(running, "Anne");
    ContestId over = FAIR.published(Kind.DRAW, Source.COMMITMENT, Fair.lot("A paddle board"));
    Drawing.crowd(FAIR, over, 4);
    FAIR.room.contests().enter(anne, over, "", true);
    FAIR.open();
    FAIR.ledger.award(anne.memberId(), 30, FAIR.now());
    Drawing.toSeal(FAIR, over);
    FAIR.draw();
    FAIR.room.organising().advance(FAIR.operator, over, "");
    FAIR.room.contests().object(anne, over, "My tickets are missing.");
    ContestId coming = FAIR.published(Kind.MERIT, Source.BEACON, Fair.lot("A cake"));
    Contest draft =
        FAIR.room
            .organising()
            .create(FAIR.operator, FAIR.draft(Kind.DRAW, Source.BEACON, Fair.lot("A boat")));
    List<String> faults = new ArrayList<>();

    Page page = open(anne, Look.phone("fr"));
    for (String path :
        List.of(
            "/contests",
            "/contests/" + running,
            "/contests/" + coming,
            "/contests/" + over,
            "/contests/" + over + "/standings",
            "/contests/" + over + "/rules",
            "/contests/" + over + "/draw",
            "/contests/" + over + "/proof",
            "/contests/" + over + "/reveal?step=1")) {
      suits(page, path, faults);
    }
    Page office = open(FAIR.operator, Look.phone("en").dark());
    for (String path :
        List.of(
            "/contests/" + running,
            "/contests/" + over + "/draw",
            "/operator/contests",
            "/operator/contests/new",
            "/operator/contests/" + draft.id(),
            "/operator/contests/" + running,
            "/operator/contests/" + over)) {
      suits(office, path, faults);
    }

    assertThat(faults).isEmpty();
  }
}

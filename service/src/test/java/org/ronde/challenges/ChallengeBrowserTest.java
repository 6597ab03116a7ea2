package org.ronde.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.ChallengeId;
import org.ronde.journeys.Browsing;
import org.ronde.journeys.Browsing.Look;
import org.ronde.notices.NoticePages;

@Tag("browser")
@Tag("database")
class ChallengeBrowserTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Playground PLAY = new Playground(database);
  private static final Reception RECEPTION =
      new Reception(PLAY.challenges, PLAY.neighbours, TestServer.words(), Playground.PARIS);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new ChallengePages(RECEPTION),
                  new LaunchPages(RECEPTION),
                  new AnswerPages(RECEPTION),
                  new AttemptPages(RECEPTION),
                  new InvitationPages(RECEPTION),
                  new OperatorAttemptPages(RECEPTION),
                  new NoticePages(PLAY.board, (company, request) -> true)));

  @RegisterExtension final Browsing browsing = new Browsing();

  private final Actor anne = PLAY.person("Anne Martin");
  private final Actor bruno = PLAY.person("Bruno Petit");
  private final Actor chloe = PLAY.person("Chloé Roux");

  private Page open(Actor actor, Look look) {
    Actor reader =
        new Actor(
            actor.memberId(),
            actor.memberName(),
            Locale.forLanguageTag(look.language()),
            actor.operator(),
            actor.acting(),
            actor.session());
    PLAY.put(reader);
    server.as(reader);
    Page page = browsing.open(look);
    // A cookie knows no port, and this name is only for secure ones.
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-ronde", actor.memberId().toString())
                    .setUrl("https://localhost/")));
    return page;
  }

  private static void looksFine(Page page, List<String> faults) {
    page.querySelectorAll("main details").forEach(fold -> fold.evaluate("d => d.open = true"));
    faults.addAll(Browsing.axe(page));
    if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))) {
      faults.add(page.url() + " is too wide");
    }
  }

  @Test
  void livesAChallengeOnAPhoneInFrench() {
    PLAY.befriend(anne, bruno);
    List<String> faults = new ArrayList<>();
    Page annes = open(anne, Look.phone("fr"));
    annes.navigate(server.url("/challenges/new"));
    looksFine(annes, faults);
    annes.getByText("Un duel", new Page.GetByTextOptions().setExact(true)).click();
    annes.getByLabel("Activité").fill("Lancer de petit-suisse");
    annes.getByLabel("Quoi exactement").fill("Un petit-suisse à cinq mètres");
    annes.getByLabel("Qui", new Page.GetByLabelOptions().setExact(true)).fill("Bruno Petit");
    looksFine(annes, faults);
    annes.getByText("C’est parti").click();
    String path = annes.url();
    assertThat(annes.locator("h1").innerText()).isEqualTo("Un petit-suisse à cinq mètres");

    Page brunos = open(bruno, Look.phone("fr"));
    brunos.navigate(server.url("/challenges"));
    looksFine(brunos, faults);
    brunos.getByText("Un petit-suisse à cinq mètres").click();
    looksFine(brunos, faults);
    brunos.getByText("Je relève le défi").click();
    brunos.getByLabel("Quelques mots").fill("Sur la pelouse, devant tout le monde");
    brunos
        .locator("input[type=file][multiple]")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload("lancer.png", "image/png", picture()));
    looksFine(brunos, faults);
    brunos.getByText("Montrer ma preuve").click();
    assertThat(brunos.locator("main").innerText()).contains("Votre preuve est arrivée");

    annes.navigate(path);
    looksFine(annes, faults);
    assertThat(annes.locator("main").innerText()).contains("Sur la pelouse");
    annes.getByText("Bravo, j’y crois").click();
    brunos.navigate(path);
    looksFine(brunos, faults);

    assertThat(brunos.locator("main").innerText()).contains("20 points");
    assertThat(faults).isEmpty();
  }

  private static byte[] picture() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** By the keyboard: a click goes where the button was, and the page may still move under it. */
  private static void press(Page page, String text) {
    page.getByText(text, new Page.GetByTextOptions().setExact(true)).press("Enter");
  }

  @Test
  void livesAChallengeWithoutJavaScriptInEnglish() {
    PLAY.befriend(anne, bruno);
    Page annes = open(anne, Look.phone("en").withoutJavaScript());
    annes.navigate(server.url("/challenges/new?kind=DUEL"));
    annes.getByLabel("Activity").fill("Running");
    annes.getByLabel("What exactly").fill("Round the lake");
    annes.getByLabel("Target").fill("5000");
    annes.getByLabel("Who", new Page.GetByLabelOptions().setExact(true)).fill("Nobody I know");
    press(annes, "Launch it");
    // Nothing typed is lost.
    assertThat(annes.locator(".error-summary").innerText()).contains("Nobody I know");
    assertThat(annes.getByLabel("What exactly").inputValue()).isEqualTo("Round the lake");
    annes.getByLabel("Who", new Page.GetByLabelOptions().setExact(true)).fill("bruno");
    press(annes, "Launch it");
    String path = annes.url();

    Page brunos = open(bruno, Look.phone("en").withoutJavaScript());
    brunos.navigate(path);
    press(brunos, "Yes, but…");
    brunos.getByLabel("Target in metres").fill("4000");
    press(brunos, "Suggest this");
    annes.navigate(path);
    press(annes, "Agreed");
    brunos.navigate(path);
    brunos.getByLabel("Metres").fill("3000");
    press(brunos, "Show it");
    assertThat(brunos.locator(".error-summary").innerText()).contains("Not quite there yet");
    brunos.getByLabel("Metres").fill("4100");
    brunos.getByLabel("A few words").fill("Windy");
    press(brunos, "Show it");
    annes.navigate(path);
    press(annes, "Not yet");
    annes.getByLabel("What Bruno Petit could add").fill("The map, please");
    press(annes, "Tell them kindly");
    brunos.navigate(path);
    assertThat(brunos.locator("main").innerText()).contains("The map, please");
    brunos.getByLabel("Metres").fill("4100");
    brunos.getByLabel("A few words").fill("The map is here");
    press(brunos, "Show it");
    annes.navigate(path);
    press(annes, "Bravo, I believe it");

    brunos.navigate(path);
    assertThat(brunos.locator("main").innerText()).contains("4.1 km", "20 points", "Anne Martin");
  }

  @Test
  void everyKindSuitsEverybodyInBothLanguagesAndColours() {
    PLAY.befriend(anne, bruno, chloe);
    Actor officer = PLAY.officer("Olga Blanc");
    List<String> paths = new ArrayList<>(List.of("/challenges", "/challenges/new"));
    for (Kind kind : List.of(Kind.OPEN, Kind.STREAK)) {
      paths.add("/challenges/new?kind=" + kind);
    }
    ChallengeId group =
        PLAY.challenges.launch(
            anne,
            PLAY.launch(Kind.GROUP, PLAY.running, new java.math.BigDecimal(9000), bruno, chloe));
    PLAY.challenges.answers().accept(bruno, group, 1, "");
    PLAY.challenges.attempts().prove(bruno, group, Playground.measured("2500"));
    ChallengeId streak = PLAY.challenges.launch(anne, PLAY.launch(Kind.STREAK, PLAY.plank, null));
    PLAY.challenges.attempts().prove(anne, streak, Playground.measured("3700"));
    ChallengeId chain = PLAY.challenges.launch(anne, PLAY.launch(Kind.CHAIN, PLAY.pancakes, null));
    PLAY.challenges.attempts().prove(anne, chain, Playground.words("La la la"));
    ChallengeId call = PLAY.challenges.launch(anne, PLAY.launch(Kind.OPEN, PLAY.pancakes, null));
    PLAY.prizes = true;
    ChallengeId duel = PLAY.duel(anne, bruno, PLAY.pancakes, null);
    PLAY.challenges.attempts().prove(bruno, duel, Playground.words("Golden"));
    PLAY.challenges
        .invitations()
        .inviteMore(anne, call, java.util.Set.of(), java.util.Set.of("new@example.net"));
    database.clock().advance(Duration.ofDays(3).plusSeconds(1));
    PLAY.challenges.clockwork().runDue();
    for (ChallengeId id : List.of(group, streak, chain, call, duel)) {
      paths.add("/challenges/" + id);
    }
    List<String> faults = new ArrayList<>();

    for (Look look : List.of(Look.phone("fr"), Look.desk("en").dark())) {
      Page page = open(anne, look);
      for (String path : paths) {
        page.navigate(server.url(path));
        looksFine(page, faults);
      }
      Page officers = open(officer, look);
      officers.navigate(server.url("/operator/attempts"));
      assertThat(officers.locator("main li").count()).isPositive();
      looksFine(officers, faults);
      officers.navigate(
          server.url(
              String.valueOf(PLAY.letters.get(PLAY.letters.size() - 1).model().get("path"))));
      looksFine(officers, faults);
    }

    PLAY.prizes = false;
    assertThat(faults).isEmpty();
  }
}

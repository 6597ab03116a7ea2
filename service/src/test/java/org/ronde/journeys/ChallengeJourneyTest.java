package org.ronde.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The other main job from end to end, on a phone in French: a member challenges another, who proves
 * it with a photo; one tap makes points of it. When the first says “not yet”, the desk decides.
 */
@Tag("browser")
@Tag("database")
class ChallengeJourneyTest {
  @RegisterExtension static final Ronde ronde = new Ronde();
  @RegisterExtension final Browsing browsing = new Browsing();

  @Test
  void leadsTwoMembersFromADuelToPointsAndThroughADisagreement() {
    ronde.application().rooms().play().activities().catalogue().load();
    ronde.application().seedDemo();
    Visitor claire = visitor("claire@vidal.example", "fr");
    Visitor lucie = visitor("lucie@bastide.example", "fr");

    claire.open("/activities/running").follow(claire.word("activities.activity.launch"));
    claire.follow(claire.word("challenges.kind.DUEL"));
    assertThat(claire.page().locator("[name='activity']").inputValue()).isEqualTo("Course à pied");
    launch(claire, "Cinq kilomètres avant midi", "lucie@bastide.example");
    String first = claire.page().url();
    accept(lucie, "Cinq kilomètres avant midi");
    prove(lucie, "Au bord du canal");
    believe(claire, first);

    lucie.open(first);
    assertThat(lucie.text()).contains("5,2 km", "Au bord du canal", "Claire Vidal");
    assertThat(points(lucie)).isPositive();
    Ronde.eventually(
        "Lucie on the leaderboard",
        () ->
            Optional.of(lucie.open("/leaderboards?board=global").text())
                .filter(t -> t.contains("Lucie")));

    int before = points(lucie);
    claire.open("/challenges/new?kind=DUEL").fill("activity", "Course à pied");
    launch(claire, "Et maintenant sous la pluie", "Lucie Bastide");
    String second = claire.page().url();
    accept(lucie, "Et maintenant sous la pluie");
    prove(lucie, "Sous un parapluie");
    notYet(claire, second, "On ne voit pas la pluie");
    dispute(lucie, second);
    decide(visitor("operator@ronde.example", "en"));

    assertThat(points(lucie)).isGreaterThan(before);
    report(lucie, second);
    assertThat(claire.barriers()).isEmpty();
    assertThat(lucie.barriers()).isEmpty();
  }

  private Visitor visitor(String email, String language) {
    Visitor visitor = new Visitor(ronde, browsing, Browsing.Look.phone(language));
    visitor.open(ronde.application().rooms().members().oneTimeLink(email));
    Locator enter = visitor.page().locator("main form button[type=submit]").first();
    if (enter.count() > 0) {
      enter.press("Enter");
      visitor.page().waitForLoadState();
    }
    return visitor;
  }

  private static void launch(Visitor visitor, String title, String who) {
    visitor
        .fill("title", title)
        .fill("target", "5000")
        .fill("who", who)
        .press("challenges.launch.submit");
    assertThat(visitor.title()).isEqualTo(title);
  }

  private static void accept(Visitor visitor, String title) {
    visitor.open("/challenges").follow(title).press("challenges.accept.ANSWER");
    assertThat(visitor.text()).contains(visitor.word("challenges.flash.accepted"));
  }

  private static void prove(Visitor visitor, String words) {
    visitor.page().locator("input[type=file][multiple]").setInputFiles(photo());
    visitor.fill("measure", "5200").fill("text", words).press("challenges.prove");
    assertThat(visitor.text()).contains(visitor.word("challenges.flash.proved"));
  }

  private static void believe(Visitor visitor, String path) {
    visitor.open(path);
    Object width =
        visitor
            .page()
            .locator(".proof-media img")
            .first()
            .evaluate("async img => { await img.decode(); return img.naturalWidth; }");
    assertThat(width).isEqualTo(1200);
    visitor.press("challenges.believe");
    assertThat(visitor.text()).contains(visitor.word("challenges.flash.believed"));
  }

  private static void notYet(Visitor visitor, String path, String reason) {
    unfold(visitor.open(path)).fill("reason", reason).press("challenges.notYet.send");
    assertThat(visitor.text()).contains(visitor.word("challenges.flash.notYet"));
  }

  private static void dispute(Visitor visitor, String path) {
    visitor.open(path);
    assertThat(visitor.text()).contains("On ne voit pas la pluie");
    unfold(visitor)
        .fill("statement", "Le parapluie est trempé, regardez bien.")
        .press("challenges.question.send");
    assertThat(visitor.text()).contains(visitor.word("challenges.flash.disputed"));
  }

  private static void decide(Visitor operator) {
    operator.open("/operator/disputes").follow("Et maintenant sous la pluie");
    operator.page().locator("main [name='upheld'][value='yes']").check();
    operator.fill("reason", "Le parapluie goutte.").press("disputes.decide.send");
    assertThat(operator.text()).contains(operator.word("disputes.flash.decided"));
    assertThat(operator.barriers()).isEmpty();
  }

  private static void report(Visitor visitor, String path) {
    visitor.open(path).follow(visitor.word("challenges.report"));
    assertThat(visitor.title())
        .isEqualTo(
            visitor.word("disputes.report.title", Map.of("title", "Et maintenant sous la pluie")));
  }

  private static Visitor unfold(Visitor visitor) {
    List.copyOf(visitor.page().querySelectorAll("main details"))
        .forEach(fold -> fold.evaluate("fold => fold.open = true"));
    return visitor;
  }

  private static int points(Visitor visitor) {
    String title = visitor.open("/points").title();
    return Integer.parseInt(title.replaceAll("\\D", ""));
  }

  private static FilePayload photo() {
    BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.CYAN, 0, 900, Color.GREEN.darker()));
    pen.fillRect(0, 0, 1200, 900);
    pen.dispose();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", bytes);
      return new FilePayload("canal.jpg", "image/jpeg", bytes.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.ronde.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.ExchangeId;
import org.ronde.journeys.Browsing;
import org.ronde.journeys.Browsing.Look;
import org.ronde.mail.MailSettings;
import org.ronde.mail.Mailbox;
import org.ronde.mail.MailboxPages;
import org.ronde.notices.NoticePages;

@Tag("browser")
@Tag("database")
class ExchangeBrowserTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Square SQUARE = new Square(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new ExchangePages(SQUARE.exchanges, SQUARE, TestServer.words()),
                  new NoticePages(SQUARE.board, (company, request) -> true),
                  new MailboxPages(new Mailbox(database.jdbi(), MailSettings.unsent()))));

  @RegisterExtension final Browsing browsing = new Browsing();

  private final Actor anne = SQUARE.trader("Boulangerie Anne");
  private final Actor bruno = SQUARE.trader("Menuiserie du Canal et de la Garonne");
  private final Actor chloe = SQUARE.trader("Studio Chloé");

  private Page open(Actor actor, Look look) {
    server.as(
        new Actor(
            actor.memberId(),
            actor.memberName(),
            Locale.forLanguageTag(look.language()),
            true,
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

  @Test
  void everyPageSuitsEverybodyInBothLanguagesAndColours() {
    ExchangeId done = SQUARE.agreed(anne, bruno);
    SQUARE.receive(anne, done);
    SQUARE.receive(bruno, done);
    ExchangeId id = SQUARE.agreed(anne, bruno, chloe);
    SQUARE.send(anne, id);
    List<String> faults = new ArrayList<>();

    for (Look look : List.of(Look.phone("fr"), Look.desk("en").dark())) {
      Page page = open(bruno, look);
      page.navigate(server.url("/operator/mailbox"));
      String mail = page.locator("main li a").first().getAttribute("href");
      for (String path :
          List.of(
              "/exchanges",
              "/exchanges/" + id,
              "/exchanges/" + done,
              "/notices",
              "/operator/mailbox",
              mail)) {
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
  void handsOverFromANoticeToTheLastReceiptWithoutJavaScript() {
    ExchangeId id = SQUARE.agreed(anne, bruno);
    Page annes = open(anne, Look.phone("fr").withoutJavaScript());
    annes.navigate(server.url("/exchanges/" + id));
    annes.getByText("Ajouter un mot pour le destinataire").click();
    annes.getByLabel("Votre mot").fill("Mardi à 8 h, par la cour");
    annes.getByText("Marquer comme envoyé").click();

    Page brunos = open(bruno, Look.desk("en").withoutJavaScript());
    brunos.navigate(server.url("/notices"));
    brunos.locator("main li button").first().click();
    assertThat(brunos.url()).endsWith("/exchanges/" + id);
    assertThat(brunos.locator("main").innerText()).contains("Mardi à 8 h, par la cour");
    brunos.getByText("I have received it").first().click();
    brunos.getByText("1 of 2 arrived").first().waitFor();
    SQUARE.receive(anne, id);
    brunos.reload();

    assertThat(brunos.locator("h1").innerText()).startsWith("You gave “Work of Menuiserie");
    assertThat(brunos.locator("main").innerText()).contains("2 of 2 arrived");
  }
}

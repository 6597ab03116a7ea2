package org.ronde.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.http.Formats;

/**
 * The main job from end to end, as three companies live it: they enter, say what they give and
 * need, a clearing finds their cycle, all accept, and they hand over.
 */
@Tag("browser")
@Tag("database")
class BarterJourneyTest {
  @RegisterExtension static final Ronde ronde = new Ronde();
  @RegisterExtension final Browsing browsing = new Browsing();

  private record Trade(String company, String siren, String email, Goods gives, Goods needs) {}

  private record Goods(String title, String category) {}

  private static final Goods WEB = new Goods("Site web vitrine", "web-design");
  private static final Goods BREAD = new Goods("Buffets pour réunions", "buffet-catering");
  private static final Goods PRINT = new Goods("Impression de dépliants", "brochures");

  private static final List<Trade> TRADES =
      List.of(
          new Trade("Atelier Lune", "900000001", "lune@lune.example", WEB, BREAD),
          new Trade("Fournil du Canal", "900000019", "fournil@fournil.example", BREAD, PRINT),
          new Trade("Presse Occitane", "900000027", "presse@presse.example", PRINT, WEB));

  @Test
  void leadsThreeCompaniesFromSignUpToTheLastReceiptOnAPhoneInFrench() {
    List<Visitor> visitors = live(Browsing.Look.phone("fr"));

    assertThat(visitors).allSatisfy(visitor -> assertThat(visitor.barriers()).isEmpty());
  }

  @Test
  void doesTheSameWithoutJavaScriptInEnglish() {
    live(Browsing.Look.desk("en").withoutJavaScript());
  }

  private List<Visitor> live(Browsing.Look look) {
    Visitor operator = operator(look);
    List<Visitor> visitors =
        TRADES.stream().map(trade -> new Visitor(ronde, browsing, look)).toList();
    each(visitors, BarterJourneyTest::join);
    each(visitors, BarterJourneyTest::confirm);
    TRADES.forEach(trade -> approve(operator, trade));
    each(visitors, BarterJourneyTest::list);
    TRADES.forEach(trade -> awaitWelcome(operator, trade));
    clear(operator);
    each(visitors, BarterJourneyTest::accept);
    visitors.forEach(BarterJourneyTest::send);
    visitors.forEach(BarterJourneyTest::receive);
    visitors.forEach(
        visitor ->
            assertThat(visitor.open("/exchanges").text())
                .contains(visitor.word("exchanges.list.done")));
    return visitors;
  }

  private static void each(List<Visitor> visitors, BiConsumer<Visitor, Trade> step) {
    for (int i = 0; i < TRADES.size(); i++) {
      step.accept(visitors.get(i), TRADES.get(i));
    }
  }

  private Visitor operator(Browsing.Look look) {
    String link =
        ronde.application().rooms().members().operators().firstOperatorLink().orElseThrow();
    Visitor operator = new Visitor(ronde, browsing, look);
    operator
        .open(link)
        .fill("email", "odile@ronde.example")
        .fill("name", "Odile Martin")
        .press("members.firstOperator.submit");
    return operator;
  }

  private static void join(Visitor visitor, Trade trade) {
    visitor
        .open("/join")
        .fill("companyName", trade.company())
        .fill("siren", trade.siren())
        .choose("departement", "31")
        .fill("name", "Camille Durand")
        .fill("email", trade.email())
        .press("members.join.submit");
  }

  private static void confirm(Visitor visitor, Trade trade) {
    String link = ronde.mailTo(trade.email(), visitor.word("mail.members/confirm.subject")).link();
    visitor.open(link).press("members.confirm.submit");
    assertThat(visitor.text()).contains(trade.company());
  }

  private static void approve(Visitor operator, Trade trade) {
    operator.open("/operator/companies").follow(trade.company()).press("members.vet.approve");
  }

  private static void awaitWelcome(Visitor operator, Trade trade) {
    ronde.mailTo(
        trade.email(),
        operator.word("notices.company-approved.title", Map.of("company", trade.company())));
  }

  private static void list(Visitor visitor, Trade trade) {
    list(visitor, trade.gives(), "OFFER");
    list(visitor, trade.needs(), "NEED");
  }

  private static void list(Visitor visitor, Goods goods, String side) {
    visitor
        .open("/listings/new?side=" + side)
        .fill("title", goods.title())
        .choose("category", goods.category())
        .fill("quantity", "10")
        .choose("unit", "PACKAGE")
        .fill("quantityStep", "1")
        .fill("unitValue", "100")
        .choose("vatPermille", "200")
        .choose("departement", "31")
        .choose("reach", "REGION")
        .press("listings.action.publish");
    assertThat(visitor.text()).contains(visitor.word("listings.state.PUBLISHED"));
  }

  private static void clear(Visitor operator) {
    operator.open("/operator/clearings").press("cycles.clearings.run");
    String done = operator.word("cycles.clearing.state.DONE");
    Ronde.eventually(
        "the clearing's end",
        () -> {
          Page page = operator.page();
          page.navigate(ronde.url("/operator/clearings"));
          return Optional.of(page.locator("main").innerText()).filter(text -> text.contains(done));
        });
  }

  private static void accept(Visitor visitor, Trade trade) {
    boolean last = trade.equals(TRADES.get(TRADES.size() - 1));
    String link = ronde.mailTo(trade.email(), trade.gives().title()).link();
    visitor.open(link);
    assertThat(visitor.text()).contains(trade.gives().title()).contains(trade.needs().title());
    String price = new Formats(visitor.locale(), ZoneId.of("Europe/Paris")).euros(23_500);
    visitor.pressWords(visitor.word("cycles.answer.acceptAndOrder", Map.of("price", price)));
    assertThat(visitor.text())
        .contains(
            last
                ? visitor.word("cycles.after.accepted.title", Map.of("count", TRADES.size()))
                : visitor.word("cycles.after.waiting.title"));
  }

  private static void send(Visitor visitor) {
    visitor.open("/exchanges").page().locator("main a[href^='/exchanges/']").first().press("Enter");
    visitor.press("exchanges.send");
  }

  private static void receive(Visitor visitor) {
    visitor.press("exchanges.receive");
  }
}

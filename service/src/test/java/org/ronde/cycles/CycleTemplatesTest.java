package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronde.http.Form;
import org.ronde.http.RingPicture;
import org.ronde.http.TestServer;
import org.ronde.http.ViewFilter;
import org.ronde.ids.ClearingId;
import org.ronde.matching.Phase;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.Status;

/** Draws the pages with values alone, in both languages. */
class CycleTemplatesTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  @Test
  void saysOnTheRingPageWhatMattersMost() {
    var page = text(ring(standpoint(Standpoint.PlanNeed.NONE, 2), Locale.ENGLISH));

    assertThat(page)
        .contains("You give “Web design”, you receive “Oak counter”")
        .contains("Answer before Tuesday 24 November 2026 at 18:00")
        .contains("10 hours, to Sud, Toulouse")
        .contains("10 hours, from Roux, Toulouse")
        .contains("within 30 days of the last yes")
        .contains("€6,000 excl. VAT")
        .contains("No top-up for you")
        .contains(
            "The most you could have to pay is €6,000 excl. VAT, to Roux, for what you have"
                + " received; Sud would then owe you €6,000 excl. VAT for what you have given.")
        .contains("Nothing is due unless all 3 companies say yes.")
        .contains("Sud gives Roux “Brochures” (10 hours), worth €6,000 excl. VAT.")
        .contains("Your listings are also in 2 other proposals.")
        .contains("Accept", "Refuse…");
  }

  @Test
  void speaksFrenchByEar() {
    var page = text(ring(standpoint(Standpoint.PlanNeed.NONE, 0), Locale.FRENCH));

    assertThat(page)
        .contains("Vous donnez « Web design », vous recevez « Oak counter »")
        .contains("À décider avant le mardi 24 novembre 2026 à 18 h 00")
        .contains("10 heures, à Sud, Toulouse")
        .contains("Pas de soulte pour vous")
        .contains("Si quelqu’un fait défaut")
        .contains("Accepter", "Refuser…")
        .doesNotContain("boucle");
  }

  @Test
  void offersAnOwnerToOrderThePlanInTheSameAct() {
    var page = ring(standpoint(Standpoint.PlanNeed.ORDER, 0), Locale.ENGLISH);

    assertThat(text(page)).contains("Accept and order premium: €235 excl. VAT a year");
    assertThat(page).contains("name=\"orderPlan\" value=\"true\"");
  }

  @Test
  void sendsATraderToTheOwner() {
    var page = ring(standpoint(Standpoint.PlanNeed.ASK_OWNER, 0), Locale.ENGLISH);

    assertThat(text(page)).contains("Only an owner of your company can order it");
    assertThat(page).doesNotContain("value=\"ACCEPT\"").contains("value=\"REFUSE\"");
  }

  @Test
  void tellsACompanyThatItsFirstCycleIsFree() {
    assertThat(text(ring(standpoint(Standpoint.PlanNeed.FIRST_FREE, 0), Locale.ENGLISH)))
        .contains("Your first cycle is free");
  }

  @Test
  void namesMyTopUpAndWhoGetsIt() {
    var ring =
        Rings.ring("Vidal gives Web for 60 to Sud", "Sud gives Brochures for 62 to Vidal")
            .topUp("Vidal", "Sud", 2);

    assertThat(text(ring(of(ring, ring.proposed(), "Vidal"), Locale.ENGLISH)))
        .contains("You add a top-up of €2 excl. VAT, paid to Sud.")
        .contains("Nothing is due unless you both say yes.");
    assertThat(text(ring(of(ring, ring.proposed(), "Sud"), Locale.FRENCH)))
        .contains("Vous touchez une soulte de 2 € HT, versée par Vidal.");
  }

  @ParameterizedTest
  @EnumSource(Cycle.State.class)
  void saysWhatHappenedAndWhatComesNext(Cycle.State state) {
    var ring = Rings.three().answered("Vidal", true).answered("Roux", state != Cycle.State.REFUSED);
    var cycle =
        ring.inState(
            state,
            state == Cycle.State.REFUSED ? "Roux" : null,
            state == Cycle.State.WITHDRAWN ? Cycle.Cause.QUANTITY_GONE : null);
    var said =
        switch (state) {
          case PROPOSED -> "We are waiting for Sud, until Tuesday 24 November 2026 at 18:00.";
          case ACCEPTED -> "Go to the exchange";
          case REFUSED -> "Roux has said no";
          case EXPIRED -> "There was no answer from Sud.";
          case WITHDRAWN -> "went to another cycle that everybody accepted first";
        };

    for (var language : LANGUAGES) {
      var page = ring(of(ring, cycle, "Vidal"), language);
      assertThat(page).doesNotContain("value=\"ACCEPT\"");
      if (language.equals(Locale.ENGLISH)) {
        assertThat(text(page)).contains(said);
      }
    }
  }

  @Test
  void listsMyCyclesWithWhatIsStillMissing() {
    var ring = Rings.three().answered("Sud", true);
    var open = of(ring, ring.proposed(), "Vidal");
    for (var language : LANGUAGES) {
      var page =
          draw(
              "list",
              language,
              Map.of(
                  "approved", true,
                  "toAnswer", List.of(open),
                  "waiting", List.of(open),
                  "agreed", List.of(),
                  "closed", List.of()));

      assertThat(text(page)).contains("Web design → Oak counter").contains("Roux");
    }
  }

  @Test
  void explainsTheFirstStepWhileThereIsNoCycle() {
    for (var language : LANGUAGES) {
      var nothing =
          Map.<String, Object>of(
              "approved", false,
              "hasOffer", true,
              "hasNeed", false,
              "toAnswer", List.of(),
              "waiting", List.of(),
              "agreed", List.of(),
              "closed", List.of());

      assertThat(draw("list", language, nothing)).contains("/wants").contains("/limits");
    }
  }

  @ParameterizedTest
  @EnumSource(Clearing.State.class)
  void showsAClearingInEachState(Clearing.State state) {
    var score =
        List.of(ScoreRule.values()).stream()
            .map(rule -> new Clearing.ScoreLine(rule, rule.level(), rule.weight(), 3))
            .toList();
    var result =
        new Clearing.Result(
            "ab".repeat(32),
            12,
            20,
            22,
            713,
            Status.FEASIBLE,
            true,
            null,
            55,
            true,
            7,
            40,
            2,
            1,
            2,
            900_000);
    var found =
        new Found(
            Rings.three().proposed().id(),
            Cycle.State.REFUSED,
            900_000,
            List.of("Vidal", "Sud", "Roux"),
            1,
            "Sud",
            Decision.Reason.TIMING,
            "<b>Too late</b>",
            null);
    for (var language : LANGUAGES) {
      var page =
          draw(
              "clearing",
              language,
              Map.of(
                  "sight",
                  sight(clearing(state, result), score),
                  "found",
                  Collections.nCopies(12, found),
                  "repeatable",
                  true));

      assertThat(page).contains("ab".repeat(32)).contains("&lt;b&gt;Too late&lt;/b&gt;");
      assertThat(page).contains("<ol class=\"rows\" start=\"11\">");
      assertThat(page.contains("hx-trigger")).isEqualTo(clearing(state, null).underWay());
      assertThat(page).contains("curve-bound").contains("M8.0 160.0H320.0V160.0H632.0V80.0H632");
      assertThat(
              draw(
                  "comparison",
                  language,
                  Map.of(
                      "runs",
                      List.of(
                          sight(clearing(state, result), score),
                          sight(clearing(state, null), score)))))
          .contains("curve-bound");
      assertThat(
              draw(
                  "clearings",
                  language,
                  Map.of("form", Form.empty(), "runs", List.of(clearing(state, null)))))
          .contains("/operator/clearings/");
    }
  }

  private static ClearingPages.Sight sight(Clearing run, List<Clearing.ScoreLine> score) {
    var explained =
        new Clearing.Explained(
            run,
            score,
            List.of(
                new Clearing.Moment(0, Phase.CONSTRUCTION, 100_000, 50_000, null),
                new Clearing.Moment(1_000, Phase.CONSTRUCTION, 100_000, 50_000, 200_000L),
                new Clearing.Moment(2_000, Phase.IMPROVEMENT, 200_000, 150_000, 200_000L)));
    return ClearingPages.Sight.of(explained);
  }

  private static Clearing clearing(Clearing.State state, Clearing.@Nullable Result result) {
    boolean failed = state == Clearing.State.FAILED;
    return new Clearing(
        new ClearingId(UUID.randomUUID()),
        state,
        Clearing.Cause.OPERATOR,
        new Clearing.Asked(false, 4, 2_000, 60_000, 1),
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        false,
        failed ? Clearing.Failure.ERROR : null,
        failed ? "No memory" : null,
        Phase.IMPROVEMENT,
        40,
        1_800_000,
        1_500_000,
        2_000_000L,
        2,
        1,
        1,
        0,
        result);
  }

  private static Standpoint standpoint(Standpoint.PlanNeed need, long others) {
    var ring = Rings.three();
    return Standpoint.of(ring.proposed(), Rings.id("Vidal"), ring.companies(), need, others);
  }

  private static Standpoint of(Rings ring, Cycle cycle, String company) {
    return Standpoint.of(cycle, Rings.id(company), ring.companies(), Standpoint.PlanNeed.NONE, 0);
  }

  private static String ring(Standpoint one, Locale language) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", Form.empty());
    model.put("one", one);
    one.myAnswer().ifPresent(answer -> model.put("answer", answer));
    model.put(
        "picture",
        RingPicture.of(
            one.partners().stream()
                .map(
                    partner ->
                        RingPicture.Company.of(
                            partner.name(), RingPicture.Answer.WAITING, partner.mine(), null))
                .toList(),
            List.of("€18,000")));
    model.put("legDueDays", 30);
    model.put("priceCents", 23_500L);
    model.put("reasons", List.of(Decision.Reason.values()));
    model.put("textLengthMax", 500);
    return draw("ring", language, model);
  }

  private static String draw(String page, Locale language, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("path", "/cycles");
    all.put("address", "/cycles");
    all.put("theme", "auto");
    all.put("csrf", "csrf");
    all.put("unread", 0);
    all.put("site", new ViewFilter.SiteFacts("http://localhost", true, true));
    return TestServer.templates().draw("pages/cycles/" + page + ".ftlh", language, all);
  }

  /** What a reader sees: no tags, single blanks. */
  private static String text(String page) {
    return page.replaceAll("<(script|style).*?</\\1>", " ")
        .replaceAll("<[^>]+>", " ")
        .replace("&nbsp;", " ")
        .replaceAll("[\\s\\u00a0\\u202f]+", " ");
  }
}

package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ClearingId;
import org.ronde.listings.Hold;
import org.ronde.matching.Company;
import org.ronde.matching.History;

@Tag("database")
class HistoriesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant BEGINNING = Instant.parse("2026-01-12T09:00:00Z");

  private final Village village = new Village(database);
  private Actor vidal;
  private Actor sud;
  private Actor roux;

  @BeforeEach
  void threeCompanies() {
    database.clock().moveTo(BEGINNING);
    vidal = village.premium("Vidal");
    sud = village.premium("Sud");
    roux = village.premium("Roux");
  }

  private Past past(Actor actor) {
    return village.histories.past(actor);
  }

  private static void later(int days) {
    database.clock().advance(Duration.ofDays(days));
  }

  /** Vidal and Sud both say yes. */
  private void agree() {
    var swap = village.ring(vidal, sud);
    village.accept(vidal, swap.id());
    village.accept(sud, swap.id());
  }

  /** Vidal says yes, Sud no. */
  private void disappoint() {
    var swap = village.ring(vidal, sud);
    village.accept(vidal, swap.id());
    village.refuse(sud, swap.id());
  }

  private void letRunOut(Actor... actors) {
    village.ring(Duration.ofHours(1), actors);
    database.clock().advance(Duration.ofHours(2));
    village.cycles.expireDue();
  }

  /** The company as the next clearing's engine sees it. */
  private Company inMarket(Actor actor) {
    return village.proposals.snapshot().market().companies().stream()
        .filter(company -> company.id().equals(actor.company().companyId().toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void takesANewcomerForWhatEverybodyBeginsWith() {
    var past = past(vidal);

    assertThat(past).isEqualTo(newcomer(80));
    assertThat(past.history()).isEqualTo(new History(80, 0, 0));
  }

  private static Past newcomer(int yesPercent) {
    var day = LocalDate.of(2026, 1, 12);
    return new Past(day, 0, 0, yesPercent, day, null, 0, 0);
  }

  @Test
  void countsYesAndNo() {
    agree();
    disappoint();

    assertThat(past(vidal))
        .extracting(Past::answers, Past::yeses, Past::yesPercent)
        .containsExactly(2, 2, 86);
    assertThat(past(sud))
        .extracting(Past::answers, Past::yeses, Past::yesPercent)
        .containsExactly(2, 1, 71);
  }

  @Test
  void countsSilenceUntilTheDeadlineAsANo() {
    letRunOut(vidal, sud);

    assertThat(past(vidal))
        .extracting(Past::answers, Past::yeses, Past::yesPercent)
        .containsExactly(1, 0, 67);
  }

  @Test
  void countsNothingAgainstACompanyThatWasNotAskedAnyMore() {
    var refused = village.ring(vidal, sud, roux);
    village.refuse(sud, refused.id());
    var changed = village.ring(vidal, sud);
    village.listings.pause(sud, changed.legs().get(1).offer());

    assertThat(past(vidal).answers()).isZero();
    assertThat(past(sud).answers()).isEqualTo(1);
  }

  @Test
  void waitsForAnAnswerBeforeItCountsOne() {
    var swap = village.ring(vidal, sud);
    village.accept(vidal, swap.id());

    assertThat(past(vidal).yeses()).isEqualTo(1);
    assertThat(past(sud).answers()).isZero();
  }

  @Test
  void neverShutsOutACompanyThatAlwaysRefuses() {
    for (int i = 0; i < 12; i++) {
      disappoint();
    }

    assertThat(past(sud))
        .extracting(Past::answers, Past::yeses, Past::yesPercent)
        .containsExactly(10, 0, 27);
  }

  @Test
  void trustsACompanyAgainThatSaysYesLater() {
    for (int i = 0; i < 10; i++) {
      disappoint();
    }
    for (int i = 0; i < 5; i++) {
      later(1);
      agree();
    }

    assertThat(past(sud))
        .extracting(Past::answers, Past::yeses, Past::yesPercent)
        .containsExactly(10, 5, 60);
  }

  @Test
  void forgetsAnswersAfterAYear() {
    disappoint();
    letRunOut(vidal, sud);

    later(365);
    assertThat(past(sud).answers()).isEqualTo(2);

    later(1);
    assertThat(past(sud).yesPercent()).isEqualTo(80);
    assertThat(past(vidal).missedCycles()).isZero();
  }

  @Test
  void countsTheDaysSinceACompanyCame() {
    later(43);

    assertThat(past(vidal).waitingDays()).isEqualTo(43);
    assertThat(past(vidal).agreedOn()).isNull();
  }

  @Test
  void countsTheDaysSinceTheLastExchangeHoweverOldItIs() {
    agree();
    later(10);
    agree();
    later(400);

    assertThat(past(vidal).agreedOn()).isEqualTo("2026-01-22");
    assertThat(past(vidal).waitingDays()).isEqualTo(400);
    assertThat(past(roux).waitingDays()).isEqualTo(410);
  }

  @Test
  void countsWhatOthersLetFallSinceTheLastExchange() {
    disappoint();
    agree();
    assertThat(past(vidal).missedCycles()).isZero();

    disappoint();
    var silent = village.ring(Duration.ofHours(1), vidal, sud);
    village.accept(vidal, silent.id());
    database.clock().advance(Duration.ofHours(2));
    village.cycles.expireDue();

    assertThat(past(vidal).missedCycles()).isEqualTo(2);
    assertThat(past(sud).missedCycles()).isZero();
  }

  @Test
  void countsWhatFellBecauseAnothersListingChanged() {
    var ring = village.ring(vidal, sud, roux);
    village.accept(vidal, ring.id());
    village.accept(sud, ring.id());

    village.listings.pause(sud, ring.legs().get(1).offer());

    assertThat(village.state(vidal, ring.id())).isEqualTo(Cycle.State.WITHDRAWN);
    assertThat(past(vidal).missedCycles()).isEqualTo(1);
    assertThat(past(sud).missedCycles()).isZero();
    assertThat(past(roux).missedCycles()).isZero();
  }

  @Test
  void countsWhatFellByTheLastYesBecauseAnothersListingWasGone() {
    var swap = village.ring(vidal, sud);
    village.accept(vidal, swap.id());
    village.listings.hold(List.of(new Hold(swap.legs().get(1).offer(), 1, 1)));

    village.accept(sud, swap.id());

    assertThat(village.state(vidal, swap.id())).isEqualTo(Cycle.State.WITHDRAWN);
    assertThat(past(vidal).missedCycles()).isEqualTo(1);
    assertThat(past(sud).missedCycles()).isZero();
  }

  @Test
  void makesNobodyADisappointedOneByAListingOfTheirOwn() {
    var swap = village.ring(vidal, sud);
    village.accept(vidal, swap.id());
    village.listings.hold(
        List.of(
            new Hold(swap.legs().get(0).offer(), 1, 1),
            new Hold(swap.legs().get(1).offer(), 1, 1)));

    village.cycles.expireDue();

    assertThat(village.state(vidal, swap.id())).isEqualTo(Cycle.State.WITHDRAWN);
    assertThat(past(vidal).missedCycles()).isZero();
  }

  @Test
  void tellsTheEngineOfEachCompanyItsOwnPast() {
    disappoint();
    later(20);

    assertThat(inMarket(vidal).history()).isEqualTo(new History(83, 20, 1));
    assertThat(inMarket(sud).history()).isEqualTo(new History(67, 20, 0));
    assertThat(inMarket(roux).history()).isEqualTo(new History(80, 20, 0));
  }

  @Test
  void givesEqualHistoriesAtAnyHourOfADay() {
    disappoint();
    later(20);
    var morning = village.proposals.snapshot();

    database.clock().advance(Duration.ofHours(9));

    assertThat(village.proposals.snapshot().hash()).isEqualTo(morning.hash());
    database.clock().advance(Duration.ofHours(9));
    assertThat(village.proposals.snapshot().hash()).isNotEqualTo(morning.hash());
  }

  @Test
  void takesOpenCyclesOffALimit() {
    village.preferences.setLimits(vidal, 4, 5, 50_000, 50_000, 2);
    var open = village.ring(vidal, sud);
    village.accept(vidal, open.id());

    assertThat(past(vidal).openCycles()).isEqualTo(1);
    assertThat(inMarket(vidal).openCyclesMax()).isEqualTo(1);
    assertThat(inMarket(sud).openCyclesMax()).isEqualTo(Company.OPEN_CYCLES_MAX);

    village.accept(sud, open.id());
    assertThat(inMarket(vidal).openCyclesMax()).isEqualTo(2);
  }

  @Test
  void leavesNoRoomWhenALimitWasLoweredBelowWhatIsOpen() {
    village.ring(vidal, sud);
    village.ring(vidal, roux);

    village.preferences.setLimits(vidal, 4, 5, 50_000, 50_000, 1);

    assertThat(inMarket(vidal).openCyclesMax()).isZero();
  }

  @Test
  void proposesNoCycleBeyondALimit() {
    village.preferences.setLimits(vidal, 4, 5, 50_000, 50_000, 1);
    village.ring(vidal, sud);

    assertThatThrownBy(() -> village.ring(roux, vidal))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("overbooked");
    assertThat(village.ring(roux, sud).id()).isNotNull();
  }

  @Test
  void keepsHistoriesInTheSealedMarketOfATrial() throws IOException {
    disappoint();
    var asked = new Clearing.Asked(true, 4, 100, 60_000, 1);
    ClearingId trial = village.clearings.request(village.operator, asked);
    village.job.runQueued();

    assertThat(unpacked(village.clearings.market(village.operator, trial)))
        .contains("\"yesPercent\":83")
        .contains("\"missedCycles\":1");
  }

  private static String unpacked(byte[] market) throws IOException {
    try (var packed = new GZIPInputStream(new ByteArrayInputStream(market))) {
      return new String(packed.readAllBytes(), StandardCharsets.UTF_8).replace(" ", "");
    }
  }

  @Test
  void refusesSomebodyWhoActsForNoCompany() {
    assertThatThrownBy(() -> past(village.operator))
        .isInstanceOf(Refusal.class)
        .extracting("type")
        .isEqualTo(ProblemType.NO_COMPANY);
  }
}

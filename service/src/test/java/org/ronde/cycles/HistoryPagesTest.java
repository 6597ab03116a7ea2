package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;

@Tag("database")
class HistoryPagesTest {
  private static final String PAGE = "/cycles/history";
  private static final String API = "/api/v1/cycles/history";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () -> {
            var node = new Village(database);
            return List.of(
                new CyclePages(
                    node.cycles, node.listings, node.members.plans(), TestServer.templates(), 30),
                new HistoryPages(node.histories),
                new HistoryResource(node.histories));
          });

  private final Village village = new Village(database);
  private Actor vidal;
  private Actor sud;

  /** Sud let Vidal down twenty days ago and once more today; a third proposal is open. */
  @BeforeEach
  void aVillageWithAPast() {
    database.clock().moveTo(Instant.parse("2026-11-02T09:00:00Z"));
    vidal = village.premium("Vidal");
    sud = village.premium("Sud");
    disappoint();
    database.clock().advance(Duration.ofDays(20));
    disappoint();
    village.ring(vidal, sud);
  }

  private void disappoint() {
    var swap = village.ring(vidal, sud);
    village.accept(vidal, swap.id());
    village.refuse(sud, swap.id());
  }

  @Test
  void tellsACompanyWhatIsAssumedOfItAndWhy() {
    var page = server.as(vidal).get(PAGE);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("We count on your yes: 86%")
        .contains("Going by your last 2 answers, 2 of them a yes", "in 9 cases out of 10")
        .contains("Everybody begins with 4 yes out of 5.")
        .contains("You have been waiting for 20 days")
        .containsPattern("You came on 2\\hNovember\\h2026")
        .contains("2 cycles slipped away from you")
        .contains("You are in one open cycle", "href=\"/limits\"");
    assertThat(server.as(vidal).get("/cycles").body()).contains("href=\"%s\"".formatted(PAGE));
  }

  @Test
  void tellsEachCompanyOfItselfAlone() {
    assertThat(server.as(sud).get(PAGE).body())
        .contains("We count on your yes: 57%")
        .contains("No cycle has slipped away from you")
        .doesNotContain("86%");
    assertThat(server.as(sud).get(API).body()).contains("\"yesPercent\":57");
    assertThat(server.as(sud).get(API + "/" + vidal.company().companyId()).statusCode())
        .isEqualTo(404);
    assertThat(server.as(village.operator).get(API).statusCode()).isEqualTo(403);
    assertThat(server.asNobody().get(API).statusCode()).isEqualTo(401);
  }

  @Test
  void speaksToNewcomers() {
    assertThat(server.as(village.free("Bastide")).get(PAGE).body())
        .contains("You have answered no cycle in the last 12 months")
        .contains("You have not been waiting")
        .contains("You are in no open cycle");
  }

  @Test
  void speaksFrenchWithTheFrench() {
    var french =
        new Actor(
            vidal.memberId(),
            vidal.memberName(),
            Locale.FRENCH,
            false,
            vidal.acting(),
            vidal.session());

    assertThat(server.as(french).get(PAGE).body())
        .contains("D’après vos 2 dernières réponses, dont 2 oui")
        .contains("nous comptons sur votre accord dans 9 cas sur 10")
        .contains("2 rondes vous ont échappé");
  }

  @Test
  void answersTheApiAlike() {
    assertThat(server.as(vidal).get(API).body())
        .isEqualTo(
            "{\"answers\":2,\"yeses\":2,\"yesPercent\":86,\"agreedOn\":null,"
                + "\"waitingDays\":20,\"missedCycles\":2,\"openCycles\":1}");
    var agreed = village.ring(vidal, sud);
    village.accept(vidal, agreed.id());
    village.accept(sud, agreed.id());

    assertThat(server.as(vidal).get(API).body())
        .contains("\"agreedOn\":\"2026-11-22\",\"waitingDays\":0,\"missedCycles\":0");
    assertThat(server.as(vidal).get(PAGE).body())
        .containsPattern("Your last exchange was agreed on 22\\hNovember\\h2026");
  }
}

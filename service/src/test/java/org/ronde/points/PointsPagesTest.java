package org.ronde.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.points.Playground.act;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;

@Tag("database")
class PointsPagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Square SQUARE = new Square(database);

  @RegisterExtension static final TestServer server = new TestServer(database, SQUARE::resources);

  private final Playground play = SQUARE.play;
  private final Actor anne = SQUARE.person("Anne");
  private final Actor bruno = SQUARE.person("Bruno");

  @Test
  void startsWithMyOwnProgress() {
    play.points.award(act(anne.memberId()).worth(100).award());
    play.keeper.keepUp();

    assertThat(server.as(anne).get("/leaderboards").headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("/points");
    assertThat(server.as(anne).get("/points").body())
        .contains("100 points so far", "Good Sport", "First step", "class=\"curve\"");
  }

  @Test
  void tellsWhatIsProvisionalAndWhatOthersDoNotSeeYet() {
    Award sure = act(anne.memberId()).worth(100).award();
    Award open = act(anne.memberId()).worth(35).award();
    play.points.awardAll(List.of(sure, open));
    SQUARE.open(open.cause());
    play.veil(entry -> entry.cause().equals(open.cause()));
    play.keeper.keepUp();

    assertThat(server.as(anne).get("/points").body())
        .contains(
            "100 are yours for good",
            "35 are provisional",
            "others do not see 35 of them yet",
            "Provisional: somebody may still ask a question");
    assertThat(server.as(anne).get("/api/v1/points").body())
        .contains("\"points\":135,\"provisional\":35,\"veiled\":35");

    play.veil(entry -> false);
    play.boards.unveil();
    play.points.reverse(open.cause(), "");
    play.keeper.keepUp();

    assertThat(server.as(anne).get("/points").body()).doesNotContain("provisional", "do not see");
  }

  @Test
  void showsABoardWithMeOnIt() {
    play.points.award(act(anne.memberId()).worth(100).award());
    play.points.award(act(bruno.memberId()).worth(35).award());
    play.keeper.keepUp();

    String page = server.as(bruno).get("/leaderboards?board=global").body();

    assertThat(page)
        .contains("You are 2nd of 2", "Anne", "Bruno (you)", "/members/" + anne.memberId());
    assertThat(server.as(bruno).get("/leaderboards/screen?board=global").body())
        .contains("http-equiv=\"refresh\"", "Anne")
        .doesNotContain("site-nav");
    assertThat(server.as(bruno).get("/leaderboards/export?board=global").body())
        .contains("1,Anne,100", "2,Bruno,35");
    assertThat(server.as(bruno).get("/leaderboards/all").statusCode()).isEqualTo(200);
    assertThat(server.as(bruno).get("/leaderboards?board=friends").statusCode()).isEqualTo(200);
    assertThat(server.asNobody().get("/points/rules").statusCode()).isEqualTo(200);
    assertThat(server.asNobody().get("/points/heads").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsWhatWasTypedWhenAnAliasIsTooShort() {
    var refused =
        server.as(anne).post("/points/appearance", Map.of("appearance", "ALIAS", "alias", "x"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("A name of 2 to 40 characters.", "value=\"x\"");
  }
}

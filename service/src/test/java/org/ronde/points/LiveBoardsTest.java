package org.ronde.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.points.Playground.act;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Cookies;
import org.ronde.http.TestServer;

/** Boards that stay live: the keeper and the watcher run as they do in the application. */
@Tag("database")
class LiveBoardsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final PointsSettings SETTINGS = new PointsSettings(250, 20, 50, 1000, 3, 2, 240);
  private static final Square SQUARE = new Square(database, SETTINGS);
  private static final ScorekeeperLoop LOOP = new ScorekeeperLoop(SQUARE.play.keeper, SETTINGS);

  @RegisterExtension static final TestServer server = new TestServer(database, SQUARE::resources);

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

  @AfterEach
  void hangUp() {
    SQUARE.live.hangUp();
  }

  private static HttpResponse<InputStream> listen(Actor actor, String board)
      throws IOException, InterruptedException {
    server.as(actor);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url("/leaderboards/events?board=" + board)))
                .header(
                    "Cookie",
                    new Cookies(URI.create("http://localhost")).sessionName()
                        + "="
                        + actor.memberId())
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
  }

  /** The version of the next event. */
  private static long next(BufferedReader events) throws IOException {
    String line = events.readLine();
    while (line != null && !line.startsWith("data: ")) {
      line = events.readLine();
    }
    return Long.parseLong(String.valueOf(line).substring("data: ".length()));
  }

  @Test
  void tellsOpenPagesOfAnAwardWithinTwoSecondsAndNamesNobody() throws Exception {
    HttpResponse<InputStream> answer = listen(anne, "global");
    assertThat(answer.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .contains("event-stream");
    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(next(events)).isZero();

      Instant start = Instant.now();
      SQUARE.play.points.award(act(anne.memberId()).worth(35).award());
      long version = next(events);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
      assertThat(version).isPositive();
      assertThat(server.as(anne).get("/leaderboards?board=global").body())
          .contains("data-version=\"%d\"".formatted(version), "Anne (you)");
    }
  }

  @Test
  void beginsAConnectionWithTheBoardAsItIsSoThatNothingIsMissedInBetween() throws Exception {
    SQUARE.play.points.award(act(anne.memberId()).worth(35).award());
    SQUARE.play.boards.catchUp();

    try (BufferedReader events =
        new BufferedReader(
            new InputStreamReader(listen(anne, "friends").body(), StandardCharsets.UTF_8))) {
      assertThat(next(events)).isEqualTo(SQUARE.play.boards.version(BoardKey.GLOBAL));
    }
  }

  @Test
  void keepsSoManyConnectionsAndNoMore() throws Exception {
    Actor bruno = SQUARE.person("Bruno");
    InputStream oldest = listen(bruno, "global").body();
    for (Actor who : List.of(bruno, bruno, SQUARE.person("Chloé"))) {
      assertThat(listen(who, "global").statusCode()).isEqualTo(200);
    }

    assertThat(new String(oldest.readAllBytes(), StandardCharsets.UTF_8)).contains("data: ");
    assertThat(SQUARE.live.watched()).isEqualTo(SETTINGS.streamsMax());
    assertThat(listen(anne, "global").statusCode()).isEqualTo(429);
    assertThat(server.as(anne).get("/leaderboards?board=global").statusCode()).isEqualTo(200);
  }

  @Test
  void hasNoStreamOfWhatIsNoBoard() throws Exception {
    assertThat(listen(anne, "nonsense").statusCode()).isEqualTo(404);
    assertThat(listen(anne, "company:" + Playground.id()).statusCode()).isEqualTo(404);
  }
}

package org.ronde.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Words;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.NoticeId;

@Tag("database")
class NoticeBoardTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** The companies that browsers were switched to. */
  private static final List<CompanyId> SWITCHED = new CopyOnWriteArrayList<>();

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              List.of(
                  new NoticePages(
                      board(),
                      (company, request) -> {
                        SWITCHED.add(company);
                        return true;
                      }),
                  new NoticeResource(board())));

  private final Actor anne = TestServer.trader("Boulangerie Paul");
  private final Actor other = TestServer.trader("Atelier Vidal");
  private final NoticeDao dao = database.jdbi().onDemand(NoticeDao.class);
  private final NoticeBoard board = board();

  private static NoticeBoard board() {
    return new NoticeBoard(database.jdbi(), TestServer.templates(), new NoticeSettings(2, 365));
  }

  private NoticeId tell(Actor actor, String title, String path) {
    NoticeId id = new NoticeId(Ids.timeOrdered().next());
    dao.put(
        id,
        actor.memberId(),
        actor.company().companyId(),
        actor.company().companyName(),
        Notices.Event.LEG_SENT,
        new Facts(Map.of("title", title, "giver", "Le Chêne")).json(),
        path);
    return id;
  }

  @Test
  void showsUnreadNoticesFirstAndTheNewestFirst() {
    tell(anne, "Oldest", "/exchanges/1");
    NoticeId read = tell(anne, "Read", "/exchanges/2");
    tell(anne, "Newest", "/exchanges/3");
    board.read(anne, Words.ENGLISH, read);

    Paged<Notice> first = board.page(anne, Words.ENGLISH, 1);
    Paged<Notice> second = board.page(anne, Words.ENGLISH, 2);

    assertThat(first.items())
        .extracting(Notice::title)
        .containsExactly("Le Chêne has sent you “Newest”", "Le Chêne has sent you “Oldest”");
    assertThat(second.items()).extracting(Notice::id).containsExactly(read);
    assertThat(first.lastPage()).isEqualTo(2);
    assertThat(board.unread(anne.memberId())).isEqualTo(2);
  }

  @Test
  void speaksTheLanguageOfTheReader() {
    tell(anne, "Pain", "/exchanges/1");

    assertThat(board.page(anne, Words.FRENCH, 1).items().get(0).title().replace('\u00a0', ' '))
        .isEqualTo("Le Chêne vous a envoyé « Pain »");
  }

  @Test
  void keepsTheMomentOfTheFirstReading() {
    NoticeId id = tell(anne, "Bread", "/exchanges/1");
    Notice first = board.read(anne, Words.ENGLISH, id);

    database.clock().advance(Duration.ofHours(1));

    assertThat(board.read(anne, Words.ENGLISH, id).readAt()).isEqualTo(first.readAt());
  }

  @Test
  void hidesTheNoticesOfOthers() {
    NoticeId id = tell(anne, "Bread", "/exchanges/1");

    assertThatThrownBy(() -> board.read(other, Words.ENGLISH, id)).isInstanceOf(Refusal.class);
    assertThat(server.as(other).post("/notices/" + id + "/openings", Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(
            server
                .as(other)
                .postJson("/api/v1/notices/" + UUID.randomUUID() + "/readings", "")
                .statusCode())
        .isEqualTo(404);
    assertThat(board.unread(anne.memberId())).isEqualTo(1);
    assertThat(board.page(other, Words.ENGLISH, 1).items()).isEmpty();
  }

  @Test
  void opensANoticeByMarkingItReadAndLeadingToItsPage() {
    NoticeId id = tell(anne, "<Bread>", "/exchanges/1");

    HttpResponse<String> page = server.as(anne).get("/notices");
    HttpResponse<String> opened = server.as(anne).post("/notices/" + id + "/openings", Map.of());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("One thing is new for you", "“&lt;Bread&gt;”", "/notices/" + id + "/openings")
        .doesNotContain("For Boulangerie Paul");
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(opened.headers().firstValue("Location").orElse("")).endsWith("/exchanges/1");
    assertThat(board.unread(anne.memberId())).isZero();
  }

  @Test
  void opensANoticeForTheCompanyItIsAbout() {
    NoticeId id = tell(anne, "Bread", "/exchanges/1");
    Actor elsewhere = anneActingFor("Atelier Vidal");

    HttpResponse<String> list = server.as(elsewhere).get("/notices");
    HttpResponse<String> opened =
        server.as(elsewhere).post("/notices/" + id + "/openings", Map.of());

    assertThat(list.body()).contains("For Boulangerie Paul");
    assertThat(SWITCHED).contains(anne.company().companyId());
    assertThat(opened.headers().firstValue("Location").orElse("")).endsWith("/exchanges/1");
    assertThat(opened.headers().allValues("Set-Cookie").toString())
        .contains("notices.flash.acting");
  }

  @Test
  void leavesTheCompanyOneActsForAsItIsWhenTheNoticeIsAboutIt() {
    NoticeId id = tell(anne, "Bread", "/exchanges/1");

    server.as(anne).post("/notices/" + id + "/openings", Map.of());

    assertThat(SWITCHED).doesNotContain(anne.company().companyId());
  }

  @Test
  void leadsFromAMailStraightOnAndChangesNothing() {
    NoticeId id = tell(anne, "Bread", "/exchanges/1");

    HttpResponse<String> followed = server.as(anne).get("/notices/" + id);

    assertThat(followed.statusCode()).isEqualTo(303);
    assertThat(followed.headers().firstValue("Location").orElse("")).endsWith("/exchanges/1");
    assertThat(board.unread(anne.memberId())).isEqualTo(1);
    assertThat(server.as(other).get("/notices/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void asksBeforeAMailChangesTheCompanyOneActsFor() {
    NoticeId id = tell(anne, "Bread", "/exchanges/1");

    HttpResponse<String> followed = server.as(anneActingFor("Atelier Vidal")).get("/notices/" + id);

    assertThat(followed.statusCode()).isEqualTo(200);
    assertThat(followed.body())
        .contains("you act for Boulangerie Paul", "/notices/" + id + "/openings");
    assertThat(SWITCHED).doesNotContain(anne.company().companyId());
  }

  private Actor anneActingFor(String company) {
    return new Actor(
        anne.memberId(),
        anne.memberName(),
        anne.locale(),
        false,
        TestServer.trader(company).acting(),
        anne.session());
  }

  @Test
  void marksAllAsRead() {
    tell(anne, "Bread", "/exchanges/1");
    tell(anne, "Cake", "/exchanges/1");
    tell(other, "Oak", "/exchanges/1");

    HttpResponse<String> answer = server.as(anne).post("/notices/readings", Map.of());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(board.unread(anne.memberId())).isZero();
    assertThat(board.unread(other.memberId())).isEqualTo(1);
    assertThat(server.as(anne).get("/notices").body()).contains("You are up to date");
  }

  @Test
  void saysWhatWillComeWhenThereIsNothingYet() {
    assertThat(server.as(anne).get("/notices").body()).contains("Nothing to tell you yet");
  }

  @Test
  void givesNoticesOverTheApi() {
    NoticeId id = tell(anne, "Bread", "/exchanges/1");

    HttpResponse<String> list = server.as(anne).get("/api/v1/notices");
    HttpResponse<String> read = server.as(anne).postJson("/api/v1/notices/" + id + "/readings", "");

    assertThat(list.body())
        .contains("\"id\":\"" + id + "\"", "\"event\":\"LEG_SENT\"", "\"readAt\":null")
        .contains("\"total\":1");
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).contains("\"readAt\":\"20");
  }

  @Test
  void marksAllAsReadOverTheApi() {
    tell(anne, "Bread", "/exchanges/1");
    tell(other, "Oak", "/exchanges/1");

    HttpResponse<String> answer = server.as(anne).postJson("/api/v1/notices/readings", "");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(board.unread(anne.memberId())).isZero();
    assertThat(board.unread(other.memberId())).isEqualTo(1);
  }

  @Test
  void forgetsOldNotices() {
    tell(anne, "Bread", "/exchanges/1");

    assertThat(board.forgetOld()).isZero();
    database.clock().advance(Duration.ofDays(366));

    assertThat(board.forgetOld()).isEqualTo(1);
  }

  @Test
  void keepsNoPathThatLeavesRonde() {
    assertThatThrownBy(() -> tell(anne, "Bread", "//evil.example"))
        .hasMessageContaining("notice_path");
  }

  @Test
  void keepsTheCompanyItWasToldFor() {
    tell(anne, "Bread", "/exchanges/1");
    CompanyId company = anne.company().companyId();

    assertThat(board.page(anne, Words.ENGLISH, 1).items().get(0).companyId()).isEqualTo(company);
  }
}

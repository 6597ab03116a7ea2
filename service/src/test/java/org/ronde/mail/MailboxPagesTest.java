package org.ronde.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Words;
import org.ronde.ids.Ids;

@Tag("database")
class MailboxPagesTest {
  private static final MailSettings SERVED =
      new MailSettings("smtp", 25, "", "", "a@b.example", MailSettings.Encryption.PLAIN, 30);

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () -> List.of(new MailboxPages(new Mailbox(database.jdbi(), MailSettings.unsent()))));

  private final Actor operator = TestServer.operator();
  private final OutboxDao dao = database.jdbi().onDemand(OutboxDao.class);
  private final Mailbox served = new Mailbox(database.jdbi(), SERVED);

  private MailId post(MailSettings settings) {
    new Outbox(
            database.jdbi(),
            Ids.timeOrdered(),
            TestServer.templates(),
            settings,
            URI.create("https://ronde.example"))
        .post(
            new Letter(
                "anne@example.org",
                "Anne <script>",
                Words.ENGLISH,
                "notices/notice",
                Map.of(
                    "title",
                    "A ring",
                    "text",
                    "Secret & <b>",
                    "open",
                    "See it",
                    "path",
                    "/cycles/7")));
    return dao.page(1, 0).get(0).id();
  }

  @Test
  void listsTheMailsAndShowsOneAsTextAndAsHtmlSource() {
    MailId id = post(MailSettings.unsent());

    HttpResponse<String> list = server.as(operator).get("/operator/mailbox");
    HttpResponse<String> mail = server.as(operator).get("/operator/mailbox/" + id);

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).contains("A ring", "Anne &lt;script&gt;", "/operator/mailbox/" + id);
    assertThat(mail.statusCode()).isEqualTo(200);
    assertThat(mail.body())
        .contains("Secret &amp; &lt;b&gt;", "<a href=\"https://ronde.example/cycles/7\">")
        .contains("&lt;table role=&quot;presentation&quot;")
        .doesNotContain("<script>alert");
  }

  @Test
  void saysSoWhenThereIsNoMailYet() {
    assertThat(server.as(operator).get("/operator/mailbox").body()).contains("No mail yet");
  }

  @Test
  void doesNotExistForMembers() {
    MailId id = post(MailSettings.unsent());
    Actor baker = TestServer.trader("Boulangerie Paul");

    assertThat(server.as(baker).get("/operator/mailbox").statusCode()).isEqualTo(404);
    assertThat(server.as(baker).get("/operator/mailbox/" + id).statusCode()).isEqualTo(404);
    assertThat(
            server.as(baker).post("/operator/mailbox/" + id + "/attempts", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void answersAnIdThatIsNoneWithNotFound() {
    assertThat(server.as(operator).get("/operator/mailbox/7").statusCode()).isEqualTo(404);
  }

  @Test
  void showsNoTextWhereMailsAreSent() {
    MailId id = post(SERVED);

    assertThat(served.page(operator, 1).items())
        .extracting(MailSummary::state)
        .containsExactly(MailSummary.State.WAITING);
    assertThatThrownBy(() -> served.mail(operator, id)).isInstanceOf(Refusal.class);
  }

  @Test
  void triesAgainOnlyWhatWasGivenUp() {
    MailId id = post(SERVED);
    assertThatThrownBy(() -> served.takeUpAgain(operator, id)).isInstanceOf(Refusal.class);
    dao.giveUp(id, "no such mailbox");

    served.takeUpAgain(operator, id);

    assertThat(served.page(operator, 99).items())
        .extracting(MailSummary::state)
        .containsExactly(MailSummary.State.WAITING);
  }
}

package org.ronde.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Templates;
import org.ronde.http.Words;
import org.ronde.ids.Ids;

@Tag("database")
class OutboxTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final OutboxDao dao = database.jdbi().onDemand(OutboxDao.class);
  private final ServerSetup anyPort = ServerSetupTest.SMTP.dynamicPort();
  private GreenMail server = new GreenMail(anyPort);
  private MailSettings settings = MailSettings.unsent();

  @BeforeEach
  void startServer() {
    server.start();
    settings =
        new MailSettings(
            "localhost",
            server.getSmtp().getPort(),
            "",
            "",
            "square@ronde.example",
            MailSettings.Encryption.PLAIN,
            30);
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  private static Letter letter(Locale locale, String title) {
    return new Letter(
        "anne@example.org",
        "Anne",
        locale,
        "notices/notice",
        Map.of(
            "title", title, "text", "Bread & <cake>", "open", "See the ring", "path", "/cycles/7"));
  }

  private Outbox outbox() {
    return new Outbox(
        database.jdbi(),
        Ids.timeOrdered(),
        new Templates(Words.load(), ZoneId.of("Europe/Paris")),
        settings,
        URI.create("https://ronde.example/"));
  }

  private Dispatcher dispatcher() {
    return Dispatcher.of(database.jdbi(), database.transactions(), settings);
  }

  private MailSummary onlyMail() {
    return dao.page(2, 0).get(0);
  }

  private static MimeMessage only(GreenMail server) {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  /** The text and the HTML of a mail, decoded. */
  private static List<String> texts(Object content) {
    try {
      if (content instanceof MimeMultipart parts) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
          all.addAll(texts(parts.getBodyPart(i).getContent()));
        }
        return all;
      }
      return List.of(String.valueOf(content).replace("\r\n", "\n"));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void sendsTextAndHtml() throws Exception {
    outbox().post(letter(Words.ENGLISH, "A ring for you"));

    dispatcher().sendDue();

    MimeMessage mail = only(server);
    List<String> texts = texts(mail.getContent());
    assertThat(mail.getSubject()).isEqualTo("A ring for you");
    assertThat(mail.getFrom()[0]).hasToString("Ronde <square@ronde.example>");
    assertThat(mail.getRecipients(Message.RecipientType.TO)[0])
        .hasToString("Anne <anne@example.org>");
    assertThat(mail.getHeader("Content-Language")).containsExactly("en");
    assertThat(texts).hasSize(2);
    assertThat(texts.get(0))
        .contains(
            "Hello Anne,", "Bread & <cake>", "See the ring:\nhttps://ronde.example/cycles/7\n")
        .contains("because you have an account");
    assertThat(texts.get(1))
        .contains("<html lang=\"en\">", "Bread &amp; &lt;cake&gt;")
        .contains("href=\"https://ronde.example/cycles/7\"");
  }

  @Test
  void writesInTheReadersLanguage() throws Exception {
    outbox().post(letter(Words.FRENCH, "Une ronde pour vous : à décider"));

    dispatcher().sendDue();

    MimeMessage mail = only(server);
    assertThat(mail.getSubject()).isEqualTo("Une ronde pour vous : à décider");
    assertThat(texts(mail.getContent()).get(0)).contains("Bonjour Anne,", "vous avez un compte");
    assertThat(mail.getHeader("Content-Language")).containsExactly("fr");
  }

  @Test
  void erasesTheTextsOnceSent() {
    outbox().post(letter(Words.ENGLISH, "A ring"));

    dispatcher().sendDue();

    MailSummary sent = onlyMail();
    assertThat(sent.state()).isEqualTo(MailSummary.State.SENT);
    assertThat(dao.mails(List.of(sent.id()))).isEmpty();
  }

  @Test
  void sendsNothingTwice() {
    outbox().post(letter(Words.ENGLISH, "A ring"));

    dispatcher().sendDue();
    database.clock().advance(Duration.ofDays(1));
    dispatcher().sendDue();

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void writesNothingForWorkThatIsRolledBack() {
    Outbox outbox = outbox();

    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        () -> {
                          outbox.post(letter(Words.ENGLISH, "A ring"));
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    dispatcher().sendDue();

    assertThat(dao.count()).isZero();
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void triesAgainWhenTheServerIsBack() throws Exception {
    outbox().post(letter(Words.ENGLISH, "A ring"));
    server.stop();

    dispatcher().sendDue();

    MailSummary waiting = onlyMail();
    assertThat(waiting.state()).isEqualTo(MailSummary.State.WAITING);
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(waiting.failure()).contains("refused");

    server = new GreenMail(new ServerSetup(settings.port(), "localhost", "smtp"));
    server.start();
    dispatcher().sendDue();
    assertThat(server.getReceivedMessages()).as("before the pause is over").isEmpty();
    database.clock().advance(Duration.ofMinutes(1).plusSeconds(1));
    dispatcher().sendDue();

    assertThat(only(server).getMessageID()).isEqualTo("<%s@ronde.example>".formatted(waiting.id()));
    assertThat(onlyMail().state()).isEqualTo(MailSummary.State.SENT);
  }

  @Test
  void givesUpAfterSixTriesAndStartsAgainWhenAsked() {
    outbox().post(letter(Words.ENGLISH, "A ring"));
    server.stop();
    Dispatcher dispatcher = dispatcher();

    for (Duration pause :
        List.of(
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12))) {
      assertThat(onlyMail().state()).isEqualTo(MailSummary.State.WAITING);
      database.clock().advance(pause.plusSeconds(1));
      dispatcher.sendDue();
    }

    assertThat(onlyMail().state()).isEqualTo(MailSummary.State.GIVEN_UP);
    assertThat(onlyMail().attempts()).isEqualTo(6);
    assertThat(dao.takeUpAgain(onlyMail().id())).isEqualTo(1);
    assertThat(onlyMail().state()).isEqualTo(MailSummary.State.WAITING);
  }

  @Test
  void keepsItsMessageIdWhenANodeDiesBeforeWritingDownThatItSent() throws Exception {
    outbox().post(letter(Words.ENGLISH, "A ring"));
    MailId id = onlyMail().id();
    new Smtp(settings).send(dao.mails(List.of(id)).get(0));

    dispatcher().sendDue();

    assertThat(server.getReceivedMessages())
        .extracting(mail -> mail.getHeader("Message-ID")[0])
        .containsExactly("<%s@ronde.example>".formatted(id), "<%s@ronde.example>".formatted(id));
  }

  @Test
  void leavesAClaimedMailAloneUntilItsClaimIsOver() {
    outbox().post(letter(Words.ENGLISH, "A ring"));
    dao.claim(List.of(onlyMail().id()), 600);

    dispatcher().sendDue();
    assertThat(server.getReceivedMessages()).isEmpty();
    database.clock().advance(Duration.ofSeconds(601));
    dispatcher().sendDue();

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void sendsEachMailOnceFromTwoNodes() throws Exception {
    for (int i = 0; i < 25; i++) {
      outbox().post(letter(Words.ENGLISH, "Ring " + i));
    }
    Callable<Boolean> node =
        () -> {
          dispatcher().sendDue();
          return true;
        };

    ExecutorService two = Executors.newFixedThreadPool(2);
    for (var done : two.invokeAll(List.of(node, node))) {
      assertThat(done.get()).isTrue();
    }
    two.shutdown();

    assertThat(server.getReceivedMessages()).hasSize(25);
  }

  @Test
  void goesOnWithTheOthersWhenOneMailIsRefused() {
    outbox()
        .post(
            new Letter(
                "anne@example..org",
                "Anne",
                Words.ENGLISH,
                "notices/notice",
                Map.of("title", "Lost", "text", "t", "open", "See it", "path", "/")));
    outbox().post(letter(Words.ENGLISH, "Found"));

    dispatcher().sendDue();

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(dao.page(5, 0))
        .extracting(MailSummary::subject, MailSummary::state)
        .containsExactlyInAnyOrder(
            tuple("Lost", MailSummary.State.WAITING), tuple("Found", MailSummary.State.SENT));
  }

  @Test
  void writesNoHeaderThatSomebodyTyped() throws Exception {
    outbox()
        .post(
            new Letter(
                "anne@example.org",
                "Anne\r\nBcc: all@example.org",
                Words.ENGLISH,
                "notices/notice",
                Map.of("title", "Oak\r\nX-Evil: 1", "text", "t", "open", "See it", "path", "/")));

    dispatcher().sendDue();

    MimeMessage mail = only(server);
    assertThat(mail.getHeader("X-Evil")).isNull();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Oak X-Evil: 1");
    assertThat(mail.getAllRecipients()).hasSize(1);
  }

  @Test
  void sendsNothingWithoutAServerAndNothingOldWhenThereIsOneLater() {
    MailSettings withServer = settings;
    settings = MailSettings.unsent();
    outbox().post(letter(Words.ENGLISH, "Read me"));
    dispatcher().sendDue();
    settings = withServer;
    outbox().post(letter(Words.ENGLISH, "Send me"));
    dispatcher().sendDue();

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(dao.page(5, 0))
        .extracting(MailSummary::state)
        .containsExactlyInAnyOrder(MailSummary.State.KEPT, MailSummary.State.SENT);
  }

  @Test
  void forgetsOldMails() {
    outbox().post(letter(Words.ENGLISH, "A ring"));

    assertThat(dispatcher().forgetOld()).isZero();
    database.clock().advance(Duration.ofDays(31));

    assertThat(dispatcher().forgetOld()).isEqualTo(1);
    assertThat(dao.count()).isZero();
  }

  @Test
  void keepsThePasswordOutOfLogs() {
    MailSettings secret =
        new MailSettings("smtp", 587, "u", "hunter2", "a@b", MailSettings.Encryption.TLS, 30);

    assertThat(secret.toString()).doesNotContain("hunter2");
  }
}

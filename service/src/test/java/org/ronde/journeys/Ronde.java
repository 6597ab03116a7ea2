package org.ronde.journeys;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.ronde.app.RondeConfiguration;
import org.ronde.app.TestApplication;
import org.ronde.db.DatabaseConfiguration;
import org.ronde.db.TestDatabase;

/**
 * The whole application as it is deployed: {@code config.yml}, a real database, a real SMTP server,
 * its jobs running. One for the whole run; the database and the mailboxes are emptied before each
 * test.
 */
public final class Ronde implements BeforeAllCallback, BeforeEachCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  // Overrides are system properties while it runs; a prefix of its own keeps other tests out of it.
  private static final String PREFIX = "journeys";
  private static @Nullable Running shared;

  private final TestDatabase database = TestApplication.DATABASE;

  private record Running(
      DropwizardTestSupport<RondeConfiguration> support, GreenMail mail, String url) {}

  public String url(String path) {
    return running().url() + path;
  }

  public TestDatabase database() {
    return database;
  }

  public TestApplication application() {
    return running().support().getApplication();
  }

  /** The newest mail to this address whose subject holds the words; waits for it. */
  public Letter mailTo(String address, String subject) {
    return eventually(
        "a mail to %s about '%s' among %s".formatted(address, subject, subjects()),
        () ->
            received().stream()
                .filter(letter -> letter.address().equals(address))
                .filter(letter -> letter.subject().contains(subject))
                .reduce((older, newer) -> newer));
  }

  /** A mail as it arrived. */
  public record Letter(String address, String subject, String text, String messageId) {
    /** The first link of ours in the text. */
    public String link() {
      Matcher link = Pattern.compile("https?://\\S+/\\S+").matcher(text);
      if (!link.find()) {
        throw new AssertionError("There is no link in: " + text);
      }
      return link.group();
    }
  }

  /** Asks again and again until there is an answer. */
  public static <T> T eventually(String what, Supplier<Optional<T>> question) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("Waited %s in vain for %s.".formatted(PATIENCE, what));
  }

  private List<String> subjects() {
    return received().stream().map(Letter::subject).toList();
  }

  private static List<Letter> received() {
    return Arrays.stream(running().mail().getReceivedMessages()).map(Ronde::letter).toList();
  }

  private static Letter letter(MimeMessage message) {
    try {
      return new Letter(
          message.getRecipients(Message.RecipientType.TO)[0].toString().replaceAll(".*<|>.*", ""),
          message.getSubject(),
          text(message),
          message.getMessageID());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The plain part of a message with a plain and an HTML part. */
  private static String text(jakarta.mail.Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return String.valueOf(part.getContent());
    }
    if (part.getContent() instanceof jakarta.mail.Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String text = text(parts.getBodyPart(i));
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    awaitMailsUnderWay();
    database.beforeEach(context);
    running().mail().purgeEmailFromAllMailboxes();
  }

  /**
   * A mail of the test before, sent after the mailboxes were emptied, would be read by this one.
   */
  private void awaitMailsUnderWay() {
    eventually(
        "the end of the mails under way",
        () -> Optional.of(mailsUnderWay()).filter(mails -> mails == 0));
  }

  private int mailsUnderWay() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM mail_outbox WHERE claimed_until > UTC_TIMESTAMP(6)")
                    .mapTo(int.class)
                    .one());
  }

  private static synchronized Running running() {
    Running existing = shared;
    if (existing == null) {
      try {
        existing = start();
      } catch (Exception e) {
        throw new IllegalStateException("Ronde did not start.", e);
      }
      shared = existing;
    }
    return existing;
  }

  private static Running start() throws Exception {
    GreenMail mail =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    mail.start();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String url = "http://localhost:" + port;
    DatabaseConfiguration database = TestApplication.DATABASE.configuration();
    DropwizardTestSupport<RondeConfiguration> support =
        new DropwizardTestSupport<>(
            TestApplication.class,
            "../config.yml",
            PREFIX,
            ConfigOverride.config(PREFIX, "baseUrl", url),
            ConfigOverride.config(
                PREFIX, "server.applicationConnectors[0].port", String.valueOf(port)),
            ConfigOverride.config(PREFIX, "server.adminConnectors[0].port", "0"),
            ConfigOverride.config(PREFIX, "logging.level", "WARN"),
            ConfigOverride.config(PREFIX, "database.url", String.valueOf(database.getUrl())),
            ConfigOverride.config(PREFIX, "database.user", String.valueOf(database.getUser())),
            ConfigOverride.config(
                PREFIX, "database.password", String.valueOf(database.getPassword())),
            ConfigOverride.config(PREFIX, "mail.host", "127.0.0.1"),
            ConfigOverride.config(PREFIX, "mail.encryption", "PLAIN"),
            ConfigOverride.config(PREFIX, "mail.port", String.valueOf(mail.getSmtp().getPort())));
    support.before();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  support.after();
                  mail.stop();
                }));
    return new Running(support, mail, url);
  }
}

package org.ronde.mail;

import java.util.Locale;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** The way to the mail server. */
final class Smtp {
  private static final String SENDER = "Ronde";
  private static final int TIMEOUT_MILLIS = 10_000;

  private final MailSettings settings;
  private final Mailer mailer;

  Smtp(MailSettings settings) {
    this.settings = settings;
    this.mailer =
        MailerBuilder.withSMTPServer(
                settings.host(),
                settings.port(),
                settings.user().isEmpty() ? null : settings.user(),
                settings.password().isEmpty() ? null : settings.password())
            .withTransportStrategy(strategy(settings.encryption()))
            .withSessionTimeout(TIMEOUT_MILLIS)
            // Whoever wrote the letter knows which addresses are good; the letter lets no header
            // in.
            .clearEmailValidator()
            .buildMailer();
  }

  /**
   * Hands one mail to the server.
   *
   * @throws org.simplejavamail.MailException when the server is out of reach or refuses
   */
  void send(Mail mail) {
    Email email =
        EmailBuilder.startingBlank()
            .fixingMessageId("<%s@%s>".formatted(mail.id(), settings.domain()))
            .from(SENDER, settings.from())
            .to(mail.name(), mail.address())
            .withSubject(mail.subject())
            .withPlainText(mail.plain())
            .withHTMLText(mail.html())
            .withHeader("Content-Language", mail.language().toLowerCase(Locale.ROOT))
            // Holiday answers to a machine help nobody.
            .withHeader("Auto-Submitted", "auto-generated")
            .buildEmail();
    mailer.sendMail(email).join();
  }

  private static TransportStrategy strategy(MailSettings.Encryption encryption) {
    return switch (encryption) {
      case PLAIN -> TransportStrategy.SMTP;
      case STARTTLS -> TransportStrategy.SMTP_TLS;
      case TLS -> TransportStrategy.SMTPS;
    };
  }
}

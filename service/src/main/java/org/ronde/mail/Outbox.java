package org.ronde.mail;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.ronde.http.Templates;
import org.ronde.ids.Ids;

/**
 * The outbox: a letter is drawn at once, in its reader's language, and stored in the transaction
 * that gives the reason. The {@link Dispatcher} sends it after the commit.
 */
public final class Outbox implements Post {
  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029]+");
  private static final int SUBJECT_MAX = 300;
  private static final int NAME_MAX = 200;

  private final OutboxDao dao;
  private final Ids ids;
  private final Templates templates;
  private final MailSettings settings;
  private final URI baseUrl;

  public Outbox(Jdbi jdbi, Ids ids, Templates templates, MailSettings settings, URI baseUrl) {
    this.dao = jdbi.onDemand(OutboxDao.class);
    this.ids = ids;
    this.templates = templates;
    this.settings = settings;
    this.baseUrl = baseUrl;
  }

  @Override
  public void post(Letter letter) {
    Locale locale = letter.locale();
    Map<String, Object> model = new HashMap<>(letter.model());
    model.put("name", letter.name());
    String subject =
        templates.words().say(locale, "mail.%s.subject".formatted(letter.template()), model);
    model.put("baseUrl", baseUrl.toString().replaceFirst("/+$", ""));
    model.put("subject", subject);
    dao.put(
        new OutboxDao.Draft(
            new MailId(ids.next()),
            letter.address(),
            oneLine(letter.name(), NAME_MAX),
            locale.getLanguage(),
            letter.template(),
            oneLine(subject, SUBJECT_MAX),
            templates.draw("mails/" + letter.template() + ".txt.ftl", locale, model),
            templates.draw("mails/" + letter.template() + ".ftlh", locale, model),
            settings.sends()));
  }

  /** Forgets every mail to an address: what waits is not sent any more. */
  public void forget(String address) {
    dao.forgetTo(address);
  }

  /**
   * The text without line breaks and other controls, so that a name or a title somebody typed
   * cannot start a header of its own.
   */
  static String oneLine(String text, int lengthMax) {
    String line = BREAKS.matcher(text).replaceAll(" ").strip();
    if (line.length() <= lengthMax) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(lengthMax - 2)) ? lengthMax - 2 : lengthMax - 1;
    return line.substring(0, end) + "…";
  }
}

package org.ronde.contests;

import java.time.Instant;
import java.util.Locale;
import org.ronde.contests.draw.Hash;

/**
 * One version of a contest's rules, as published.
 *
 * @param sha256 of the English text, a zero byte and the French text
 * @param reason why it replaced the one before; empty for the first
 */
public record Rules(
    int version, String textEn, String textFr, String sha256, String reason, Instant publishedAt) {

  public String text(Locale locale) {
    return locale.getLanguage().equals("fr") ? textFr : textEn;
  }

  static String sha256(String textEn, String textFr) {
    return Hash.sha256(textEn + '\0' + textFr).hex();
  }
}

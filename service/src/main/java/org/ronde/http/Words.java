package org.ronde.http;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of Ronde in French and English: ICU messages by key, one file a room and language in
 * {@code templates/messages}.
 *
 * <p>A key that is missing is a bug and fails at once; a test compares the languages and the
 * templates' keys.
 */
public final class Words {
  public static final Locale FRENCH = Locale.FRENCH;
  public static final Locale ENGLISH = Locale.ENGLISH;
  public static final List<Locale> LOCALES = List.of(FRENCH, ENGLISH);

  /** One file of words each: {@code templates/messages/<name>_<language>.properties}. */
  public static final List<String> FILES =
      List.of(
          "kit",
          "http",
          "app",
          "home",
          "members",
          "listings",
          "preferences",
          "disputes",
          "cycles",
          "exchanges",
          "places",
          "activities",
          "points",
          "evidence",
          "challenges",
          "contests",
          "social",
          "notices",
          "mail");

  private final Map<String, Map<String, String>> patterns;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Words(Map<String, Map<String, String>> patterns) {
    this.patterns = patterns;
  }

  /** Reads all files from the class path. */
  public static Words load() {
    Map<String, Map<String, String>> patterns = new HashMap<>();
    for (Locale locale : LOCALES) {
      Map<String, String> ofLanguage = new HashMap<>();
      FILES.forEach(file -> ofLanguage.putAll(read(file, locale)));
      patterns.put(locale.getLanguage(), Map.copyOf(ofLanguage));
    }
    return new Words(Map.copyOf(patterns));
  }

  /** All keys of one language. */
  public Map<String, String> patterns(Locale locale) {
    return patterns.getOrDefault(locale.getLanguage(), Map.of());
  }

  public String say(Locale locale, String key) {
    return say(locale, key, Map.of());
  }

  /**
   * The message in one language with its named arguments put in.
   *
   * @throws IllegalArgumentException when there is no such key
   */
  @SuppressWarnings("JdkObsolete") // ICU's own signature asks for a StringBuffer.
  public String say(Locale locale, String key, Map<String, ?> arguments) {
    MessageFormat format =
        formats.computeIfAbsent(locale.getLanguage() + ' ' + key, unused -> format(locale, key));
    // ICU's formats are not safe for several threads at once.
    return format.clone().format(arguments, new StringBuffer(), null).toString();
  }

  public String title(Locale locale, Refusal refusal) {
    return say(locale, "problem." + refusal.type().slug() + ".title", refusal.arguments());
  }

  public String detail(Locale locale, Refusal refusal) {
    return say(locale, "problem." + refusal.type().slug() + ".detail", refusal.arguments());
  }

  private MessageFormat format(Locale locale, String key) {
    String pattern = patterns(locale).get(key);
    if (pattern == null) {
      throw new IllegalArgumentException(
          "There is no message '%s' in '%s'.".formatted(key, locale.getLanguage()));
    }
    return new MessageFormat(pattern, ULocale.forLocale(regional(locale)));
  }

  /** The country whose habits numbers and dates follow. */
  static Locale regional(Locale locale) {
    return locale.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
  }

  /**
   * French puts a space before : ; ! ? % and inside « »; no line may break there. The files are
   * written with plain spaces, which a hand and an eye can tell apart. "::" belongs to a format.
   */
  private static String spaced(String french) {
    return french
        .replaceAll(" (?=»|%|:(?!:))", "\u00a0")
        .replaceAll(" (?=[;!?])", "\u202f")
        .replace("« ", "«\u00a0");
  }

  private static Map<String, String> read(String file, Locale locale) {
    String path = "/templates/messages/%s_%s.properties".formatted(file, locale.getLanguage());
    try (InputStream stream = Words.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("The messages %s are missing.".formatted(path));
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, String> words = new HashMap<>();
      boolean french = locale.getLanguage().equals("fr");
      properties.forEach(
          (key, value) ->
              words.put((String) key, french ? spaced((String) value) : (String) value));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.ronde.http;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateMarkupOutputModel;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Draws FreeMarker templates, pages and mails alike: escaping always on, whole or not at all.
 *
 * <p>Every template gets {@code t(key, arguments)}, {@code money(cents)}, {@code number(n)}, {@code
 * date(x)}, {@code dateTime(x)}, {@code duration(x)}, {@code iso(x)}, {@code markdown(text)},
 * {@code newKey()} and {@code locale}.
 */
public final class Templates {
  private final Configuration configuration;
  private final Words words;
  private final ZoneId zone;

  public Templates(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Templates.class, "/templates");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setRecognizeStandardFileExtensions(true);
    // Numbers for machines unless a template says otherwise: 1234, never 1,234, in an attribute.
    configuration.setNumberFormat("computer");
    configuration.setLocalizedLookup(false);
    configuration.setURLEscapingCharset(StandardCharsets.UTF_8.name());
  }

  public Words words() {
    return words;
  }

  public ZoneId zone() {
    return zone;
  }

  /** Draws a template below {@code /templates}, given with its ending, into a text. */
  public String draw(
      String template, Locale locale, Map<String, ? extends @Nullable Object> model) {
    Map<String, @Nullable Object> all = new HashMap<>(shared(locale));
    all.putAll(model);
    try {
      StringWriter text = new StringWriter(8192);
      configuration.getTemplate(template, locale).process(all, text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException(
          "The template %s failed: %s".formatted(template, e.getMessageWithoutStackTop()), e);
    }
  }

  private Map<String, Object> shared(Locale locale) {
    Formats formats = new Formats(locale, zone);
    Map<String, Object> shared = new HashMap<>();
    shared.put("locale", locale.getLanguage());
    shared.put("t", (TemplateMethodModelEx) arguments -> translate(locale, arguments));
    shared.put("money", method(value -> formats.euros(((Number) value).longValue())));
    shared.put("number", method(value -> formats.number(((Number) value).longValue())));
    shared.put("dateTime", method(value -> formats.dateTime((Instant) value)));
    shared.put("duration", method(value -> formats.duration((Duration) value)));
    shared.put(
        "date",
        method(
            value ->
                value instanceof Instant instant
                    ? formats.date(instant)
                    : formats.date((LocalDate) value)));
    shared.put("iso", method(String::valueOf));
    shared.put("markdown", (TemplateMethodModelEx) Templates::markdown);
    shared.put("newKey", (TemplateMethodModelEx) arguments -> UUID.randomUUID().toString());
    return shared;
  }

  private String translate(Locale locale, List<?> arguments) throws TemplateModelException {
    String key = String.valueOf(unwrap(arguments.get(0)));
    Map<String, Object> values = new HashMap<>();
    if (arguments.size() > 1 && unwrap(arguments.get(1)) instanceof Map<?, ?> given) {
      given.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    return words.say(locale, key, values);
  }

  private static TemplateMarkupOutputModel<?> markdown(List<?> arguments)
      throws TemplateModelException {
    return HTMLOutputFormat.INSTANCE.fromMarkup(
        Markdown.safeHtml(String.valueOf(unwrap(arguments.get(0)))));
  }

  private interface OfOne {
    Object apply(Object value);
  }

  private static TemplateMethodModelEx method(OfOne function) {
    return arguments -> function.apply(unwrap(arguments.get(0)));
  }

  private static Object unwrap(Object model) throws TemplateModelException {
    Object value = DeepUnwrap.permissiveUnwrap((freemarker.template.TemplateModel) model);
    if (value == null) {
      throw new TemplateModelException("A method was given nothing to work on.");
    }
    return value;
  }
}

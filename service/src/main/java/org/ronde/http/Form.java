package org.ronde.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a browser sent in a form, and what was wrong with it: kept together so that a refused form
 * comes back with everything that was typed.
 *
 * <p>Values are trimmed, and fields stand in the order of the page, in which browsers send them. A
 * resource method takes it as its only body parameter.
 */
public final class Form {
  private final Map<String, List<String>> values;
  private final List<Upload> uploads;
  private final byte @Nullable [] digest;
  private final List<Problem.FieldError> errors = new ArrayList<>();
  private final Map<Class<?>, Object> made = new HashMap<>();
  private @Nullable Runnable rescue;

  Form(Map<String, List<String>> values) {
    this(values, List.of(), null);
  }

  Form(Map<String, List<String>> values, List<Upload> uploads, byte @Nullable [] digest) {
    this.values = values;
    this.uploads = List.copyOf(uploads);
    this.digest = digest == null ? null : digest.clone();
  }

  /** A form nobody has filled in yet. */
  public static Form empty() {
    return new Form(new LinkedHashMap<>());
  }

  /** Presets a field, for a form that edits what exists. */
  public Form preset(String field, @Nullable Object value) {
    if (value != null) {
      values.put(field, List.of(String.valueOf(value)));
    }
    return this;
  }

  /** The first value of a field, trimmed; empty when it was not sent. */
  public String value(String field) {
    List<String> sent = all(field);
    return sent.isEmpty() ? "" : sent.get(0).strip();
  }

  /** The constant that a field names, if it names one. */
  public <E extends Enum<E>> Optional<E> findChoice(String field, Class<E> choices) {
    String name = value(field);
    return Stream.of(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(name))
        .findFirst();
  }

  public List<String> all(String field) {
    return List.copyOf(values.getOrDefault(field, List.of()));
  }

  public boolean checked(String field) {
    return !value(field).isEmpty();
  }

  /** Presets a field that has several values. */
  public Form presetAll(String field, List<?> all) {
    values.put(field, all.stream().map(String::valueOf).toList());
    return this;
  }

  /** The files sent in a field, in order; those left empty are not among them. */
  public List<Upload> uploads(String field) {
    return uploads.stream().filter(upload -> upload.field().equals(field)).toList();
  }

  /** What slow work makes of this form: done when first asked for, then kept with the form. */
  public <T> T made(Class<T> type, Supplier<T> work) {
    return type.cast(made.computeIfAbsent(type, unused -> work.get()));
  }

  /**
   * What to do when this request is refused and undone, in a transaction of its own: saving what
   * the browser cannot send again by itself, the files. The last one said counts.
   */
  public void whenRefused(Runnable rescue) {
    this.rescue = rescue;
  }

  Optional<Runnable> findRescue() {
    return Optional.ofNullable(rescue);
  }

  /** Of everything sent, boundaries left out; empty for a form without files. */
  Optional<byte[]> findDigest() {
    return Optional.ofNullable(digest).map(byte[]::clone);
  }

  /** The names of the fields sent. */
  public List<String> fields() {
    return List.copyOf(values.keySet());
  }

  /** The field as an optional text: empty counts as not given. */
  public Optional<String> findText(String field) {
    return Optional.of(value(field)).filter(text -> !text.isEmpty());
  }

  /** Takes over what was refused, in the reader's words. */
  public Form refused(Refusal refusal, Words words, Locale locale) {
    for (Refusal.Fault fault : refusal.faults()) {
      errors.add(
          new Problem.FieldError(fault.field(), words.say(locale, fault.key(), fault.arguments())));
    }
    if (refusal.faults().isEmpty()) {
      errors.add(new Problem.FieldError("", words.detail(locale, refusal)));
    }
    List<String> order = fields();
    errors.sort(Comparator.comparingInt(error -> order.indexOf(error.field())));
    return this;
  }

  /** What is wrong, in the order of the page. A bean, because templates read it as a value. */
  public List<Problem.FieldError> getErrors() {
    return List.copyOf(errors);
  }

  /** What is wrong with one field, or null: templates ask with {@code ??}. */
  public @Nullable String error(String field) {
    return errors.stream()
        .filter(error -> error.field().equals(field))
        .map(Problem.FieldError::text)
        .findFirst()
        .orElse(null);
  }
}

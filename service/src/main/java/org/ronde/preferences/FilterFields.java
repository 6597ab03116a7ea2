package org.ronde.preferences;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Form;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;

/** The fields by which a page names a {@link CandidateFilter}, in its form and in its address. */
final class FilterFields {
  private static final List<String> NAMES = List.of("company", "departement", "text", "priceMax");

  /** An address is kept with the answer of a repeated request, which has room for 400 letters. */
  private static final int QUERY_LENGTH_MAX = 300;

  private FilterFields() {}

  /**
   * The filter that a form names.
   *
   * @throws Refusal INVALID when it names none: the whole list must not pass for a part of it
   */
  static CandidateFilter read(Form form) {
    TypedNumbers numbers = new TypedNumbers(form);
    Long priceMax = form.findText("priceMax").isPresent() ? numbers.cents("priceMax") : null;
    numbers.check();
    return new CandidateFilter(
        company(form.findText("company").orElse(null)),
        form.findText("departement").orElse(null),
        form.findText("text").orElse(null),
        priceMax);
  }

  /** The id of a company, or null when none is named. */
  static @Nullable CompanyId company(@Nullable String text) {
    try {
      return text == null ? null : CompanyId.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(Fault.of("company", "preferences.fault.unknown"));
    }
  }

  /**
   * The filter as a query, from its question mark on; empty when there is none, or it is too long.
   */
  static String query(Form form) {
    String query =
        NAMES.stream()
            .filter(name -> form.findText(name).isPresent())
            .map(name -> name + "=" + URLEncoder.encode(form.value(name), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return Optional.of(query)
        .filter(text -> !text.isEmpty() && text.length() <= QUERY_LENGTH_MAX)
        .map(text -> "?" + text)
        .orElse("");
  }
}

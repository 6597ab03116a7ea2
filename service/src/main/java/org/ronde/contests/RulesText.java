package org.ronde.contests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.draw.Beacon;
import org.ronde.contests.draw.Ticketing;
import org.ronde.http.Formats;
import org.ronde.http.Templates;

/** Writes a contest's rules out in words, in Markdown, the same facts in both languages. */
final class RulesText {
  private static final String TEMPLATE = "pages/contests/rules-text.ftl";

  private final Templates templates;
  private final Naming naming;
  private final Activities activities;

  /** Names of activities. */
  @FunctionalInterface
  interface Activities {
    String name(org.ronde.ids.ActivityId id, Locale locale);
  }

  RulesText(Templates templates, Naming naming, Activities activities) {
    this.templates = templates;
    this.naming = naming;
    this.activities = activities;
  }

  String draw(
      Locale locale, Terms terms, List<Prize> prizes, String commitment, @Nullable Long round) {
    Formats formats = new Formats(locale, terms.zoneId());
    Map<String, Object> model = new HashMap<>();
    model.put("terms", terms);
    model.put("title", terms.title(locale));
    model.put("intro", terms.intro(locale));
    model.put("opens", at(formats, terms.opensAt()));
    model.put("freezes", at(formats, terms.freezesAt()));
    model.put("closes", at(formats, terms.closesAt()));
    model.put("settles", at(formats, terms.settlesAt()));
    model.put("draws", at(formats, terms.drawsAt()));
    model.put("departements", String.join(", ", terms.departements()));
    model.put(
        "companies",
        naming.companies(terms.companies()).values().stream()
            .sorted()
            .collect(Collectors.joining(", ")));
    model.put(
        "activities",
        terms.activities().stream()
            .map(id -> activities.name(id, locale))
            .sorted()
            .collect(Collectors.joining(", ")));
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Prize prize : prizes) {
      lines.add(
          Map.of(
              "place", prize.place(),
              "title", prize.title(),
              "value", formats.euros(prize.valueCents())));
    }
    model.put("prizes", lines);
    model.put("total", formats.euros(prizes.stream().mapToLong(Prize::valueCents).sum()));
    model.put("tiers", tiers(terms));
    model.put("commitment", commitment);
    model.put("chain", Beacon.CHAIN);
    model.put("round", round == null ? "" : String.valueOf(round));
    return templates.draw(TEMPLATE, locale, model);
  }

  private static String at(Formats formats, Instant instant) {
    return formats.dateTime(instant) + " (" + instant + ")";
  }

  private static String tiers(Terms terms) {
    return Ticketing.TIERS.stream()
        .filter(tier -> tier <= terms.ticketCap())
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /** The same terms under another version of the points' rules. */
  static Terms rescored(Terms t, int scoringVersion) {
    return new Terms(
        t.kind(),
        t.titleEn(),
        t.titleFr(),
        t.introEn(),
        t.introFr(),
        t.organiser(),
        t.zoneMode(),
        t.zone(),
        t.rollingDays(),
        t.firstDay(),
        t.lastDay(),
        t.opensAt(),
        t.freezesAt(),
        t.closesAt(),
        t.settlesAt(),
        t.drawsAt(),
        t.levelMin(),
        t.departements(),
        t.companies(),
        t.activities(),
        scoringVersion,
        t.ticketPrice(),
        t.ticketCap(),
        t.entrantsMin(),
        t.pointsMin(),
        t.source(),
        t.objectionHours(),
        t.contact(),
        t.deposit());
  }
}

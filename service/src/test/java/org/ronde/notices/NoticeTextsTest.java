package org.ronde.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronde.http.TestServer;
import org.ronde.http.Words;

class NoticeTextsTest {
  private static final Words WORDS = Words.load();
  private static final Map<String, Object> FACTS =
      Map.ofEntries(
          Map.entry("company", "Boulangerie Paul"),
          Map.entry("reason", "No such SIREN"),
          Map.entry("until", LocalDate.of(2027, 11, 24)),
          Map.entry("priceCents", 23_500L),
          Map.entry("title", "Oak counter"),
          Map.entry("prize", "Two hotel nights"),
          Map.entry("lastDay", LocalDate.of(2026, 11, 30)),
          Map.entry("give", "Bread"),
          Map.entry("receive", "Oak counter"),
          Map.entry("valueCents", 600_000L),
          Map.entry("companies", 3),
          Map.entry("person", "Anne Martin"),
          Map.entry("deadline", Instant.parse("2026-11-24T17:00:00Z")),
          Map.entry("who", "Paule Martin"),
          Map.entry("receiver", "Atelier Vidal"),
          Map.entry("giver", "Atelier Vidal"),
          Map.entry("dueOn", LocalDate.of(2026, 12, 24)),
          Map.entry("activity", "Petit-suisse throwing"),
          Map.entry("words", "Jumping off the bridge"),
          Map.entry("answer", "Try the diving board of the pool"),
          Map.entry("partner", "Camille"),
          Map.entry("count", 2),
          Map.entry("finding", "A board and the ledger differ"),
          Map.entry("name", "Camille"),
          Map.entry("points", 1));

  private static Map<String, Object> arguments(Notices.Event event, Locale locale) {
    Map<String, Object> facts = new HashMap<>(FACTS);
    facts.keySet().retainAll(event.facts());
    facts.put("company", "Boulangerie Paul");
    return Facts.of(new Facts(facts).json()).arguments(TestServer.templates(), locale);
  }

  @Test
  void namesSomebodyWhereTheNameIsGone() {
    Facts facts = Facts.of(new Facts(Map.of("who", "", "title", "Oak counter")).json());

    assertThat(facts.arguments(TestServer.templates(), Locale.FRENCH))
        .containsEntry("who", "Quelqu’un");
    assertThat(facts.arguments(TestServer.templates(), Locale.ENGLISH))
        .containsEntry("who", "Somebody");
  }

  @ParameterizedTest
  @EnumSource(Notices.Event.class)
  void saysEveryEventInBothLanguagesWithTheFactsItNames(Notices.Event event) {
    for (Locale locale : Words.LOCALES) {
      Map<String, Object> arguments = arguments(event, locale);

      String title = WORDS.say(locale, event.key() + ".title", arguments);
      String text = WORDS.say(locale, event.key() + ".text", arguments);

      // ICU leaves an argument it was not given in braces.
      assertThat(title + text).doesNotContain("{").doesNotContain("}").doesNotContain("'");
      assertThat(title).isNotBlank().hasSizeLessThan(90);
      assertThat(WORDS.say(locale, event.key() + ".open")).hasSizeBetween(6, 32);
    }
  }

  @Test
  void saysAmountsInstantsAndDatesAsTheReaderDoes() {
    String english =
        WORDS.say(
            Words.ENGLISH,
            "notices.cycle-proposed.text",
            arguments(Notices.Event.CYCLE_PROPOSED, Words.ENGLISH));
    String french =
        WORDS.say(
            Words.FRENCH, "notices.leg-due.title", arguments(Notices.Event.LEG_DUE, Words.FRENCH));

    assertThat(english.replace('\u00a0', ' '))
        .contains(
            "a cycle of 3 companies", "€6,000 excl. VAT", "Tuesday 24 November 2026 at 18:00");
    assertThat(french.replace('\u00a0', ' '))
        .isEqualTo("« Oak counter » est à livrer pour le 24 décembre 2026");
  }

  @Test
  void callsTwoCompaniesASwap() {
    Map<String, Object> arguments = arguments(Notices.Event.CYCLE_PROPOSED, Words.ENGLISH);
    arguments.put("companies", 2L);

    assertThat(WORDS.say(Words.ENGLISH, "notices.cycle-proposed.text", arguments))
        .contains("a direct swap for you");
  }

  @Test
  void keepsFactsAsTheyWere() {
    Facts facts =
        new Facts(
            Map.of(
                "title",
                "Pain « à l’ancienne »",
                "count",
                7L,
                "deadline",
                Instant.parse("2026-11-24T17:00:00.123456Z"),
                "dueOn",
                LocalDate.of(2026, 12, 24)));

    assertThat(Facts.of(facts.json())).isEqualTo(facts);
  }

  @Test
  void refusesAFactItCannotSay() {
    assertThatThrownBy(() -> new Facts(Map.of("share", 0.5)).json())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share");
  }
}

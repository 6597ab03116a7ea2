package org.ronde.matching.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.matching.Company;
import org.ronde.matching.History;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Place;
import org.ronde.matching.Reach;
import org.ronde.matching.Verdict;
import org.ronde.matching.Want;

class MarketReaderTest {
  private static final String WHOLE =
      """
      {"day": "2026-11-21",
       "companies": [
        {"id": "acme", "cycleLengthMax": 3, "tolerancePercent": 5, "topUpPayMaxCents": 10, "topUpTakeMaxCents": 20, "openCyclesMax": 2, "premium": true, "excludes": ["evil"], "yesPercent": 80, "waitingDays": 40, "missedCycles": 3},
        {"id": "bona"}],
       "offers": [
        {"id": "o1", "company": "acme", "category": "wood", "unit": "m3", "quantity": 8, "quantityStep": 2, "unitValueCents": 9000, "country": "FR", "region": "11", "departement": "75", "reach": "REGION", "lastDay": "2026-12-31"}],
       "needs": [
        {"id": "n1", "company": "bona", "category": "wood", "unit": "m3", "quantity": 4, "unitValueMaxCents": 9500, "country": "FR", "region": "11", "departement": "77", "reach": "COUNTRY", "lastDay": "2026-12-31", "oneOfGroup": "any"}],
       "wants": [
        {"need": "n1", "offer": "o1", "verdict": "WOULD_TAKE"}]
      }
      """;

  @Test
  void readsAWholeMarket() throws BadFileException {
    var market = MarketReader.read(WHOLE.getBytes(UTF_8));

    var lastDay = LocalDate.of(2026, 12, 31);
    assertThat(market.day()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(market.companies())
        .containsExactly(
            new Company("acme", 3, 5, 10, 20, 2, true, Set.of("evil"), new History(80, 40, 3)),
            new Company("bona", 6, 0, 0, 0, false, Set.of()));
    assertThat(market.offers())
        .containsExactly(
            new Offer(
                "o1",
                "acme",
                "wood",
                "m3",
                8,
                2,
                9_000,
                new Place("FR", "11", "75"),
                Reach.REGION,
                lastDay));
    assertThat(market.needs())
        .containsExactly(
            new Need(
                "n1",
                "bona",
                "wood",
                "m3",
                4,
                1,
                9_500,
                new Place("FR", "11", "77"),
                Reach.COUNTRY,
                lastDay,
                "any"));
    assertThat(market.wants()).containsExactly(new Want("n1", "o1", Verdict.WOULD_TAKE));
  }

  @Test
  void readsAnEmptyMarket() throws BadFileException {
    assertThat(MarketReader.read("{\"day\":\"2026-11-21\"}".getBytes(UTF_8)).companies()).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          "quantity": 8;            "quantity": 8.5;        6; 'quantity' is no whole number
          "quantity": 8;            "quantity": "8";        6; 'quantity' is no whole number
          "quantity": 8;            "quantity": 1;          6; less than one step of 2
          "quantity": 8;            "quantity": 0;          6; quantity is 0
          "quantity": 8,;           ``;                     6; 'quantity' is missing
          "quantity": 8;            "amount": 8;            6; unknown field 'amount'
          "unitValueCents": 9000;   "unitValueCents": null; 6; 'unitValueCents' is missing
          "reach": "REGION";        "reach": "MOON";        6; 'reach' is 'MOON', not one of
          "id": "o1";               "id": 7;                6; 'id' is no text
          "id": "o1";               "id": "o1", "id": "o2"; 6; Duplicate field 'id'
          "company": "acme";        "company": "nobody";    6; unknown company 'nobody'
          "tolerancePercent": 5;    "tolerancePercent": 101; 3; must lie between 0 and 100
          "tolerancePercent": 5;    "tolerancePercent": 9999999999; 3; is too large
          "premium": true;          "premium": "yes";       3; neither true nor false
          ["evil"];                 "evil";                 3; 'excludes' is no list
          ["evil"];                 [1];                    3; something else than texts
          "id": "bona";             "id": "acme";           4; a second company 'acme', the first is on line 3
          "need": "n1";             "need": "n2";           10; unknown need 'n2'
          "2026-11-21";             "21/11/2026";           1; no day like 2026-11-30
          "day";                    "date";                 1; unknown field 'date'
          "2026-12-31"}],;          "2026-12-31"},;         7; expected an object
          {"id": "bona"};           3;                      4; expected an object
          """)
  void refusesABrokenMarketWithItsLine(String part, String broken, int line, String reason) {
    assertThat(WHOLE).contains(part);

    var text = WHOLE.replaceFirst(Pattern.quote(part), broken);

    assertThatExceptionOfType(BadFileException.class)
        .isThrownBy(() -> MarketReader.read(text.getBytes(UTF_8)))
        .withMessageContaining(reason)
        .matches(e -> e.line() == line, "line " + line);
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          ``;                                  1; expected an object
          [];                                  1; expected an object
          {};                                  1; 'day' is missing
          {"day":"2026-11-21"} x;              1; Unrecognized token
          {"day":"2026-11-21"} {};             1; something follows
          {"day":"2026-11-21","offers":{}};    1; expected a list
          {"day":"2026-11-21";                 1; Unexpected end-of-input
          {"day":"2026-11-21","wants":[{"need" ; 1; Unexpected end-of-input
          """)
  void refusesWhatIsNoMarket(String text, int line, String reason) {
    assertThatExceptionOfType(BadFileException.class)
        .isThrownBy(() -> MarketReader.read(text.getBytes(UTF_8)))
        .withMessageContaining(reason)
        .matches(e -> e.line() == line, "line " + line);
  }

  @Test
  void refusesEveryFileThatEndsEarly() {
    for (int length = 0; length < WHOLE.strip().length(); length += 3) {
      var part = WHOLE.substring(0, length);

      assertThatExceptionOfType(BadFileException.class)
          .isThrownBy(() -> MarketReader.read(part.getBytes(UTF_8)));
    }
  }
}

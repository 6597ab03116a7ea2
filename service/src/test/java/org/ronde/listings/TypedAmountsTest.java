package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.money.Money;

class TypedAmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50 | 5000",
        "50,00 | 5000",
        "50.00 | 5000",
        "49,9 | 4990",
        "0,01 | 1",
        "0 | 0",
        "1 234,50 € | 123450",
        "1\u00a0234,50\u00a0€ | 123450",
        "1\u202f234,50 | 123450",
        "€1,234.50 | 123450",
        "1.234,50 | 123450",
        "1,234 | 123400",
        "1.234 | 123400",
        "12,345,678.90 | 1234567890",
        "75 euros | 7500",
        "75 EUR | 7500",
        "999999999999 | 99999999999900",
      })
  void readsAmountsOfEitherLanguage(String typed, long cents) {
    assertThat(TypedAmounts.findMoney(typed)).contains(Money.euros(cents));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "€",
        "abc",
        "-5",
        "1,234,50",
        "1.234.5",
        "12,3456",
        "0,500",
        "1,23,456",
        "5,",
        ",5",
        "1e3",
        "٥٠",
        "1000000000000",
        "5 $",
        "5%",
        "50.00.00"
      })
  void readsNothingElseAsAnAmount(String typed) {
    assertThat(TypedAmounts.findMoney(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1 000, 1000", "007, 7", "0, 0"})
  void readsWholeNumbers(String typed, long number) {
    assertThat(TypedAmounts.findWhole(typed)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.5", "1,5", "-1", "x", "1234567890123"})
  void readsNothingElseAsAWholeNumber(String typed) {
    assertThat(TypedAmounts.findWhole(typed)).isEmpty();
  }
}

package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "901821074, FR53901821074",
    "732829320, FR44732829320",
    "404833048, FR83404833048",
    "000101014, FR26000101014"
  })
  void computesTheFrenchVatNumberFromTheSiren(String siren, String vatNumber) {
    assertThat(Siren.find(siren)).map(Siren::vatNumber).contains(vatNumber);
  }

  @Test
  void readsASirenHoweverItIsSpaced() {
    assertThat(Siren.find("901 821 074")).contains(new Siren("901821074"));
    assertThat(Siren.find("901\u202f821\u00a0074")).contains(new Siren("901821074"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"901821075", "90182107", "9018210740", "90182107A", "", "９０１８２１０７４"})
  void refusesWhatIsNoSiren(String typed) {
    assertThat(Siren.find(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "BE, BE0123456789, BE0123456789",
    "BE, 0123.456.789, BE0123456789",
    "DE, de 123 456 789, DE123456789",
    "GR, EL123456789, EL123456789",
    "GR, 123456789, EL123456789",
    "ES, ESX1234567X, ESX1234567X",
    "NL, NL123456789B01, NL123456789B01",
    "AT, U12345678, ATU12345678"
  })
  void readsTheVatNumberOfAnotherCountry(String country, String typed, String vatNumber) {
    assertThat(VatNumbers.find(country, typed)).contains(vatNumber);
  }

  @ParameterizedTest
  @CsvSource({"BE, BE9123456789", "DE, DE12345678", "FR, FR53901821074", "US, 123456789", "BE, ''"})
  void refusesAVatNumberOfTheWrongShape(String country, String typed) {
    assertThat(VatNumbers.find(country, typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Paule@Boulangerie.Example, paule@boulangerie.example",
    "a+b@x.fr, a+b@x.fr",
    "luc@café.fr, luc@xn--caf-dma.fr"
  })
  void bringsAnAddressIntoOneForm(String typed, String address) {
    assertThat(EmailAddress.find(typed)).map(EmailAddress::text).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "paule",
        "@x.fr",
        "paule@",
        "paule@localhost",
        "é@b.fr",
        "a b@x.fr",
        "a@x.fr\nBcc: b@x.fr",
        "a..b@x.fr"
      })
  void refusesWhatIsNoAddress(String typed) {
    assertThat(EmailAddress.find(typed)).isEmpty();
  }

  @Test
  void roundsHalfACentOfVatUp() {
    assertThat(PlanSettings.defaults().priceWithVat().amountCents()).isEqualTo(28_200);
    assertThat(PlanSettings.withVat(5, 100)).isEqualTo(6);
    assertThat(PlanSettings.withVat(4, 100)).isEqualTo(4);
  }
}

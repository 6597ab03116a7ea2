package org.ronde.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ronde.http.Words;

class GazetteerTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();

  private static Place first(String text) {
    return GAZETTEER.search(text, 1).get(0);
  }

  @Test
  void knowsTownsOfTheWholeWorldWithTheirPositionAndTime() {
    Place montreal = first("Montreal");

    assertThat(GAZETTEER.size()).isGreaterThan(25_000);
    assertThat(montreal.country()).isEqualTo("CA");
    assertThat(montreal.departement()).isEmpty();
    assertThat(montreal.zone()).isEqualTo(ZoneId.of("America/Toronto"));
    assertThat(montreal.latitude()).isBetween(45.0, 46.0);
    assertThat(first("Papeete").zone()).isEqualTo(ZoneId.of("Pacific/Tahiti"));
  }

  @Test
  void knowsTheDepartementOfFrenchTowns() {
    assertThat(first("Muret").departement()).isEqualTo("31");
    assertThat(first("Ajaccio").departement()).isEqualTo("2A");
    assertThat(first("Bourg-en-Bresse").departement()).isEqualTo("01");
    assertThat(first("Saint-Denis (974)").departement()).isEqualTo("974");
    assertThat(first("Paris").label(Words.FRENCH)).isEqualTo("Paris (75)");
  }

  @Test
  void forgivesAccentsCaseAndHyphens() {
    assertThat(first("ORLEANS").name()).isEqualTo("Orléans");
    assertThat(first("saint etienne").name()).isEqualTo("Saint-Étienne");
    assertThat(first("l'hay les roses").name()).isEqualTo("L'Haÿ-les-Roses");
  }

  @Test
  void findsBigTownsByTheirFrenchAndEnglishNames() {
    assertThat(first("Londres").country()).isEqualTo("GB");
    assertThat(first("Cologne").name()).isEqualTo("Köln");
    assertThat(first("Le Caire").country()).isEqualTo("EG");
    assertThat(first("Anvers").country()).isEqualTo("BE");
  }

  @Test
  void putsWhatIsNamedSoBeforeWhatOnlyBeginsOrHoldsIt() {
    List<String> names = GAZETTEER.search("tours", 20).stream().map(Place::name).toList();

    assertThat(names.get(0)).isEqualTo("Tours");
    assertThat(GAZETTEER.search("oulouse", 3)).extracting(Place::name).contains("Toulouse");
  }

  @Test
  void understandsTheLabelsItGives() {
    for (String name : List.of("Paris", "London", "San José", "Saint-Denis", "Mianzhu")) {
      for (Place place : GAZETTEER.search(name, 5)) {
        for (Locale locale : Words.LOCALES) {
          assertThat(GAZETTEER.search(place.label(locale), 30))
              .as(place.label(locale))
              .contains(place);
        }
      }
    }
    assertThat(GAZETTEER.resolve("Paris (75)")).map(Place::country).contains("FR");
    assertThat(GAZETTEER.resolve("London, Canada")).map(Place::country).contains("CA");
    assertThat(GAZETTEER.resolve("Muret")).map(Place::departement).contains("31");
    assertThat(GAZETTEER.resolve("London")).isEmpty();
    assertThat(GAZETTEER.resolve("Xyzzy")).isEmpty();
  }

  @Test
  void findsNothingForNothing() {
    assertThat(GAZETTEER.search("", 5)).isEmpty();
    assertThat(GAZETTEER.search(" ', ", 5)).isEmpty();
    assertThat(GAZETTEER.find("nowhere")).isEmpty();
  }

  @Test
  void findsTheTownAroundAPosition() {
    assertThat(GAZETTEER.nearest(43.60, 1.44).name()).isEqualTo("Toulouse");
    // Across the date line.
    assertThat(GAZETTEER.nearest(-17.8, -179.9).country()).isEqualTo("FJ");
  }

  @Test
  void measuresAlongTheGreatCircle() {
    Place toulouse = first("Toulouse");

    assertThat(Gazetteer.kilometres(toulouse, first("Paris"))).isBetween(580, 595);
    assertThat(Gazetteer.kilometres(first("Auckland"), first("Papeete"))).isBetween(4050, 4150);
    assertThat(Gazetteer.kilometres(toulouse, toulouse)).isZero();
    assertThat(Gazetteer.kilometres(first("Paris"), toulouse))
        .isEqualTo(Gazetteer.kilometres(toulouse, first("Paris")));
  }

  @Test
  void asksWhichOneWhenANameFitsSeveral() {
    TownChoice choice = TownChoice.of(GAZETTEER, "London", "");
    Place canada =
        choice.matches().stream().filter(place -> place.country().equals("CA")).findFirst().get();

    assertThat(choice.place()).isEmpty();
    assertThat(choice.fault()).hasValueSatisfying(f -> assertThat(f.key()).endsWith("which"));
    assertThat(TownChoice.of(GAZETTEER, "London", canada.code()).place()).contains(canada);
    // A town chosen before does not fit other words.
    assertThat(TownChoice.of(GAZETTEER, "Muret", canada.code()).place())
        .map(Place::name)
        .contains("Muret");
    assertThat(TownChoice.of(GAZETTEER, "", canada.code()).place()).contains(canada);
    assertThat(TownChoice.of(GAZETTEER, "", "").fault()).isPresent();
    assertThat(TownChoice.of(GAZETTEER, "Xyzzy", "").fault()).isPresent();
  }
}

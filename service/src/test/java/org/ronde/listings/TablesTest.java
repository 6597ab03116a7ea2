package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private final Categories categories = Categories.load();
  private final Places places = Places.load();

  private List<Categories.Category> leaves() {
    return categories.groups().stream()
        .flatMap(group -> categories.leaves(group.code()).stream())
        .toList();
  }

  @Test
  void knowsEightyCategoriesOrMoreInTwoLevels() {
    assertThat(leaves()).hasSizeGreaterThanOrEqualTo(80).doesNotHaveDuplicates();
    assertThat(categories.groups())
        .allSatisfy(group -> assertThat(categories.leaves(group.code())).isNotEmpty());
    assertThat(leaves()).extracting(Categories.Category::service).contains(true, false);
  }

  @Test
  void namesEveryCategoryInBothLanguagesWithEverydayWords() {
    assertThat(categories.groups())
        .allSatisfy(
            group -> {
              assertThat(group.nameEn()).isNotBlank();
              assertThat(group.nameFr()).isNotBlank();
            });
    assertThat(leaves())
        .allSatisfy(
            leaf -> {
              assertThat(leaf.name(Locale.ENGLISH)).isNotBlank();
              assertThat(leaf.name(Locale.FRENCH)).isNotBlank();
              assertThat(leaf.synonymsEn()).isNotEmpty();
              assertThat(leaf.synonymsFr()).isNotEmpty();
              assertThat(leaf.code()).hasSizeLessThanOrEqualTo(40).matches("[a-z0-9-]+");
            });
  }

  @Test
  void findsLeavesAndGroupsByCode() {
    assertThat(categories.leaf("web-design").unit()).isEqualTo(Listing.Unit.HOUR);
    assertThat(categories.findLeaf("web-digital")).isEmpty();
    assertThat(categories.findGroup("web-digital")).isPresent();
    assertThat(categories.below("web-design")).hasSize(1);
    assertThat(categories.below("web-digital")).hasSizeGreaterThan(3);
    assertThat(categories.below("nothing")).isEmpty();
    assertThatThrownBy(() -> categories.leaf("nothing")).hasMessageContaining("nothing");
  }

  @Test
  void knowsEveryDepartementAndItsRegion() {
    assertThat(places.departements()).hasSize(101);
    assertThat(places.regions()).hasSize(18);
    assertThat(places.findDepartement("2A")).isPresent();
    assertThat(places.findDepartement("20")).isEmpty();
    assertThat(places.departementsOf("76"))
        .extracting(Places.Departement::code)
        .contains("31", "82");
    assertThat(places.regions().get(0).name()).startsWith("Auvergne");
  }

  @Test
  void readsQuotesAsTheStandardSays() {
    assertThat(Csv.rows("test", "a,b\n\"x, \"\"y\"\"\nz\",\r\n"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("a", "x, \"y\"\nz");
              assertThat(row).containsEntry("b", "");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1\n", "a,b\n1,2,3\n", "a,b\n\"1,2\n", "a,b\n1,2"})
  void forgivesNoTableThatIsBroken(String text) {
    assertThatThrownBy(() -> Csv.rows("test", text)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhichTableIsMissing() {
    assertThatThrownBy(() -> Csv.rows("none.csv")).hasMessageContaining("none.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "l'Été à la plage, ' l ete a la plage'",
    "L’ŒUVRE, ' l oeuvre'",
    "e-commerce & co., ' e commerce co'",
    "'  ', ''",
    "Straße №5, ' strasse no5'",
  })
  void foldsAccentsAndApostrophes(String text, String folded) {
    assertThat(SearchWords.stored(text)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "sites web, site web",
    "des journaux, journa",
    "batteries, batter",
    "boxes, box",
    "glass, glass",
    "prix, pri",
    "le la les, le la les",
    "Création de sites, creation site",
    "bus, bus",
    "web web, web",
  })
  void asksForTheBeginningsOfTellingWords(String typed, String words) {
    assertThat(SearchWords.beginnings(typed, 8)).containsExactly(words.split(" "));
  }
}

package org.ronde.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ronde.http.Folding;

class CatalogueFileTest {
  private static final List<ActivityTerms> OWN = CatalogueFile.own();
  private static final String HEADER = String.join(",", TermsReader.COLUMNS) + "\n";

  private static List<String> keys(CatalogueFile.Parsed parsed) {
    return parsed.faults().stream()
        .map(fault -> fault.number() + " " + fault.fault().field() + " " + fault.fault().key())
        .toList();
  }

  private static Set<String> distinct(Function<ActivityTerms, String> of) {
    return OWN.stream().map(of).map(Folding::fold).collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void comesWithMoreActivitiesThanItPromises() {
    assertThat(OWN).hasSizeGreaterThanOrEqualTo(536);
  }

  @Test
  void namesEachActivityOnceInBothLanguages() {
    assertThat(distinct(ActivityTerms::code)).hasSameSizeAs(OWN);
    assertThat(distinct(ActivityTerms::nameEn)).hasSameSizeAs(OWN);
    assertThat(distinct(ActivityTerms::nameFr)).hasSameSizeAs(OWN);
    assertThat(OWN)
        .allSatisfy(
            terms -> {
              assertThat(terms.nameFr()).doesNotContain("'").isNotBlank();
              assertThat(terms.nameEn()).doesNotContain("'").isNotBlank();
            });
  }

  @Test
  void fillsEveryFamily() {
    Map<Family, Long> families =
        OWN.stream().collect(Collectors.groupingBy(ActivityTerms::family, Collectors.counting()));

    assertThat(families).hasSize(Family.values().length);
    assertThat(families.values()).allSatisfy(count -> assertThat(count).isGreaterThan(10));
  }

  @Test
  void boundsWhatIsMeasured() {
    assertThat(OWN)
        .allSatisfy(
            terms -> {
              boolean measured = terms.measure() != Activity.Measure.NONE;
              assertThat(terms.plausible() != null).as(terms.code()).isEqualTo(measured);
              if (terms.plausible() != null) {
                assertThat(terms.plausible().min()).isLessThan(terms.plausible().max());
              }
            });
  }

  @Test
  void bringsNoDangerItself() {
    Dangers dangers = Dangers.load();

    assertThat(OWN)
        .allSatisfy(
            terms -> {
              assertThat(dangers.find(terms.nameEn())).as(terms.nameEn()).isEmpty();
              assertThat(dangers.find(terms.nameFr())).as(terms.nameFr()).isEmpty();
              for (String word : terms.synonymsEn()) {
                assertThat(dangers.find(word)).as(word).isEmpty();
              }
              for (String word : terms.synonymsFr()) {
                assertThat(dangers.find(word)).as(word).isEmpty();
              }
            });
  }

  @Test
  void readsWhatItWrites() {
    CatalogueFile.Parsed parsed = CatalogueFile.parse(CatalogueFile.write(OWN));

    assertThat(parsed.faults()).isEmpty();
    assertThat(parsed.lines()).extracting(CatalogueFile.Line::terms).isEqualTo(OWN);
  }

  @Test
  void readsWhatSpreadsheetsMakeOfIt() {
    String line = "tea,kitchen,\"Tea, \"\"hot\"\"\",Thé,,,PHOTO,COUNT,true,1,2,1,false,PUBLISHED";
    String semicolons = (HEADER + line.replace("\"Tea, \"\"hot\"\"\"", "Tea")).replace(',', ';');

    assertThat(CatalogueFile.parse("\uFEFF" + HEADER + line).lines())
        .extracting(read -> read.terms().nameEn())
        .containsExactly("Tea, \"hot\"");
    assertThat(CatalogueFile.parse(semicolons + "\r\n\r\n").lines()).hasSize(1);
  }

  @Test
  void saysWhatIsWrongOnWhichLine() {
    CatalogueFile.Parsed parsed =
        CatalogueFile.parse(
            HEADER
                + "Tea!,cuisine,T,Thé,,,SMELL,COUNT,yes,1,1,6,false,\n"
                + "one,kitchen\n"
                + "\"a\nb\",kitchen,Tea,Thé,,,PHOTO;MEASURE,NONE,false,,,1,false,GONE\n"
                + "tea,kitchen,=SUM(A1),Thé,,,PHOTO,COUNT,true,-1,x,1,false,\n"
                + "tea,kitchen,Tea,Thé,,,PHOTO,NONE,false,1,2,1,false,\n");

    assertThat(parsed.lines()).isEmpty();
    assertThat(keys(parsed))
        .containsExactlyInAnyOrder(
            "2 code activities.fault.code",
            "2 family activities.fault.family",
            "2 name_en activities.fault.name",
            "2 evidence activities.fault.evidence",
            "2 max activities.fault.bounds",
            "2 difficulty activities.fault.difficulty",
            "2 more_is_better activities.fault.flag",
            "3  activities.fault.csvValues",
            "4 code activities.fault.code",
            "4 state activities.fault.state",
            "4 evidence activities.fault.measureOfNothing",
            "6 name_en activities.fault.name",
            "6 min activities.fault.number",
            "6 max activities.fault.number",
            "7 min activities.fault.boundsOfNothing");
  }

  @Test
  void refusesAFileThatIsNone() {
    assertThat(keys(CatalogueFile.parse(""))).containsExactly("1  activities.fault.csvEmpty");
    assertThat(keys(CatalogueFile.parse("code,family\n")))
        .containsExactly("1  activities.fault.csvHeader");
    assertThat(keys(CatalogueFile.parse(HEADER + "\"tea")))
        .contains("2  activities.fault.csvQuote");
  }
}

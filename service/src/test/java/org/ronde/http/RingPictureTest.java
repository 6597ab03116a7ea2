package org.ronde.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.http.RingPicture.Answer;
import org.ronde.http.RingPicture.ArrowKind;
import org.ronde.http.RingPicture.Company;
import org.ronde.http.RingPicture.Words;

class RingPictureTest {

  private static final List<String> NAMES =
      List.of(
          "Atelier Vidal",
          "Imprimerie Sud",
          "Boulangerie-Pâtisserie du Capitole et Fils",
          "Électroménager Garonne",
          "Menuiserie Roux",
          "Anticonstitutionnellement");

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void putsMyCompanyAtTheBottomWhereverItStandsInTheCycle(int count) {
    var companies =
        IntStream.range(0, count).mapToObj(i -> company(NAMES.get(i), i == count - 1)).toList();

    var picture = RingPicture.of(companies, List.of());

    assertThat(picture.nodes().get(0).company().name()).isEqualTo(NAMES.get(count - 1));
    assertThat(picture.nodes().get(0).x()).isZero();
    assertThat(picture.nodes()).allMatch(node -> node.y() <= picture.nodes().get(0).y());
    assertThat(picture.nodes().get(1).company().name()).isEqualTo(NAMES.get(0));
  }

  @Test
  void goesClockwiseInGivingOrder() {
    var picture = ringOf(4);

    assertThat(picture.nodes())
        .extracting(RingPicture.Node::x)
        .containsExactly(0.0, -132.0, 0.0, 132.0);
    assertThat(picture.nodes())
        .extracting(RingPicture.Node::y)
        .containsExactly(132.0, 0.0, -132.0, 0.0);
    assertThat(picture.arrows())
        .extracting(RingPicture.Arrow::kind)
        .containsExactly(ArrowKind.GIVE, ArrowKind.MUTED, ArrowKind.MUTED, ArrowKind.RECEIVE);
  }

  @Test
  void drawsOneArrowEachWayWhenTwoSwap() {
    var picture = ringOf(2);

    assertThat(picture.arrows())
        .extracting(RingPicture.Arrow::kind)
        .containsExactly(ArrowKind.GIVE, ArrowKind.RECEIVE);
  }

  @Test
  void mutesEveryArrowWhenNoCompanyIsMine() {
    var picture =
        RingPicture.of(List.of(company("Acme", false), company("Brico", false)), List.of());

    assertThat(picture.mine()).isFalse();
    assertThat(picture.arrows()).allMatch(arrow -> arrow.kind() == ArrowKind.MUTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void startsAndEndsEachArrowClearOfTheCirclesItJoins(int count) {
    var picture = ringOf(count);

    for (var i = 0; i < count; i++) {
      var giver = picture.nodes().get(i);
      var receiver = picture.nodes().get((i + 1) % count);
      var start = firstPoint(picture.arrows().get(i).path());
      var tip = firstPoint(picture.arrows().get(i).head());
      assertThat(distance(start, giver)).isGreaterThan(giver.radius() + 5);
      assertThat(distance(tip, receiver)).isBetween(receiver.radius() + 4, receiver.radius() + 8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void keepsEveryNameInsideThePictureAndApartFromTheOthers(int count) {
    var picture = ringOf(count);
    var lines = picture.nodes().stream().flatMap(node -> node.name().stream()).toList();

    assertThat(picture.nodes()).allMatch(node -> node.name().size() <= 2);
    for (var line : lines) {
      assertThat(left(line)).isGreaterThanOrEqualTo(-164);
      assertThat(right(line)).isLessThanOrEqualTo(164);
      assertThat(lines)
          .filteredOn(other -> !other.equals(line) && Math.abs(other.y() - line.y()) < 10)
          .allMatch(other -> right(other) < left(line) || left(other) > right(line));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void framesEverythingItDraws(int count) {
    var picture = ringOf(count);
    var frame = picture.viewBox().split(" ");
    var top = Double.parseDouble(frame[1]);
    var bottom = top + Double.parseDouble(frame[3]);

    assertThat(frame[2]).isEqualTo("328");
    assertThat(picture.nodes())
        .allMatch(node -> node.y() - node.radius() > top && node.y() + node.radius() < bottom)
        .allMatch(node -> node.name().stream().allMatch(w -> w.y() > top + 10 && w.y() < bottom));
  }

  @Test
  void breaksANameBetweenWordsAndShortensWhatIsLeftOver() {
    assertThat(RingNames.wrapped("Acme", 80)).containsExactly("Acme");
    assertThat(RingNames.wrapped("Imprimerie  Sud", 78)).containsExactly("Imprimerie", "Sud");
    assertThat(RingNames.wrapped("Boulangerie-Pâtisserie du Capitole", 80))
        .containsExactly("Boulangerie-", "Pâtisserie…");
    assertThat(RingNames.wrapped("Anticonstitutionnellement", 80))
        .singleElement()
        .asString()
        .startsWith("Anticons")
        .endsWith("…");
  }

  @Test
  void opensTheRingOfACompanyThatSaidNo() {
    var picture =
        RingPicture.of(
            List.of(
                Company.of("Acme", Answer.YES, true, null),
                Company.of("Brico", Answer.NO, false, "/companies/1")),
            List.of());

    assertThat(picture.linked()).isTrue();
    assertThat(picture.nodes().get(0).ring()).isEmpty();
    assertThat(picture.nodes().get(1).ring()).startsWith("M").contains(" 0 1 1 ");
  }

  @Test
  void takesInitialsFromTheFirstTwoWords() {
    assertThat(company("Atelier Vidal", false).initials()).isEqualTo("AV");
    assertThat(company("L’Épi d’or", false).initials()).isEqualTo("LÉ");
    assertThat(company("boulangerie", false).initials()).isEqualTo("B");
    assertThat(company("&", false).initials()).isEqualTo("?");
  }

  @Test
  void centresTheTotalWithItsLinesBelow() {
    var picture = RingPicture.of(companies(4), List.of("24 050 €", "4 companies", "3 said yes"));

    assertThat(picture.centre()).extracting(Words::text).startsWith("24 050 €");
    assertThat(picture.centre()).allMatch(line -> line.x() == 0 && "middle".equals(line.anchor()));
    assertThat(picture.centre()).extracting(Words::y).isSorted();
    assertThat(picture.centre().get(1).y()).isCloseTo(-14, within(10.0));
  }

  @Test
  void refusesFewerThanTwoCompaniesMoreThanSixAndTwoOfMine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RingPicture.of(companies(1), List.of()))
        .withMessageContaining("2 to 6");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RingPicture.of(
                    IntStream.range(0, 7).mapToObj(i -> company("C" + i, false)).toList(),
                    List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RingPicture.of(List.of(company("A", true), company("B", true)), List.of()))
        .withMessageContaining("2 mine");
  }

  @Test
  void refusesACompanyWithoutAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Company(" ", "A", Answer.YES, false, null));
  }

  private static RingPicture ringOf(int count) {
    return RingPicture.of(companies(count), List.of("24 050 €"));
  }

  private static List<Company> companies(int count) {
    return IntStream.range(0, count).mapToObj(i -> company(NAMES.get(i), i == 0)).toList();
  }

  private static Company company(String name, boolean mine) {
    return Company.of(name, Answer.WAITING, mine, null);
  }

  private static double[] firstPoint(String path) {
    var numbers = path.substring(1).split("[ A-Z]+");
    return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
  }

  private static double distance(double[] point, RingPicture.Node node) {
    return Math.hypot(point[0] - node.x(), point[1] - node.y());
  }

  private static double left(Words line) {
    var width = RingNames.width(line.text());
    return switch (line.anchor()) {
      case "start" -> line.x();
      case "end" -> line.x() - width;
      default -> line.x() - width / 2;
    };
  }

  private static double right(Words line) {
    return left(line) + RingNames.width(line.text());
  }
}

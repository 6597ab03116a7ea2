package org.ronde.matching.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.matching.trades.WantList;

class WantListReaderTest {
  private static WantListReader.Instance read(String text) throws BadFileException {
    return WantListReader.read(text.replace("|", "\n").getBytes(UTF_8));
  }

  private static List<Long> costs(String text) throws BadFileException {
    return read(text + "|b:|c:|d:|e:").list().items().get(0).wants().stream()
        .map(WantList.Wanted::cost)
        .toList();
  }

  @Test
  void readsUsersItemsAndWants() throws BadFileException {
    var list = read("(Ann Lee) 1-x : 2-Y 3||# said so|(bob) 2-y: 1-X|3 2-y 1-x").list();

    assertThat(list.items().stream().map(WantList.Item::name)).containsExactly("1-X", "2-Y", "3");
    assertThat(list.items().stream().map(WantList.Item::user))
        .containsExactly("ANN LEE", "BOB", null);
    assertThat(list.items().get(0).wants().stream().map(WantList.Wanted::item))
        .containsExactly(1, 2);
    assertThat(list.items().get(2).wants().stream().map(WantList.Wanted::item))
        .containsExactly(1, 0);
    assertThat(list.ranked()).isFalse();
  }

  @Test
  void tellsSmallLettersFromLargeOnesWhenAsked() throws BadFileException {
    var instance = read("#! CASE-SENSITIVE|a : A|A : a");

    assertThat(instance.list().items()).hasSize(2);
    assertThat(instance.notes()).isEmpty();
  }

  @Test
  void givesEachUserDummiesOfTheirOwn() throws BadFileException {
    var instance =
        read("#! ALLOW-DUMMIES|(a) 1 : %d|(a) %d : 3 4|(b) 2 : %d|(b) %d : 1|(c) 3 : 1|(c) 4 : 2");

    var items = instance.list().items();
    assertThat(items.get(0).wants()).containsExactly(new WantList.Wanted(1, 1));
    assertThat(items.get(2).wants()).containsExactly(new WantList.Wanted(3, 1));
    assertThat(items.get(1).dummy()).isTrue();
    assertThat(instance.notes()).isEmpty();
  }

  @Test
  void ranksWantsByTheirPlace() throws BadFileException {
    assertThat(costs("a : b c d")).containsExactly(1L, 1L, 1L);
    assertThat(costs("#! LINEAR-PRIORITIES|a : b c ; d")).containsExactly(1L, 2L, 12L);
    assertThat(costs("#! LINEAR-PRIORITIES SMALL-STEP=0 BIG-STEP=100|a : b c ; d"))
        .containsExactly(1L, 1L, 101L);
    assertThat(costs("#! TRIANGLE-PRIORITIES|a : b c d")).containsExactly(1L, 3L, 6L);
    assertThat(costs("#! SQUARE-PRIORITIES|a : b c;;d")).containsExactly(1L, 4L, 441L);
    assertThat(costs("#! SCALED-PRIORITIES|a : b c d e")).containsExactly(1L, 631L, 1261L, 1891L);
    assertThat(costs("#! EXPLICIT-PRIORITIES|a : b=15 c d=193")).containsExactly(15L, 16L, 193L);
  }

  @Test
  void whatCostsMoreThanStayingDoesStay() throws BadFileException {
    assertThat(read("#! NONTRADE-COST=7|a : b").list().stayCost()).isEqualTo(7);
    assertThat(read("#! NONTRADE-COST=1000000000|a : b").list().stayCost()).isZero();
  }

  @Test
  void readsCashMarksAndTradesGoodsAlone() throws BadFileException {
    var instance =
        read("(a) 1 : 2 $45 $ODD|(b) 2 : 1|(c) $30.50 : 1 2|(c) LIMIT: $60|(d) $ODD : 1");

    assertThat(instance.list().items().stream().map(WantList.Item::name))
        .containsExactly("1", "2", "$ODD");
    assertThat(instance.list().items().get(0).wants()).hasSize(2);
    assertThat(instance.notes())
        .containsExactly("3 cash marks ($) are read and not used: goods alone change hands");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          #! METRIC=USERS-TRADING VERBOSE|a : b|b : a   ; line 1: option METRIC=USERS-TRADING is unknown and ignored, line 1: option VERBOSE is unknown and ignored
          #! ITERATIONS=20 SHRINK=2 HIDE-LOOPS|a : b|b : a ; ``
          a : b|b : a|a : c|c : a                       ; line 3: a second list for A, the first is on line 1: ignored
          a : b b|b : a                                 ; line 1: A wants B more than once: ignored
          #! HIDE-REPEATS|a : b b|b : a                 ; ``
          a : a b|b : a                                 ; line 1: A wants itself: ignored
          (u) a : b c|(u) b : c|(v) c : a               ; line 1: A wants B of the same user: ignored
          a : b x y|b : a x                             ; unknown item X (wanted 2×): ignored, unknown item Y (wanted 1×): ignored
          (u) a : %d b|(u) %d : b|(v) b : a             ; line 2: the dummy %D stands without ALLOW-DUMMIES: ignored, unknown item %D (wanted 1×): ignored
          #! ALLOW-DUMMIES|%d : b|(v) b : c|c : b       ; line 2: the dummy %D stands without a user: ignored
          !BEGIN-OFFICIAL-NAMES|a Chess|b: Go|c|!END-OFFICIAL-NAMES|a : b c|b : a|x : a ; line 8: X is no official name: ignored
          a : b=3 b|b : a                               ; line 1: B=3 has a priority without EXPLICIT-PRIORITIES: ignored
          #! EXPLICIT-PRIORITIES|a : b=0 c=x|b : a|c : a ; line 2: B=0 is not 'item=priority' with a priority from 1 to 999999999: ignored, line 2: C=X is not 'item=priority' with a priority from 1 to 999999999: ignored
          """)
  void leavesOutWhatCannotBeGrantedAndSaysSo(String text, String notes) throws BadFileException {
    assertThat(String.join(", ", read(text).notes())).isEqualTo(notes);
  }

  @ParameterizedTest(name = "{0} -> {2}")
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          ``                            ! 1 ! no want list; expected lines like '(user) item : wanted wanted'
          # only a comment              ! 1 ! no want list
          a : b|(u b : a                ! 2 ! the user's name lacks its ')'
          (u)                           ! 1 ! expected '(user) item : wanted wanted', read '(u)'
          () a : b                      ! 1 ! expected '(user) item
          (u) : b                       ! 1 ! expected one item before the ':', read 0
          a b : c                       ! 1 ! expected one item before the ':', read 2
          a : b : c                     ! 1 ! more than one ':'
          a (u) : b                     ! 1 ! only a user's name at the beginning
          (u) a : b (v)                 ! 1 ! only a user's name at the beginning
          a ; : b                       ! 1 ! a ';' stands before the first item wanted
          ;a b                          ! 1 ! a ';' stands before the first item wanted
          a : b # good                  ! 1 ! a comment (#…) stands after the beginning of a line
          """)
  void refusesABrokenLine(String text, int line, String reason) {
    assertRefused(text, line, reason);
  }

  @ParameterizedTest(name = "{0} -> {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          #! REQUIRE-COLONS|a b                           ; 2 ; REQUIRE-COLONS is set
          #! REQUIRE-USERNAMES|a : b                      ; 2 ; REQUIRE-USERNAMES is set
          a : b|#! REQUIRE-COLONS                         ; 2 ; options (#!…) stand after the first want list
          #! BIG-STEP=x                                   ; 1 ; BIG-STEP is 'X', must be a whole number from 0
          #! SMALL-STEP=-1                                ; 1 ; SMALL-STEP is '-1', must be a whole number from 0
          #! NONTRADE-COST=0                              ; 1 ; NONTRADE-COST is '0', must be a whole number from 1
          #! ITERATIONS=                                  ; 1 ; ITERATIONS is ''
          #! SEED=0                                       ; 1 ; SEED is '0'
          #! SHRINK=12                                    ; 1 ; SHRINK is 12, must be a single digit
          !END-OFFICIAL-NAMES                             ; 1 ; without !BEGIN
          !BEGIN-OFFICIAL-NAMES|a                         ; 2 ; without !END
          !BEGIN-OFFICIAL-NAMES|a|A                       ; 3 ; a second official name A
          !BEGIN-OFFICIAL-NAMES|%a                        ; 2 ; the dummy %A cannot have an official name
          !BEGIN-OFFICIAL-NAMES|:a                        ; 2 ; an official name is missing
          !BEGIN-OFFICIAL-NAMES|!END-OFFICIAL-NAMES|!BEGIN-OFFICIAL-NAMES ; 3 ; begin a second time
          a : b|!BEGIN-OFFICIAL-NAMES                     ; 2 ; stand after the first want list
          """)
  void refusesABrokenOptionOrName(String text, int line, String reason) {
    assertRefused(text, line, reason);
  }

  private static void assertRefused(String text, int line, String reason) {
    assertThatExceptionOfType(BadFileException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(reason)
        .matches(e -> e.line() == line, "line " + line);
  }

  @Test
  void passesOverTheOldMarkOfAFilesEnd() throws BadFileException {
    assertThat(read("a : b|b : a|\u001a").list().items()).hasSize(2);
  }

  @Test
  void knowsCapitalsAndSpacesBeyondAscii() throws BadFileException {
    var list = read("(Zoé) é : straße\u3000b|(b) b : É|STRASSE : b").list();

    assertThat(list.items().stream().map(WantList.Item::name)).containsExactly("É", "B", "STRASSE");
    assertThat(list.items().get(0).user()).isEqualTo("ZOÉ");
    assertThat(list.items().get(0).wants().stream().map(WantList.Wanted::item))
        .containsExactly(2, 1);
    assertRefused("(u) \u3000", 1, "expected '(user) item : wanted wanted'");
  }

  @Test
  void endsLinesInAllThreeWaysAndKnowsThousandsOfWords() throws BadFileException {
    var text = new StringBuilder("a : b\rb : a\r\n\r\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("item").append(i).append(" : a item").append((i + 1) % 3_000).append('\n');
    }

    var instance = read(text.toString());

    assertThat(instance.notes()).isEmpty();
    assertThat(instance.list().items()).hasSize(3_002);
    assertThat(instance.list().items().get(3_001).wants().stream().map(WantList.Wanted::item))
        .containsExactly(0, 2);
  }
}

package org.ronde.matching.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;
import org.ronde.matching.trades.TradeChecker;
import org.ronde.matching.trades.TradeGraph;
import org.ronde.matching.trades.TradePacker;

/** Want lists through the command line, real ones among them. */
class WantListsSolvedTest {
  @TempDir Path folder = Path.of("");
  private final Shell shell = new Shell();

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Trades as TradeMaximizer finds them, users as many as can be served with so many trades. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "okasaki-onewant.txt.gz, 1146, 336, 151",
    "okasaki-xmas.txt.gz, 1044, 356, 356",
    "okasaki-ask.txt, 597, 197, 197",
    "BR2024May.txt.gz, 875, 196, 78"
  })
  void tradesAsMuchAsTradeMaximizer(String name, int items, int trades, int users)
      throws Exception {
    int code = shell.run("solve", Shell.resource(name), "--json");

    assertThat(code).isZero();
    var result = shell.json();
    assertThat(result.get("status").textValue()).isEqualTo("OPTIMAL");
    assertThat(result.get("value").intValue()).isEqualTo(trades);
    assertThat(result.get("bound").intValue()).isEqualTo(trades);
    assertThat(result.get("items").intValue()).isEqualTo(items);
    assertThat(result.get("users").intValue()).isEqualTo(users);
    assertThat(result.get("usersBound").intValue()).isEqualTo(users);
    var given = new HashSet<String>();
    for (var cycle : result.get("cycles")) {
      for (int i = 0; i < cycle.size(); i++) {
        var leg = cycle.get(i);
        var next = cycle.get((i + 1) % cycle.size());
        assertThat(given.add(leg.get("item").textValue())).isTrue();
        assertThat(leg.get("for")).isEqualTo(next.get("item"));
        assertThat(leg.get("receiver")).isEqualTo(next.get("giver"));
      }
    }
    assertThat(given).hasSize(trades);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "okasaki-onewant.txt.gz",
    "okasaki-xmas.txt.gz",
    "okasaki-ask.txt",
    "BR2024May.txt.gz"
  })
  void nativesAndPlainJavaAgreeAndBothPassTheChecker(String name) throws Exception {
    var list = WantListReader.read(Instances.read(Path.of(Shell.resource(name)))).list();
    var found = new HashMap<Solvers, List<Integer>>();
    for (var solvers : List.of(Solvers.best(), Solvers.plainJava())) {
      var effort = new Effort(5_000, Long.MAX_VALUE, () -> false);

      var trades = TradePacker.pack(TradeGraph.of(list), solvers, effort, (p, t, m) -> {});

      assertThat(TradeChecker.check(list, trades)).isEmpty();
      found.put(solvers, List.of(trades.trades(), trades.users(), trades.usersMax()));
    }
    assertThat(found.values()).hasSize(2);
    assertThat(new HashSet<>(found.values())).hasSize(1);
  }

  @Test
  void tellsTheTradesOfTradeMaximizersExample() throws Exception {
    var list =
        """
        (Alice) 1 : 3 2 6
        (Betty) 2 : 1 6 4 3
        (Craig) 3 : 6 2
        (David) 4 : 2
        (Ethan) 5 : 1 2 3 4 6
        (Fiona) 6 : 1 2
        """;

    assertThat(shell.run("solve", file("example.txt", list))).isZero();

    assertThat(shell.printed())
        .startsWith("example.txt: OPTIMAL, value 5, bound 5, 2 cycles, ")
        .contains("items 6, users 5, usersBound 5", "solved by plain Java")
        .contains("ALICE gives 1 -> FIONA gives 6 -> CRAIG gives 3");
  }

  @Test
  void shortCyclesAreForListsWithoutDummies() throws Exception {
    var plain = file("plain.txt", "a : b\nb : c\nc : a d\nd : c\n");
    var dummies = file("dummies.txt", "#! ALLOW-DUMMIES\n(u) a : %d\n(u) %d : b\n(v) b : a\n");

    assertThat(shell.run("solve", plain, "--cycle-length-max", "2", "--json")).isZero();
    assertThat(shell.json().get("value").intValue()).isEqualTo(2);
    assertThat(shell.run("solve", plain, "--json")).isZero();
    assertThat(shell.json().get("value").intValue()).isEqualTo(3);
    assertThat(shell.run("solve", dummies)).isZero();
    assertThat(shell.run("solve", dummies, "--cycle-length-max", "3")).isEqualTo(2);
    assertThat(shell.complained()).startsWith("a want list with dummies can be solved for");
  }

  @Test
  void whereStayingHasACostTheListSaysHowMuchIsTooMuch() throws Exception {
    var list = "#! LINEAR-PRIORITIES NONTRADE-COST=%d\na : x y b\nb : x y a\nx : x\ny : y\n";

    assertThat(shell.run("solve", file("dear.txt", list.formatted(2)), "--json")).isZero();
    assertThat(shell.json().get("value").intValue()).isZero();
    assertThat(shell.json().get("bound").isNull()).isTrue();
    assertThat(shell.run("solve", file("cheap.txt", list.formatted(9)), "--json")).isZero();
    assertThat(shell.json().get("value").intValue()).isEqualTo(2);
    assertThat(shell.json().get("cost").intValue()).isEqualTo(6);
    assertThat(shell.json().get("status").textValue()).isEqualTo("OPTIMAL");
  }

  @Test
  void showsTwentyOfManyRemarksAndAllOfThemInJson() throws Exception {
    var list = new StringBuilder("a : b\nb : a\n");
    for (int i = 0; i < 30; i++) {
      list.append("a : b\n");
    }
    var path = file("many.txt", list.toString());

    assertThat(shell.run("solve", path)).isZero();
    assertThat(shell.printed()).contains("and 10 more, see --json");
    assertThat(shell.run("solve", path, "--json")).isZero();
    assertThat(shell.json().get("ignored")).hasSize(30);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          graph.input; '2 2|0 1 1|1 0 1|-1 -1 -1'
          graph;       '2 2|0 1 1|1 0 1|-1 -1 -1'
          graph;       '2,2|1,a|2,b|0,1,1|1,0,1'
          graph;       '# FILE NAME: x|# NUMBER ALTERNATIVES: 2|1,2,1|2,1,1'
          list;        '#! REQUIRE-COLONS|a : b|b : a'
          list;        '# a comment|(u) a : b|(v) b : a'
          list;        '!BEGIN-OFFICIAL-NAMES|a|b|!END-OFFICIAL-NAMES|a : b|b : a'
          list;        'a: b|b: a'
          list.txt;    'a b|b a'
          list.wants;  'a b|b a'
          """)
  void tellsTheFormatByNameOrFirstLines(String name, String text) throws Exception {
    var path = file(name, text.replace("|", "\n"));

    assertThat(shell.run("solve", path, "--cycle-length-max", "0", "--json")).isZero();

    assertThat(shell.json().get("value").intValue()).isEqualTo(2);
  }

  @Test
  void coversAPublishedGraphByCyclesOfAnyLength() throws Exception {
    var path = Shell.resource("sparse_128_0_1.wmd");

    assertThat(shell.run("solve", path, "--cycle-length-max", "0", "--json")).isZero();

    var result = shell.json();
    assertThat(result.get("status").textValue()).isEqualTo("OPTIMAL");
    assertThat(result.get("value").intValue()).isGreaterThanOrEqualTo(36);
    assertThat(result.get("solver").textValue()).isEqualTo("plain Java");
  }
}

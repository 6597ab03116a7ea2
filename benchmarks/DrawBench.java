import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.ronde.contests.draw.Draw;
import org.ronde.contests.draw.Entry;
import org.ronde.contests.draw.Hash;
import org.ronde.contests.draw.SealedList;

/**
 * Times a whole draw: {@code java -cp <service and its libraries> DrawBench.java}.
 *
 * <p>10,000 entrants with 100 tickets each, one million in all, ten prizes: sealing the list and drawing, apart. Fifteen
 * runs after five of warm-up; the median and the slowest.
 */
final class DrawBench {
  private static final int ENTRANTS = 10_000;
  private static final int TICKETS = 100;
  private static final int WARM_UP = 5;
  private static final int RUNS = 15;

  public static void main(String[] arguments) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < ENTRANTS; i++) {
      entries.add(new Entry(Hash.sha256("entrant " + i), TICKETS));
    }
    double[] sealing = new double[RUNS];
    double[] drawing = new double[RUNS];
    for (int run = -WARM_UP; run < RUNS; run++) {
      long start = System.nanoTime();
      SealedList list = new SealedList(entries);
      Hash root = list.root();
      long sealed = System.nanoTime();
      Hash seed = Draw.seed(new UUID(0, run), root, new byte[] {(byte) run});
      if (Draw.first(10, list, seed, Set.of()).size() != 10) {
        throw new IllegalStateException("Ten prizes did not find ten winners.");
      }
      if (run >= 0) {
        sealing[run] = (sealed - start) / 1e6;
        drawing[run] = (System.nanoTime() - sealed) / 1e6;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "draw of %,d entrants with %,d tickets: %.0f ms (slowest %.0f), sealing the list %.0f ms (slowest %.0f), on %d cores%n",
        ENTRANTS, ENTRANTS * TICKETS, median(drawing), max(drawing), median(sealing), max(sealing),
        Runtime.getRuntime().availableProcessors());
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double max(double[] times) {
    return Arrays.stream(times).max().orElseThrow();
  }
}

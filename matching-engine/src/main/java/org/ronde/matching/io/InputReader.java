package org.ronde.matching.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ronde.matching.graph.Digraph;

/**
 * Reads the {@code .input} of kidney_solver (James Trimble): a first line {@code n m}, then m arcs
 * {@code from to weight} between vertices from 0, then {@code -1 -1 -1}.
 *
 * <p>A second block of the same form may follow, of non-directed donors; it is checked and left
 * out, since only cycles are looked for. Weights are checked, and an arc that is written twice is
 * refused, as kidney_solver does.
 */
final class InputReader {
  private final TextLines lines;
  private final List<String> notes = new ArrayList<>();

  private InputReader(byte[] bytes) {
    lines = new TextLines(bytes, StandardCharsets.ISO_8859_1);
  }

  static GraphInstance read(byte[] bytes) throws BadFileException {
    return new InputReader(bytes).instance();
  }

  private GraphInstance instance() throws BadFileException {
    if (lines.isAtEnd()) {
      throw lines.bad("the file is empty");
    }
    var counts = counts("vertices");
    int vertices = (int) counts[0];
    var arcs = LongStream.builder();
    var at = IntStream.builder();
    boolean weighted = false;
    for (long arc = 0; arc < counts[1]; arc++) {
      var parts = row(arc, counts[1]);
      int tail = (int) lines.number(parts[0], vertices - 1L);
      int head = (int) lines.number(parts[1], vertices - 1L);
      if (tail == head) {
        throw lines.bad("vertex %d gives to itself".formatted(tail));
      }
      weighted |= lines.weight(parts[2]) != 1;
      arcs.add((long) tail << Integer.SIZE | head);
      at.add(lines.number());
      lines.next();
    }
    readEnd(counts[1]);
    var written = arcs.build().toArray();
    refuseRepeats(written, at.build().toArray());
    if (weighted) {
      notes.add("weights other than 1 are not used: each vertex counts one");
    }
    if (!lines.isAtEnd()) {
      readDonors(vertices);
    }
    return new GraphInstance(
        Digraph.of(
            vertices,
            LongStream.of(written).mapToInt(arc -> (int) (arc >> Integer.SIZE)).toArray(),
            LongStream.of(written).mapToInt(arc -> (int) arc).toArray()),
        0,
        notes);
  }

  private static void refuseRepeats(long[] arcs, int[] lineNumbers) throws BadFileException {
    var sorted = arcs.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        int last = arcs.length - 1;
        while (arcs[last] != sorted[i]) {
          last--;
        }
        throw new BadFileException(
            lineNumbers[last],
            "a second arc from %d to %d".formatted(arcs[last] >> Integer.SIZE, (int) arcs[last]));
      }
    }
  }

  private void readDonors(int vertices) throws BadFileException {
    var counts = counts("donors");
    for (long arc = 0; arc < counts[1]; arc++) {
      var parts = row(arc, counts[1]);
      lines.number(parts[0], counts[0] - 1);
      lines.number(parts[1], vertices - 1L);
      lines.weight(parts[2]);
      lines.next();
    }
    readEnd(counts[1]);
    if (!lines.isAtEnd()) {
      throw lines.bad("something follows the donors: '%s'".formatted(lines.shown()));
    }
    notes.add(
        "%d non-directed donors are left out: only cycles are looked for".formatted(counts[0]));
  }

  private long[] counts(String what) throws BadFileException {
    var parts = lines.line().strip().split("\\s+");
    if (parts.length != 2) {
      throw lines.bad(
          "expected the numbers of %s and of arcs, read '%s'".formatted(what, lines.shown()));
    }
    long count = lines.number(parts[0], WmdReader.VERTICES_MAX);
    if (count == 0) {
      throw lines.bad("no " + what);
    }
    long arcs = lines.number(parts[1], Integer.MAX_VALUE);
    lines.next();
    return new long[] {count, arcs};
  }

  private String[] row(long before, long announced) throws BadFileException {
    if (lines.isAtEnd() || lines.line().strip().startsWith("-1")) {
      throw lines.bad("%d arcs are announced, %d stand here".formatted(announced, before));
    }
    var parts = lines.line().strip().split("\\s+");
    if (parts.length != 3) {
      throw lines.bad("expected 'from to weight', read '%s'".formatted(lines.shown()));
    }
    return parts;
  }

  private void readEnd(long announced) throws BadFileException {
    if (lines.isAtEnd() || !lines.line().strip().matches("-1\\s+-1\\s+-1")) {
      throw lines.bad("expected '-1 -1 -1' after %d arcs".formatted(announced));
    }
    lines.next();
  }
}

package org.ronde.matching.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.ronde.matching.graph.Digraph;

/**
 * Reads PrefLib's weighted matching data, {@code .wmd}.
 *
 * <p>The new form has a header of {@code # KEY: value} lines, the old one a first line {@code n,m}
 * and a line {@code i,name} for each vertex; then each line {@code u,v,w} is an arc. Old files
 * count vertices from 0 in their arcs and new ones from 1; a file that names vertex 0 or vertex n
 * settles it otherwise. Arcs of weight 0 lead back to altruistic donors and are left out.
 */
final class WmdReader {
  private static final int VERTICES_MAX = 1_000_000;
  private static final Pattern COUNT =
      Pattern.compile("#\\s*NUMBER (ALTERNATIVES|EDGES)\\s*:\\s*(.*)");

  private final List<String> lines;
  private final LongStream.Builder arcs = LongStream.builder();
  private long arcCount;
  private int at;
  private long vertices = -1;
  private long announced = -1;
  private int headerLine;

  private WmdReader(byte[] bytes) {
    lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
  }

  /** A graph whose vertex i is called {@code firstId + i} in the file. */
  record Instance(Digraph graph, int firstId) {}

  static Instance read(byte[] bytes) throws BadFileException {
    return new WmdReader(bytes).instance();
  }

  private Instance instance() throws BadFileException {
    skipEmpty();
    if (at == lines.size()) {
      throw bad("the file is empty");
    }
    boolean oldForm = !lines.get(at).startsWith("#");
    if (oldForm) {
      readOldHeader();
    } else {
      readNewHeader();
    }
    boolean sawFirst = false;
    boolean sawLast = false;
    for (skipEmpty(); at < lines.size(); at++, skipEmpty()) {
      var arc = arc();
      sawFirst |= arc[0] == 0 || arc[1] == 0;
      sawLast |= arc[0] == vertices || arc[1] == vertices;
      if (sawFirst && sawLast) {
        throw bad("vertices 0 and " + vertices + " in a file of " + vertices + " vertices");
      }
      arcCount++;
      if (arc[2] != 0) {
        arcs.add(arc[0] << Integer.SIZE | arc[1]);
      }
    }
    if (announced >= 0 && announced != arcCount) {
      at = headerLine;
      throw bad("%d arcs are announced, %d follow".formatted(announced, arcCount));
    }
    int firstId = sawFirst || (oldForm && !sawLast) ? 0 : 1;
    return new Instance(graph(firstId), firstId);
  }

  private void readOldHeader() throws BadFileException {
    var counts = fields(2);
    vertices = vertexCount(counts[0]);
    announced = number(counts[1], Integer.MAX_VALUE);
    headerLine = at;
    at++;
    for (long vertex = 1; vertex <= vertices; vertex++, at++) {
      if (at == lines.size()) {
        throw bad("the file ends before the name of vertex " + vertex);
      }
      var named = lines.get(at).split(",", 2);
      if (named.length < 2 || number(named[0], VERTICES_MAX) != vertex) {
        throw bad("expected the name of vertex %d, read '%s'".formatted(vertex, shown()));
      }
    }
  }

  private void readNewHeader() throws BadFileException {
    for (; at < lines.size() && lines.get(at).startsWith("#"); at++) {
      Matcher count = COUNT.matcher(lines.get(at));
      if (count.matches() && "EDGES".equals(count.group(1))) {
        announced = number(count.group(2), Integer.MAX_VALUE);
        headerLine = at;
      } else if (count.matches()) {
        vertices = vertexCount(count.group(2));
      }
    }
    if (vertices < 0) {
      throw bad("the header lacks '# NUMBER ALTERNATIVES: n'");
    }
  }

  private long[] arc() throws BadFileException {
    var parts = fields(3);
    long from = number(parts[0], vertices);
    long to = number(parts[1], vertices);
    if (from == to) {
      throw bad("vertex %d gives to itself".formatted(from));
    }
    double weight;
    try {
      weight = Double.parseDouble(parts[2].strip());
    } catch (NumberFormatException e) {
      throw bad("'%s' is no weight".formatted(parts[2].strip()));
    }
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw bad("the weight is %s, must not be below 0".formatted(parts[2].strip()));
    }
    return new long[] {from, to, weight == 0 ? 0 : 1};
  }

  /** An arc that is written twice is one arc. */
  private Digraph graph(int firstId) {
    long[] once = arcs.build().sorted().distinct().toArray();
    return Digraph.of(
        (int) vertices,
        LongStream.of(once).mapToInt(arc -> (int) (arc >> Integer.SIZE) - firstId).toArray(),
        LongStream.of(once).mapToInt(arc -> (int) arc - firstId).toArray());
  }

  private void skipEmpty() {
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
  }

  private String[] fields(int count) throws BadFileException {
    var fields = lines.get(at).split(",", -1);
    if (fields.length != count) {
      throw bad("expected %d fields between commas, read '%s'".formatted(count, shown()));
    }
    return fields;
  }

  private long vertexCount(String text) throws BadFileException {
    long count = number(text, VERTICES_MAX);
    if (count == 0) {
      throw bad("no vertices");
    }
    return count;
  }

  private long number(String text, long most) throws BadFileException {
    long number;
    try {
      number = Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw bad("'%s' is no whole number".formatted(text.strip()));
    }
    if (number < 0 || number > most) {
      throw bad("%d lies outside 0 to %d".formatted(number, most));
    }
    return number;
  }

  private String shown() {
    var line = lines.get(at);
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  private BadFileException bad(String reason) {
    return new BadFileException(Math.min(at, Math.max(0, lines.size() - 1)) + 1, reason);
  }
}

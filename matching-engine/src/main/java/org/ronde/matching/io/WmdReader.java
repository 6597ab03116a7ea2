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
  /** No file may have more vertices. */
  static final int VERTICES_MAX = 1_000_000;

  private static final Pattern COUNT =
      Pattern.compile("#\\s*NUMBER (ALTERNATIVES|EDGES)\\s*:\\s*(.*)");

  private final TextLines lines;
  private final LongStream.Builder arcs = LongStream.builder();
  private long arcCount;
  private long vertices = -1;
  private long announced = -1;
  private int headerLine;

  private WmdReader(byte[] bytes) {
    lines = new TextLines(bytes, StandardCharsets.ISO_8859_1);
  }

  static GraphInstance read(byte[] bytes) throws BadFileException {
    return new WmdReader(bytes).instance();
  }

  private GraphInstance instance() throws BadFileException {
    if (lines.isAtEnd()) {
      throw lines.bad("the file is empty");
    }
    boolean oldForm = !lines.line().startsWith("#");
    if (oldForm) {
      readOldHeader();
    } else {
      readNewHeader();
    }
    boolean sawFirst = false;
    boolean sawLast = false;
    for (; !lines.isAtEnd(); lines.next()) {
      var arc = arc();
      sawFirst |= arc[0] == 0 || arc[1] == 0;
      sawLast |= arc[0] == vertices || arc[1] == vertices;
      if (sawFirst && sawLast) {
        throw lines.bad("vertices 0 and " + vertices + " in a file of " + vertices + " vertices");
      }
      arcCount++;
      if (arc[2] != 0) {
        arcs.add(arc[0] << Integer.SIZE | arc[1]);
      }
    }
    if (announced >= 0 && announced != arcCount) {
      throw new BadFileException(
          headerLine, "%d arcs are announced, %d follow".formatted(announced, arcCount));
    }
    int firstId = sawFirst || (oldForm && !sawLast) ? 0 : 1;
    return new GraphInstance(graph(firstId), firstId, List.of());
  }

  private void readOldHeader() throws BadFileException {
    var counts = fields(2);
    vertices = vertexCount(counts[0]);
    announced = lines.number(counts[1], Integer.MAX_VALUE);
    headerLine = lines.number();
    lines.next();
    for (long vertex = 1; vertex <= vertices; vertex++, lines.next()) {
      if (!lines.hasLine()) {
        throw lines.bad("the file ends before the name of vertex " + vertex);
      }
      var named = lines.line().split(",", 2);
      if (named.length < 2 || lines.number(named[0], VERTICES_MAX) != vertex) {
        throw lines.bad(
            "expected the name of vertex %d, read '%s'".formatted(vertex, lines.shown()));
      }
    }
  }

  private void readNewHeader() throws BadFileException {
    for (; lines.hasLine() && lines.line().startsWith("#"); lines.next()) {
      Matcher count = COUNT.matcher(lines.line());
      if (count.matches() && "EDGES".equals(count.group(1))) {
        announced = lines.number(count.group(2), Integer.MAX_VALUE);
        headerLine = lines.number();
      } else if (count.matches()) {
        vertices = vertexCount(count.group(2));
      }
    }
    if (vertices < 0) {
      throw lines.bad("the header lacks '# NUMBER ALTERNATIVES: n'");
    }
  }

  private long[] arc() throws BadFileException {
    var parts = fields(3);
    long from = lines.number(parts[0], vertices);
    long to = lines.number(parts[1], vertices);
    if (from == to) {
      throw lines.bad("vertex %d gives to itself".formatted(from));
    }
    return new long[] {from, to, lines.weight(parts[2]) == 0 ? 0 : 1};
  }

  /** An arc that is written twice is one arc. */
  private Digraph graph(int firstId) {
    long[] once = arcs.build().sorted().distinct().toArray();
    return Digraph.of(
        (int) vertices,
        LongStream.of(once).mapToInt(arc -> (int) (arc >> Integer.SIZE) - firstId).toArray(),
        LongStream.of(once).mapToInt(arc -> (int) arc - firstId).toArray());
  }

  private String[] fields(int count) throws BadFileException {
    var fields = lines.line().split(",", -1);
    if (fields.length != count) {
      throw lines.bad(
          "expected %d fields between commas, read '%s'".formatted(count, lines.shown()));
    }
    return fields;
  }

  private long vertexCount(String text) throws BadFileException {
    long count = lines.number(text, VERTICES_MAX);
    if (count == 0) {
      throw lines.bad("no vertices");
    }
    return count;
  }
}

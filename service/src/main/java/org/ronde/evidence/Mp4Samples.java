package org.ronde.evidence;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a track's samples lie in an MP4 file, by the tables {@code stsz}, {@code stsc}, {@code
 * stco}.
 */
final class Mp4Samples {
  private static final int SAMPLES_MAX = 500_000;

  private Mp4Samples() {}

  /** Bytes in a row. */
  record Run(long offset, long length) {}

  /**
   * The runs of bytes that hold the samples, a run each chunk.
   *
   * @param tables the content of the boxes, by type
   */
  static List<Run> runs(Map<String, ByteBuffer> tables) throws IOException {
    try {
      long[] sizes = sizes(table(tables, "stsz"));
      long[] chunks =
          tables.containsKey("co64")
              ? offsets(table(tables, "co64"), true)
              : offsets(table(tables, "stco"), false);
      return runs(sizes, chunks, perChunk(table(tables, "stsc"), chunks.length));
    } catch (BufferUnderflowException e) {
      throw new Broken("A table of samples that ends early.");
    }
  }

  private static List<Run> runs(long[] sizes, long[] chunks, int[] perChunk) {
    List<Run> runs = new ArrayList<>();
    int sample = 0;
    for (int chunk = 0; chunk < chunks.length; chunk++) {
      long length = 0;
      for (int i = 0; i < perChunk[chunk] && sample < sizes.length; i++) {
        length += sizes[sample++];
      }
      runs.add(new Run(chunks[chunk], length));
    }
    return runs;
  }

  private static ByteBuffer table(Map<String, ByteBuffer> tables, String type) throws Broken {
    ByteBuffer table = tables.get(type);
    if (table == null) {
      throw new Broken("A track without " + type);
    }
    // Version and flags come first.
    table.getInt();
    return table;
  }

  private static long[] sizes(ByteBuffer table) throws Broken {
    long one = table.getInt() & 0xffff_ffffL;
    long[] sizes = new long[count(table)];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = one != 0 ? one : table.getInt() & 0xffff_ffffL;
    }
    return sizes;
  }

  private static long[] offsets(ByteBuffer table, boolean wide) throws Broken {
    long[] offsets = new long[count(table)];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = wide ? table.getLong() : table.getInt() & 0xffff_ffffL;
    }
    return offsets;
  }

  /** How many samples each chunk holds: runs of chunks, each given by its first, from 1. */
  private static int[] perChunk(ByteBuffer table, int chunks) throws Broken {
    int[] perChunk = new int[chunks];
    int entries = count(table);
    for (int i = 0; i < entries; i++) {
      int first = table.getInt();
      int samples = table.getInt();
      table.getInt();
      for (int chunk = Math.max(1, first); chunk <= chunks; chunk++) {
        perChunk[chunk - 1] = samples;
      }
      if ((long) entries * chunks > 50L * SAMPLES_MAX) {
        throw new Broken("A table of samples made to keep us busy.");
      }
    }
    return perChunk;
  }

  private static int count(ByteBuffer table) throws Broken {
    int count = table.getInt();
    if (count < 0 || count > SAMPLES_MAX) {
      throw new Broken("A track of too many samples.");
    }
    return count;
  }
}

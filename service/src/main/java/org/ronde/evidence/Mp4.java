package org.ronde.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Films of phones, MP4 and MOV: boxes in boxes. Everything that is neither picture nor sound is
 * overwritten with zeros where it lies and called {@code free}, so that no offset changes and
 * nothing is coded again: places, names and devices are gone, the film plays as before.
 */
final class Mp4 implements AutoCloseable {
  private static final int BOXES_MAX = 5_000;
  private static final Set<String> OUTER = Set.of("ftyp", "moov", "mdat");

  /** What a film needs of {@code moov} and of a track; the rest tells where and by whom. */
  private static final Set<String> OF_MOVIE = Set.of("mvhd", "trak");

  private static final Set<String> OF_TRACK = Set.of("tkhd", "edts", "mdia");
  private static final Set<String> KEPT_HANDLERS = Set.of("vide", "soun");

  private final RandomAccessFile file;
  private int boxes;

  /** A box: its type, where it begins, where its content begins, and where it ends. */
  private record Atom(String type, long start, long body, long end) {}

  private Mp4(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Blanks what is not the film itself.
   *
   * @return how long the film lasts, in seconds
   * @throws Broken when boxes do not fit into each other, or it is no film
   */
  static double clean(Path film) throws IOException {
    try (Mp4 mp4 = new Mp4(new RandomAccessFile(film.toFile(), "rw"))) {
      return mp4.clean();
    }
  }

  private double clean() throws IOException {
    List<Atom> outer = atoms(0, file.length());
    Atom movie = find(outer, "moov").orElseThrow(() -> new Broken("A film without moov."));
    if (find(outer, "mdat").isEmpty()) {
      throw new Broken("A film without mdat.");
    }
    List<Atom> parts = atoms(movie.body(), movie.end());
    Atom head = find(parts, "mvhd").orElseThrow(() -> new Broken("A film without mvhd."));
    if (find(parts, "mvex").isPresent()) {
      // Made in fragments, as no camera does; their times and samples would need another reader.
      throw new Broken("A film in fragments.");
    }
    double seconds = seconds(head);
    int pictures = 0;
    for (Atom part : parts) {
      if (part.type().equals("trak")) {
        pictures += cleanTrack(part) ? 1 : 0;
      }
    }
    if (pictures == 0) {
      throw new Broken("A film without pictures.");
    }
    blankAllBut(parts, OF_MOVIE);
    blankAllBut(outer, OUTER);
    return seconds;
  }

  /** Blanks what a track notes beside its samples, or all of it; true when it holds pictures. */
  private boolean cleanTrack(Atom track) throws IOException {
    List<Atom> parts = atoms(track.body(), track.end());
    Atom media = find(parts, "mdia").orElseThrow(() -> new Broken("A track without mdia."));
    List<Atom> mediaParts = atoms(media.body(), media.end());
    Atom handler = find(mediaParts, "hdlr").orElseThrow(() -> new Broken("mdia without hdlr."));
    String kind = text(handler.body() + 8);
    if (!KEPT_HANDLERS.contains(kind)) {
      // A camera's own track: positions, faces, movements, taken every second.
      blankSamples(mediaParts);
      blank(track);
      return false;
    }
    blankAllBut(parts, OF_TRACK);
    for (Atom part : mediaParts) {
      if (Set.of("udta", "meta", "uuid").contains(part.type())) {
        blank(part);
      }
    }
    return kind.equals("vide");
  }

  private void blankSamples(List<Atom> mediaParts) throws IOException {
    Optional<Atom> info = find(mediaParts, "minf");
    if (info.isEmpty()) {
      return;
    }
    Optional<Atom> table = find(atoms(info.get().body(), info.get().end()), "stbl");
    if (table.isEmpty()) {
      return;
    }
    Map<String, ByteBuffer> tables = new HashMap<>();
    for (Atom part : atoms(table.get().body(), table.get().end())) {
      tables.put(part.type(), ByteBuffer.wrap(read(part.body(), part.end() - part.body())));
    }
    for (Mp4Samples.Run run : Mp4Samples.runs(tables)) {
      zero(run.offset(), run.length());
    }
  }

  private double seconds(Atom head) throws IOException {
    file.seek(head.body());
    int version = file.readUnsignedByte();
    file.skipBytes(3 + (version == 1 ? 16 : 8));
    long scale = file.readInt() & 0xffff_ffffL;
    long duration = version == 1 ? file.readLong() : file.readInt() & 0xffff_ffffL;
    if (scale == 0 || duration < 0 || file.getFilePointer() > head.end()) {
      throw new Broken("A film whose length cannot be read.");
    }
    return (double) duration / scale;
  }

  private List<Atom> atoms(long from, long to) throws IOException {
    List<Atom> atoms = new ArrayList<>();
    long at = from;
    while (at < to) {
      // QuickTime ends some lists by four zero bytes.
      if (to - at < 8) {
        if (from == 0) {
          throw new Broken("A film with a rest behind its last box.");
        }
        break;
      }
      Atom atom = atom(at, to);
      atoms.add(atom);
      at = atom.end();
      if (++boxes > BOXES_MAX) {
        throw new Broken("A film of too many boxes.");
      }
    }
    return atoms;
  }

  private Atom atom(long at, long to) throws IOException {
    file.seek(at);
    long size = file.readInt() & 0xffff_ffffL;
    byte[] type = new byte[4];
    file.readFully(type);
    long body = at + 8;
    if (size == 1) {
      size = file.readLong();
      body = at + 16;
    } else if (size == 0) {
      size = to - at;
    }
    if (size < body - at || size > to - at) {
      throw new Broken("A box larger than what holds it.");
    }
    return new Atom(new String(type, StandardCharsets.ISO_8859_1), at, body, at + size);
  }

  private static Optional<Atom> find(List<Atom> atoms, String type) {
    return atoms.stream().filter(atom -> atom.type().equals(type)).findFirst();
  }

  private void blankAllBut(List<Atom> atoms, Set<String> kept) throws IOException {
    for (Atom atom : atoms) {
      if (!kept.contains(atom.type())) {
        blank(atom);
      }
    }
  }

  private void blank(Atom atom) throws IOException {
    file.seek(atom.start() + 4);
    file.write("free".getBytes(StandardCharsets.ISO_8859_1));
    zero(atom.body(), atom.end() - atom.body());
  }

  private void zero(long at, long length) throws IOException {
    if (at < 0 || length < 0 || at + length > file.length()) {
      throw new Broken("A sample that lies outside the film.");
    }
    byte[] zeros = new byte[(int) Math.min(64 * 1024, length)];
    file.seek(at);
    for (long left = length; left > 0; left -= zeros.length) {
      file.write(zeros, 0, (int) Math.min(left, zeros.length));
    }
  }

  private byte[] read(long at, long length) throws IOException {
    if (length < 0 || length > 8_000_000) {
      throw new Broken("A table of an odd length.");
    }
    byte[] bytes = new byte[(int) length];
    file.seek(at);
    file.readFully(bytes);
    return bytes;
  }

  private String text(long at) throws IOException {
    return new String(read(at, 4), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package org.ronde.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Films of browsers, WebM: elements in a row, each an id, a length and a content. Tags, attachments
 * and titles become {@code Void} elements of the same length filled with zeros.
 */
final class Webm implements AutoCloseable {
  private static final long EBML = 0x1a45dfa3L;
  private static final long DOC_TYPE = 0x4282;
  private static final long SEGMENT = 0x18538067L;
  private static final long INFO = 0x1549a966L;
  private static final long TRACKS = 0x1654ae6bL;
  private static final long CLUSTER = 0x1f43b675L;
  private static final long SCALE = 0x2ad7b1L;
  private static final long DURATION = 0x4489;
  private static final long CLUSTER_TIME = 0xe7;
  private static final long SIMPLE_BLOCK = 0xa3;
  private static final long TAGS = 0x1254c367L;
  private static final long ATTACHMENTS = 0x1941a469L;
  private static final long TITLE = 0x7ba9;
  private static final long DATE = 0x4461;
  private static final long VOID = 0xec;
  private static final int ELEMENTS_MAX = 300_000;

  private final RandomAccessFile file;
  private long nanosPerTick = 1_000_000;
  private double durationTicks;
  private long clusterTick;
  private long lastTick;
  private boolean webm;
  private boolean tracks;

  /** An element; {@code end} is -1 when its length was not known when it was written. */
  private record Element(long id, long start, long body, long end) {}

  private Webm(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Blanks what is not the film itself.
   *
   * @return how long the film lasts, in seconds
   * @throws Broken when elements do not fit, or it is no WebM film
   */
  static double clean(Path film) throws IOException {
    try (Webm webm = new Webm(new RandomAccessFile(film.toFile(), "rw"))) {
      return webm.clean();
    }
  }

  private double clean() throws IOException {
    long at = 0;
    int count = 0;
    while (at < file.length()) {
      Element element = element(at);
      at = visit(element);
      if (++count > ELEMENTS_MAX) {
        throw new Broken("A film of too many elements.");
      }
    }
    if (!webm || !tracks) {
      throw new Broken("Not a WebM film.");
    }
    double ticks = durationTicks > 0 ? durationTicks : lastTick;
    return ticks * nanosPerTick / 1e9;
  }

  /** Looks at an element, and returns where the next one begins: inside it or behind it. */
  private long visit(Element element) throws IOException {
    long id = element.id();
    if (id == EBML || id == SEGMENT || id == INFO || id == CLUSTER) {
      return element.body();
    }
    if (element.end() < 0) {
      throw new Broken("An element without an end.");
    }
    if (id == DOC_TYPE) {
      webm = new String(content(element, 16), StandardCharsets.US_ASCII).startsWith("webm");
    } else if (id == TRACKS) {
      tracks = true;
    } else if (id == SCALE) {
      nanosPerTick = number(element);
    } else if (id == DURATION) {
      durationTicks = fraction(element);
    } else if (id == CLUSTER_TIME) {
      clusterTick = number(element);
      lastTick = Math.max(lastTick, clusterTick);
    } else if (id == SIMPLE_BLOCK) {
      byte[] head = content(element, 3);
      // Behind a track number of one byte, the time relative to the cluster's.
      lastTick =
          head.length < 3
              ? lastTick
              : Math.max(
                  lastTick, clusterTick + (short) (((head[1] & 0xff) << 8) | (head[2] & 0xff)));
    } else if (id == TAGS || id == ATTACHMENTS || id == TITLE || id == DATE || id == VOID) {
      blank(element);
    }
    return element.end();
  }

  private Element element(long at) throws IOException {
    file.seek(at);
    int first = file.readUnsignedByte();
    int idLength = Integer.numberOfLeadingZeros(first) - 23;
    if (idLength > 4) {
      throw new Broken("No element here.");
    }
    long id = first;
    for (int i = 1; i < idLength; i++) {
      id = (id << 8) | file.readUnsignedByte();
    }
    int head = file.readUnsignedByte();
    int sizeLength = Integer.numberOfLeadingZeros(head) - 23;
    if (sizeLength > 8) {
      throw new Broken("An element without a length.");
    }
    long size = head & (0xff >> sizeLength);
    long unknown = 0xff >> sizeLength;
    for (int i = 1; i < sizeLength; i++) {
      size = (size << 8) | file.readUnsignedByte();
      unknown = (unknown << 8) | 0xff;
    }
    long body = file.getFilePointer();
    if (size == unknown) {
      return new Element(id, at, body, -1);
    }
    if (size > file.length() - body) {
      throw new Broken("An element that ends behind the film.");
    }
    return new Element(id, at, body, body + size);
  }

  /** {@code Void}, a length in as many bytes as there is room for, zeros. */
  private void blank(Element element) throws IOException {
    long room = element.end() - element.start() - 1;
    int sizeLength = (int) Math.min(8, room);
    long size = room - sizeLength;
    file.seek(element.start());
    file.write((int) VOID);
    for (int i = sizeLength - 1; i >= 0; i--) {
      int marker = i == sizeLength - 1 ? 0x100 >> sizeLength : 0;
      file.write((int) ((size >> (8 * i)) & 0xff) | marker);
    }
    byte[] zeros = new byte[(int) Math.min(64 * 1024, size)];
    for (long left = size; left > 0; left -= zeros.length) {
      file.write(zeros, 0, (int) Math.min(left, zeros.length));
    }
  }

  private byte[] content(Element element, int max) throws IOException {
    byte[] bytes = new byte[(int) Math.min(max, element.end() - element.body())];
    file.seek(element.body());
    file.readFully(bytes);
    return bytes;
  }

  private long number(Element element) throws IOException {
    long number = 0;
    for (byte part : content(element, 8)) {
      number = (number << 8) | (part & 0xff);
    }
    return number;
  }

  private double fraction(Element element) throws IOException {
    long bits = number(element);
    return element.end() - element.body() == 4
        ? Float.intBitsToFloat((int) bits)
        : Double.longBitsToDouble(bits);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

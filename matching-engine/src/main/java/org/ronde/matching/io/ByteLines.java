package org.ronde.matching.io;

/**
 * The lines of a text that is still bytes, without their ends.
 *
 * <p>A line ends as those of {@link String#lines} do. Its bytes are looked at where they stand:
 * making a String of each takes longer than a want list takes to solve.
 */
final class ByteLines {
  private final byte[] bytes;
  private final int size;
  private int begin;
  private int end;
  private int next;
  private int number;
  private boolean ascii;

  /** Lines of the first bytes, as many as {@code size}. */
  ByteLines(byte[] bytes, int size) {
    this.bytes = bytes;
    this.size = size;
  }

  /** Goes on to the next line, at first to the first one; false when there is none. */
  boolean next() {
    if (next >= size) {
      return false;
    }
    begin = next;
    end = begin;
    int letters = 0;
    while (end < size && bytes[end] != '\n' && bytes[end] != '\r') {
      letters |= bytes[end++];
    }
    ascii = letters >= 0;
    boolean pair = end + 1 < size && bytes[end] == '\r' && bytes[end + 1] == '\n';
    next = end + (pair ? 2 : 1);
    number++;
    return true;
  }

  /** Where this line begins. */
  int begin() {
    return begin;
  }

  /** One past this line's last byte. */
  int end() {
    return end;
  }

  /** Whether there is nothing beyond ASCII in this line. */
  boolean isAscii() {
    return ascii;
  }

  /** The number of this line, from 1; 0 before the first. */
  int number() {
    return number;
  }
}

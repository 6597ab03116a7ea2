package org.ronde.matching.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Different words, numbered from 0 in the order they are met.
 *
 * <p>Looks words up by their bytes in UTF-8: a list names each item many times, and a String for
 * each time is what reading it would take longest for.
 */
final class Words {
  private static final int ROOM_FIRST = 1 << 10;

  /** All words in a row, and after them room for one that is looked up. */
  private byte[] letters = new byte[8 * ROOM_FIRST];

  /** Where each word begins, and where the next one will. */
  private int[] begins = new int[ROOM_FIRST + 1];

  private int[] hashes = new int[ROOM_FIRST];

  /** By hash: a word's number and one, or 0; where a place is taken, the next one serves. */
  private int[] places = new int[4 * ROOM_FIRST];

  private int count;

  /** How many there are. */
  int count() {
    return count;
  }

  /** The word of this number. */
  String text(int word) {
    int begin = begins[word];
    return new String(letters, begin, begins[word + 1] - begin, StandardCharsets.UTF_8);
  }

  /** The number of a word. */
  int number(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return number(bytes, 0, bytes.length, false);
  }

  /**
   * The number of the word that stands there.
   *
   * @param capitals whether a to z are read as capitals
   */
  int number(byte[] bytes, int begin, int end, boolean capitals) {
    int from = begins[count];
    int to = from + end - begin;
    if (to > letters.length) {
      letters = Arrays.copyOf(letters, 2 * to);
    }
    int hash = 0;
    for (int i = begin; i < end; i++) {
      byte letter = bytes[i];
      if (capitals && letter >= 'a' && letter <= 'z') {
        letter = (byte) (letter - 'a' + 'A');
      }
      letters[from + i - begin] = letter;
      hash = 31 * hash + letter;
    }
    return number(from, to, hash);
  }

  private int number(int from, int to, int hash) {
    int place = hash & (places.length - 1);
    while (places[place] != 0) {
      int word = places[place] - 1;
      if (hashes[word] == hash && isEqual(word, from, to)) {
        return word;
      }
      place = (place + 1) & (places.length - 1);
    }
    places[place] = count + 1;
    hashes[count++] = hash;
    begins[count] = to;
    if (count == hashes.length) {
      grow();
    }
    return count - 1;
  }

  private boolean isEqual(int word, int from, int to) {
    int at = begins[word];
    boolean equal = begins[word + 1] - at == to - from;
    for (int i = from; i < to && equal; i++) {
      equal = letters[i] == letters[at++];
    }
    return equal;
  }

  private void grow() {
    begins = Arrays.copyOf(begins, 2 * count + 1);
    hashes = Arrays.copyOf(hashes, 2 * count);
    places = new int[2 * places.length];
    for (int word = 0; word < count; word++) {
      int place = hashes[word] & (places.length - 1);
      while (places[place] != 0) {
        place = (place + 1) & (places.length - 1);
      }
      places[place] = word + 1;
    }
  }
}

package org.ronde.matching.solvers;

import java.util.Arrays;

/** Items by their keys, least key first; an item may be in it more than once. */
final class LongHeap {
  private static final int ROOM_FIRST = 64;

  private long[] keys = new long[ROOM_FIRST];
  private int[] items = new int[ROOM_FIRST];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  /** The least key. */
  long key() {
    return keys[0];
  }

  /** An item of the least key. */
  int item() {
    return items[0];
  }

  void add(long key, int item) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      items = Arrays.copyOf(items, 2 * size);
    }
    int place = size++;
    while (place > 0 && keys[(place - 1) / 2] > key) {
      move((place - 1) / 2, place);
      place = (place - 1) / 2;
    }
    keys[place] = key;
    items[place] = item;
  }

  /** Removes what {@link #item} told. */
  void remove() {
    size--;
    long key = keys[size];
    int item = items[size];
    int place = 0;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && keys[child + 1] < keys[child]) {
        child++;
      }
      if (keys[child] >= key) {
        break;
      }
      move(child, place);
      place = child;
    }
    keys[place] = key;
    items[place] = item;
  }

  private void move(int from, int to) {
    keys[to] = keys[from];
    items[to] = items[from];
  }
}

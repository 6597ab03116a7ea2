package org.ronde.contests.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The entries of a draw in order of their pseudonyms, and the Merkle tree over them.
 *
 * <p>The tree has the shape of RFC 6962: n leaves split at the largest power of two below n. A leaf
 * is SHA-256(0x00 ‖ "RONDE-DRAW-1" ‖ pseudonym ‖ tickets in 4 bytes), a node SHA-256(0x01 ‖ left ‖
 * right), so that neither can pass for the other.
 */
public final class SealedList {
  static final byte[] NAME = "RONDE-DRAW-1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final List<Entry> entries;
  private final List<Hash> leaves;

  /**
   * Sorts and keeps the entries.
   *
   * @throws IllegalArgumentException when a pseudonym comes twice: one person, one entry
   */
  public SealedList(List<Entry> entries) {
    this.entries = entries.stream().sorted(Comparator.comparing(Entry::pseudonym)).toList();
    Set<Hash> seen = new HashSet<>();
    for (Entry entry : entries) {
      if (!seen.add(entry.pseudonym())) {
        throw new IllegalArgumentException("%s is entered twice.".formatted(entry.pseudonym()));
      }
    }
    this.leaves = this.entries.stream().map(SealedList::leaf).toList();
  }

  public List<Entry> entries() {
    return entries;
  }

  /** What seals the list; of an empty list the SHA-256 of nothing. */
  public Hash root() {
    return leaves.isEmpty() ? Hash.sha256(new byte[0]) : root(leaves);
  }

  /**
   * Shows that an entry belongs under a root without showing the others.
   *
   * @param index its place in the list, from 0
   * @param path the neighbours from the leaf upwards
   */
  public record Proof(Entry entry, int index, int size, List<Hash> path) {
    public Proof {
      path = List.copyOf(path);
    }

    /** Whether the entry is the one at its place under this root. */
    public boolean holds(Hash root) {
      return index >= 0
          && index < size
          && climbed(leaf(entry), index, size, new ArrayList<>(path)).equals(List.of(root));
    }

    /** The root in a list of one, or an empty list when the path does not fit. */
    private static List<Hash> climbed(Hash hash, int index, int size, List<Hash> path) {
      if (size == 1) {
        return path.isEmpty() ? List.of(hash) : List.of();
      }
      if (path.isEmpty()) {
        return List.of();
      }
      Hash neighbour = path.remove(path.size() - 1);
      int split = split(size);
      boolean left = index < split;
      List<Hash> below =
          left
              ? climbed(hash, index, split, path)
              : climbed(hash, index - split, size - split, path);
      return below.stream()
          .map(found -> left ? node(found, neighbour) : node(neighbour, found))
          .toList();
    }
  }

  /**
   * The proof of one entry.
   *
   * @throws IllegalArgumentException when there is no such pseudonym
   */
  public Proof proof(Hash pseudonym) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).pseudonym().equals(pseudonym)) {
        return new Proof(entries.get(i), i, entries.size(), path(i, leaves));
      }
    }
    throw new IllegalArgumentException("%s is not on the list.".formatted(pseudonym));
  }

  private static List<Hash> path(int index, List<Hash> leaves) {
    if (leaves.size() == 1) {
      return new ArrayList<>();
    }
    int split = split(leaves.size());
    List<Hash> left = leaves.subList(0, split);
    List<Hash> right = leaves.subList(split, leaves.size());
    List<Hash> path = index < split ? path(index, left) : path(index - split, right);
    path.add(root(index < split ? right : left));
    return path;
  }

  private static Hash root(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int split = split(leaves.size());
    return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  /** The largest power of two below n. */
  private static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }

  private static Hash leaf(Entry entry) {
    byte[] tickets = ByteBuffer.allocate(4).putInt(entry.tickets()).array();
    return Hash.sha256(LEAF, NAME, entry.pseudonym().bytes(), tickets);
  }

  private static Hash node(Hash left, Hash right) {
    return Hash.sha256(NODE, left.bytes(), right.bytes());
  }
}

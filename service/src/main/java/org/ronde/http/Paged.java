package org.ronde.http;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that may be long, the same for people and for programs.
 *
 * @param page its number, from 1
 * @param lastPage 1 for an empty list
 * @param total how many items all pages hold
 */
public record Paged<T>(List<T> items, int page, int lastPage, long total) {
  public Paged {
    items = List.copyOf(items);
  }

  /** Reads the items of one page. */
  @FunctionalInterface
  public interface Reader<T> {
    List<T> read(int size, int skip);
  }

  /** The page with this number; a number too small is the first page, one too large the last. */
  public static <T> Paged<T> of(int wanted, int size, long total, Reader<T> reader) {
    int last = (int) Math.max(1, (total + size - 1) / size);
    int page = Math.max(1, Math.min(wanted, last));
    List<T> items = total == 0 ? List.of() : reader.read(size, (page - 1) * size);
    return new Paged<>(items, page, last, total);
  }

  /** The page with this number of a list that is at hand as a whole. */
  public static <T> Paged<T> of(int wanted, int size, List<T> all) {
    return of(
        wanted,
        size,
        all.size(),
        (most, skip) -> all.subList(skip, Math.min(skip + most, all.size())));
  }

  /** The same page, each item seen in another way. */
  public <R> Paged<R> map(Function<? super T, ? extends R> view) {
    return new Paged<>(items.stream().<R>map(view).toList(), page, lastPage, total);
  }
}

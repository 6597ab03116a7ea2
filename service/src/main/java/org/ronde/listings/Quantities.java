package org.ronde.listings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Folding;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ListingId;
import org.ronde.listings.ListingsDao.Head;

/**
 * The firm holds. Every method runs inside a transaction of the door, locks all rows it needs by
 * one statement in the order of their ids, looks, and only then writes.
 */
final class Quantities {
  private final ListingsDao listings;
  private final QuantitiesDao quantities;

  Quantities(Jdbi jdbi) {
    this.listings = jdbi.onDemand(ListingsDao.class);
    this.quantities = jdbi.onDemand(QuantitiesDao.class);
  }

  /** Takes the holds and returns the needs that must pause because their group is served. */
  List<Head> hold(List<Hold> holds) {
    Map<ListingId, Long> sums = sums(holds);
    Map<ListingId, Head> heads = lockWithGroups(sums.keySet());
    // Asked after the lock: a statement reads the clock when it starts, not when it gets its rows.
    LocalDate today = listings.today();
    holds.forEach(hold -> checkOpen(hold, heads.get(hold.listing()), today));
    sums.forEach((id, quantity) -> checkLeft(heads.get(id), quantity));
    checkGroups(sums.keySet(), heads);
    sums.forEach((id, quantity) -> done(quantities.hold(id, quantity), id, quantity));
    return heads.values().stream()
        .filter(head -> !sums.containsKey(head.listingId()))
        .filter(head -> head.state() == Listing.State.PUBLISHED)
        .toList();
  }

  /** Gives quantities back and returns the paused needs of groups that nothing holds any more. */
  List<Head> release(List<Hold> holds) {
    Map<ListingId, Long> sums = sums(holds);
    Map<ListingId, Head> before = lockWithGroups(sums.keySet());
    sums.forEach((id, quantity) -> done(quantities.release(id, quantity), id, quantity));
    Map<ListingId, Head> after = lock(before.keySet());
    return after.values().stream()
        .filter(head -> !sums.containsKey(head.listingId()))
        .filter(head -> head.state() == Listing.State.PAUSED)
        .filter(head -> after.values().stream().noneMatch(o -> sameGroup(o, head) && o.held() > 0))
        .toList();
  }

  void deliver(List<Hold> holds) {
    Map<ListingId, Long> sums = sums(holds);
    lock(sums.keySet());
    sums.forEach((id, quantity) -> done(quantities.deliver(id, quantity), id, quantity));
  }

  /**
   * A need that joins a group between the look and the lock is locked late, out of order; should
   * that ever meet another at cross purposes, the database rolls one back and it is tried again.
   */
  private Map<ListingId, Head> lockWithGroups(Set<ListingId> ids) {
    Set<ListingId> all = new HashSet<>(ids);
    all.addAll(quantities.groupOf(ids));
    Map<ListingId, Head> heads = lock(all);
    List<ListingId> late = new ArrayList<>(quantities.groupOf(ids));
    late.removeAll(all);
    if (!late.isEmpty()) {
      heads.putAll(lock(late));
    }
    return heads;
  }

  private Map<ListingId, Head> lock(Collection<ListingId> ids) {
    Map<ListingId, Head> heads = new TreeMap<>(Comparator.comparing(ListingId::toString));
    listings.lock(ids).forEach(head -> heads.put(head.listingId(), head));
    return heads;
  }

  private static void checkOpen(Hold hold, @Nullable Head head, LocalDate today) {
    if (head == null
        || head.state() != Listing.State.PUBLISHED
        || head.revision() != hold.revision()
        || head.lastDay().isBefore(today)) {
      throw new Refusal(ProblemType.LISTING_CHANGED);
    }
  }

  private static void checkLeft(@Nullable Head head, long quantity) {
    long left = head == null ? 0 : head.quantity() - head.taken();
    if (quantity > left) {
      throw new Refusal(ProblemType.QUANTITY_GONE, Map.of("left", left));
    }
  }

  /** One of a group is enough, so two of it at once are one too many. */
  private static void checkGroups(Set<ListingId> ids, Map<ListingId, Head> heads) {
    List<Head> held = heads.values().stream().filter(h -> ids.contains(h.listingId())).toList();
    for (Head one : held) {
      if (held.stream().anyMatch(other -> !other.equals(one) && sameGroup(one, other))) {
        throw new Refusal(ProblemType.QUANTITY_GONE, Map.of("left", 0L));
      }
    }
  }

  private static boolean sameGroup(Head one, Head other) {
    return one.oneOfGroup() != null
        && other.oneOfGroup() != null
        && one.companyId().equals(other.companyId())
        && Folding.fold(one.oneOfGroup()).equals(Folding.fold(other.oneOfGroup()));
  }

  /** Several legs may lie on one listing: what counts is their sum. */
  private static Map<ListingId, Long> sums(List<Hold> holds) {
    if (holds.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to hold.");
    }
    Map<ListingId, Long> sums = new TreeMap<>(Comparator.comparing(ListingId::toString));
    holds.forEach(hold -> sums.merge(hold.listing(), hold.quantity(), Math::addExact));
    return sums;
  }

  private static void done(int rows, ListingId id, long quantity) {
    if (rows != 1) {
      throw new IllegalStateException(
          "%d units of listing %s cannot be moved: fewer are held, or left."
              .formatted(quantity, id));
    }
  }
}

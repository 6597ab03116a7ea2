package org.ronde.preferences;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.listings.Places.Departement;
import org.ronde.matching.Arc;
import org.ronde.matching.ArcKind;
import org.ronde.matching.Market;
import org.ronde.matching.Matcher;
import org.ronde.matching.Verdict;
import org.ronde.members.Company;
import org.ronde.preferences.WantDao.WantRow;

/**
 * Finds the offers that could meet one company's needs: values in, values out.
 *
 * <p>Only that company's own exclusions and wants go in. With those of the others, the absence of
 * an offer would tell who excluded whom.
 */
final class CandidateFinder {
  private final Snapshot snapshot;
  private final CompanyId company;
  private final Limits limits;
  private final Map<ListingId, Listing> listings;

  /**
   * @param limits of anybody who excludes nobody
   */
  CandidateFinder(Snapshot snapshot, CompanyId company, Limits limits) {
    this.snapshot = snapshot.forNeedsOf(company);
    this.company = company;
    this.limits = limits;
    this.listings =
        this.snapshot.listings().stream().collect(toMap(Listing::id, Function.identity()));
  }

  /** The company's needs that can be met today, by id. */
  List<Listing> needs() {
    return snapshot.listings().stream()
        .filter(listing -> listing.side() == Listing.Side.NEED)
        .toList();
  }

  /** The candidates of each of the needs, given what the company excludes and has said so far. */
  List<CandidateList> find(Matcher matcher, Set<CompanyId> excluded, Collection<WantRow> said) {
    Market market =
        new MarketBuilder(
                snapshot, id -> id.equals(company) ? limits.withExcluded(excluded) : limits)
            .build(said);
    Map<String, List<Arc>> arcs = matcher.arcs(market).stream().collect(groupingBy(Arc::needId));
    Map<List<ListingId>, WantRow> rows = new HashMap<>();
    said.forEach(row -> rows.put(List.of(row.needId(), row.offerId()), row));
    List<CandidateList> found = new ArrayList<>();
    for (Listing need : needs()) {
      List<Candidate> candidates = new ArrayList<>();
      for (Arc arc : arcs.getOrDefault(need.id().toString(), List.of())) {
        Listing offer = listing(ListingId.fromString(arc.offerId()));
        WantRow row = rows.get(List.of(need.id(), offer.id()));
        boolean changed =
            row != null && row.verdict() == Verdict.WOULD_TAKE && arc.kind() == ArcKind.ASK;
        candidates.add(candidate(need, offer, arc.kind(), changed));
      }
      found.add(new CandidateList(need, true, candidates));
    }
    return found;
  }

  private Candidate candidate(Listing need, Listing offer, ArcKind answer, boolean changed) {
    Company giver = snapshot.companyOf(offer);
    Departement departement = snapshot.departements().get(offer.departement());
    return new Candidate(
        offer.id(),
        offer.revision(),
        offer.title(),
        giver.id(),
        giver.name(),
        departement == null ? giver.country() : departement.code(),
        departement == null
            ? giver.country()
            : "%s (%s)".formatted(departement.name(), departement.code()),
        offer.unitValue().amountCents(),
        offer.unit(),
        offer.available(),
        answer,
        changed,
        Likeness.of(need.title(), offer.title()));
  }

  private Listing listing(ListingId id) {
    Listing listing = listings.get(id);
    if (listing == null) {
      throw new IllegalStateException(
          "The matcher named %s, which it was not given.".formatted(id));
    }
    return listing;
  }
}

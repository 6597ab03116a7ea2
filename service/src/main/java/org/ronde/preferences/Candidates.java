package org.ronde.preferences;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.matching.ArcKind;
import org.ronde.matching.Matcher;
import org.ronde.matching.Verdict;
import org.ronde.preferences.WantDao.WantRow;

/**
 * What would do: offers that could meet a company's needs, and its word on them.
 *
 * <p>An offer nobody said anything about may still come up, and the company is asked when deciding.
 * A yes weighs more; a no is never proposed. A yes is to one revision of the offer, a no to the
 * offer as such.
 */
public final class Candidates {
  private final WantDao wants;
  private final PreferencesDao preferences;
  private final Transactions transactions;
  private final Neighbours neighbours;
  private final Matcher matcher;

  /**
   * A company's word on one offer.
   *
   * @param offerRevision the revision it has seen
   */
  public record Answer(ListingId offerId, int offerRevision, ArcKind kind) {}

  public Candidates(Jdbi jdbi, Transactions transactions, Matcher matcher, Neighbours neighbours) {
    this.wants = jdbi.onDemand(WantDao.class);
    this.preferences = jdbi.onDemand(PreferencesDao.class);
    this.transactions = transactions;
    this.neighbours = neighbours;
    this.matcher = matcher;
  }

  /** All needs of the actor's company that can be met today, each with its candidates; by title. */
  public List<CandidateList> overview(Actor actor) {
    return find(actor.company().companyId()).stream()
        .sorted(
            Comparator.comparing((CandidateList list) -> list.need().title())
                .thenComparing(list -> list.need().id().toString()))
        .toList();
  }

  /**
   * The offers that could meet one need of the actor's company.
   *
   * @throws Refusal NOT_FOUND when it is no need of theirs
   */
  public CandidateList candidates(Actor actor, ListingId needId) {
    CompanyId company = actor.company().companyId();
    Listing need = neighbours.listing(needId);
    if (!need.companyId().equals(company) || need.side() != Listing.Side.NEED) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return find(company).stream()
        .filter(list -> list.need().id().equals(needId))
        .findFirst()
        .orElseGet(() -> new CandidateList(need, false, List.of()));
  }

  /**
   * Keeps what the actor's company says about offers for one of its needs. What it had said about
   * other offers stays.
   *
   * @return the offers that are no candidates any more, of which nothing was kept
   * @throws Refusal NOT_FOUND when it is no need of theirs
   */
  public List<ListingId> say(Actor actor, ListingId needId, Collection<Answer> answers) {
    Map<ListingId, Candidate> candidates =
        candidates(actor, needId).candidates().stream()
            .collect(Collectors.toMap(Candidate::offerId, Function.identity()));
    List<ListingId> gone = new ArrayList<>();
    List<Answer> news = new ArrayList<>();
    for (Answer answer : answers) {
      Candidate candidate = candidates.get(answer.offerId());
      if (candidate == null) {
        gone.add(answer.offerId());
      } else if (candidate.answer() != answer.kind()) {
        // Nobody says yes to a revision that does not exist yet.
        int seen = Math.min(answer.offerRevision(), candidate.offerRevision());
        news.add(new Answer(answer.offerId(), seen, answer.kind()));
      }
    }
    keep(actor, needId, news);
    return gone;
  }

  /**
   * Says the same about every candidate that a filter leaves.
   *
   * @return how many candidates that were
   * @throws Refusal NOT_FOUND when it is no need of theirs
   */
  public int sayAll(Actor actor, ListingId needId, CandidateFilter filter, ArcKind kind) {
    List<Candidate> meant = candidates(actor, needId).matching(filter);
    keep(
        actor,
        needId,
        meant.stream()
            .filter(candidate -> candidate.answer() != kind)
            .map(candidate -> new Answer(candidate.offerId(), candidate.offerRevision(), kind))
            .toList());
    return meant.size();
  }

  private List<CandidateList> find(CompanyId company) {
    record Read(CandidateFinder finder, Set<CompanyId> excluded, List<WantRow> said) {}

    Read read =
        transactions.in(
            () -> {
              CandidateFinder finder =
                  new CandidateFinder(
                      Snapshot.of(neighbours), company, PreferenceSettings.defaults().limits());
              List<ListingId> needs = finder.needs().stream().map(Listing::id).toList();
              return new Read(finder, preferences.exclusions(company), wants.ofNeeds(needs));
            });
    return read.finder().find(matcher, read.excluded(), read.said());
  }

  private void keep(Actor actor, ListingId needId, List<Answer> answers) {
    // One order for all, so that two people who tick at once do not wait for each other in a ring.
    List<Answer> ordered =
        answers.stream()
            .sorted(Comparator.comparing(answer -> answer.offerId().toString()))
            .toList();
    List<WantRow> said = new ArrayList<>();
    List<ListingId> unsaid = new ArrayList<>();
    for (Answer answer : ordered) {
      switch (answer.kind()) {
        case WOULD_TAKE -> said.add(row(needId, answer, Verdict.WOULD_TAKE));
        case NEVER -> said.add(row(needId, answer, Verdict.NEVER));
        case ASK -> unsaid.add(answer.offerId());
      }
    }
    transactions.run(
        () -> {
          wants.say(said, actor.memberId());
          wants.forget(needId, unsaid);
        });
  }

  private static WantRow row(ListingId needId, Answer answer, Verdict verdict) {
    return new WantRow(needId, answer.offerId(), verdict, answer.offerRevision());
  }
}

package org.ronde.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.matching.ArcKind;
import org.ronde.matching.Verdict;
import org.ronde.matching.planner.PlannerMatcher;
import org.ronde.preferences.Candidates.Answer;

@Tag("database")
class CandidatesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Square square = new Square();
  private final PlannerMatcher matcher = new PlannerMatcher(() -> Square.NOW);
  private final Candidates candidates =
      new Candidates(database.jdbi(), database.transactions(), matcher, square);
  private final Preferences preferences =
      new Preferences(
          database.jdbi(), database.transactions(), PreferenceSettings.defaults(), square);
  private final Actor baker = square.company("Baker");
  private final Actor joiner = square.company("Joiner");
  private final Listing need = square.need(baker, "Chairs");
  private final Listing offer = square.offer(joiner, "Chairs");

  private void say(Listing offer, ArcKind kind) {
    assertThat(candidates.say(baker, need.id(), List.of(new Answer(offer.id(), 1, kind))))
        .isEmpty();
  }

  private ArcKind answer() {
    return candidates.candidates(baker, need.id()).candidates().get(0).answer();
  }

  private List<Verdict> verdicts() {
    return preferences.market().wants().stream().map(want -> want.verdict()).toList();
  }

  @Test
  void asksAboutAnOfferNobodySaidAnythingAbout() {
    assertThat(answer()).isEqualTo(ArcKind.ASK);
    assertThat(verdicts()).isEmpty();
  }

  @Test
  void remembersTheLastWord() {
    say(offer, ArcKind.WOULD_TAKE);
    assertThat(verdicts()).containsExactly(Verdict.WOULD_TAKE);

    say(offer, ArcKind.NEVER);
    assertThat(answer()).isEqualTo(ArcKind.NEVER);
    assertThat(verdicts()).containsExactly(Verdict.NEVER);

    say(offer, ArcKind.ASK);
    assertThat(answer()).isEqualTo(ArcKind.ASK);
    assertThat(verdicts()).isEmpty();
  }

  @Test
  void leavesWhatWasSaidAboutOtherOffers() {
    Listing other = square.offer(joiner, "Stools");
    say(offer, ArcKind.WOULD_TAKE);

    say(other, ArcKind.NEVER);

    assertThat(verdicts()).containsExactlyInAnyOrder(Verdict.WOULD_TAKE, Verdict.NEVER);
  }

  @Test
  void takesAYesBackToAskWhenTheOfferChangesAndKeepsANo() {
    Listing other = square.offer(joiner, "Stools");
    say(offer, ArcKind.WOULD_TAKE);
    say(other, ArcKind.NEVER);

    square.revise(offer, 2_500);
    square.revise(other, 500);

    CandidateList list = candidates.candidates(baker, need.id());
    assertThat(list.ask()).isEqualTo(1);
    assertThat(list.changed()).isEqualTo(1);
    assertThat(list.never()).isEqualTo(1);
    assertThat(verdicts()).containsExactly(Verdict.NEVER);
  }

  @Test
  void doesNotTakeAYesToAnOldRevisionForOneToTheNew() {
    square.revise(offer, 2_500);

    say(offer, ArcKind.WOULD_TAKE);

    assertThat(answer()).isEqualTo(ArcKind.ASK);
    assertThat(verdicts()).isEmpty();
  }

  @Test
  void doesNotTakeAYesToARevisionThatIsStillToCome() {
    candidates.say(baker, need.id(), List.of(new Answer(offer.id(), 99, ArcKind.WOULD_TAKE)));
    square.revise(offer, 2_500);

    assertThat(answer()).isEqualTo(ArcKind.ASK);
  }

  @Test
  void saysWhichOffersAreGoneAndKeepsTheRest() {
    Listing gone = square.offer(joiner, "Stools");
    square.pause(gone);

    List<ListingId> left =
        candidates.say(
            baker,
            need.id(),
            List.of(
                new Answer(gone.id(), 1, ArcKind.WOULD_TAKE),
                new Answer(offer.id(), 1, ArcKind.WOULD_TAKE)));

    assertThat(left).containsExactly(gone.id());
    assertThat(verdicts()).containsExactly(Verdict.WOULD_TAKE);
  }

  @Test
  void saysTheSameOfAllThatTheFilterLeaves() {
    Listing other = square.offer(joiner, "Stools");

    int meant =
        candidates.sayAll(
            baker, need.id(), new CandidateFilter(null, null, "stools", null), ArcKind.WOULD_TAKE);

    assertThat(meant).isEqualTo(1);
    assertThat(candidates.candidates(baker, need.id()).candidates())
        .filteredOn(candidate -> candidate.answer() == ArcKind.WOULD_TAKE)
        .extracting(Candidate::offerId)
        .containsExactly(other.id());
  }

  @Test
  void hasNoCandidatesForANeedThatIsNotOpen() {
    square.pause(need);

    CandidateList list = candidates.candidates(baker, need.id());

    assertThat(list.open()).isFalse();
    assertThat(list.candidates()).isEmpty();
    assertThat(candidates.overview(baker)).isEmpty();
  }

  @Test
  void knowsNoNeedOfAnotherCompanyAndNoOffer() {
    for (ListingId id :
        List.of(square.need(joiner, "Bread").id(), offer.id(), square.offer(baker, "Bread").id())) {
      assertThatThrownBy(() -> candidates.candidates(baker, id))
          .isInstanceOf(Refusal.class)
          .extracting("type")
          .isEqualTo(ProblemType.NOT_FOUND);
      assertThatThrownBy(() -> candidates.sayAll(baker, id, CandidateFilter.none(), ArcKind.NEVER))
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void hidesOffersOfCompaniesThatIExclude() {
    preferences.exclude(baker, joiner.company().companyId());

    assertThat(candidates.candidates(baker, need.id()).candidates()).isEmpty();
  }

  @Test
  void showsAnExcludedCompanyExactlyWhatItSawBefore() {
    Listing bakersOffer = square.offer(baker, "Benches");
    Listing joinersNeed = square.need(joiner, "Benches");
    CandidateList listBefore = candidates.candidates(joiner, joinersNeed.id());
    List<CandidateList> overviewBefore = candidates.overview(joiner);

    say(offer, ArcKind.NEVER);
    preferences.exclude(baker, joiner.company().companyId());

    assertThat(candidates.candidates(joiner, joinersNeed.id())).isEqualTo(listBefore);
    assertThat(candidates.overview(joiner)).isEqualTo(overviewBefore);
    assertThat(listBefore.candidates())
        .extracting(Candidate::offerId)
        .containsExactly(bakersOffer.id());
    assertThat(matcher.arcs(preferences.market())).isEmpty();
  }
}

package org.ronde.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronde.http.Actor;
import org.ronde.listings.Listing;
import org.ronde.matching.Verdict;
import org.ronde.matching.planner.PlannerMatcher;
import org.ronde.preferences.WantDao.WantRow;

class CandidateListTest {
  private final Square square = new Square();
  private final Actor baker = square.company("Baker");
  private final Actor joiner = square.company("Joiner");
  private final Actor school = square.company("School");
  private final Listing need = square.need(baker, "School chairs");

  private CandidateList list(WantRow... said) {
    Snapshot snapshot = Snapshot.of(square);
    return new CandidateFinder(
            snapshot, baker.company().companyId(), PreferenceSettings.defaults().limits())
        .find(new PlannerMatcher(() -> Square.NOW), Set.of(), List.of(said))
        .get(0);
  }

  private WantRow said(Listing offer, Verdict verdict) {
    return new WantRow(need.id(), offer.id(), verdict, 1);
  }

  @Test
  void putsTheTitleMostLikeTheNeedFirst() {
    square.offer(joiner, "Oak table");
    square.offer(school, "Chairs of a school");
    square.offer(joiner, "Garden chair");

    assertThat(list().candidates())
        .extracting(Candidate::title)
        .containsExactly("Chairs of a school", "Garden chair", "Oak table");
  }

  @Test
  void putsWhatIsRuledOutLast() {
    Listing never = square.offer(school, "School chairs");
    square.offer(joiner, "Oak table");

    assertThat(list(said(never, Verdict.NEVER)).candidates())
        .extracting(Candidate::title)
        .containsExactly("Oak table", "School chairs");
  }

  @Test
  void countsAnswers() {
    Listing yes = square.offer(joiner, "One");
    Listing no = square.offer(joiner, "Two");
    square.offer(joiner, "Three");

    CandidateList list = list(said(yes, Verdict.WOULD_TAKE), said(no, Verdict.NEVER));

    assertThat(list.yes()).isEqualTo(1);
    assertThat(list.ask()).isEqualTo(1);
    assertThat(list.never()).isEqualTo(1);
  }

  @Test
  void saysThatAnOfferChangedSinceTheYes() {
    Listing offer = square.offer(joiner, "Chairs");
    square.revise(offer, 3_000);

    CandidateList list = list(said(offer, Verdict.WOULD_TAKE));

    assertThat(list.changed()).isEqualTo(1);
    assertThat(list.ask()).isEqualTo(1);
  }

  @Test
  void leavesOutMyOwnOffersAndTheNeedsOfOthers() {
    square.offer(baker, "School chairs");
    square.need(joiner, "School chairs");

    assertThat(list().candidates()).isEmpty();
  }

  @Test
  void narrowsByCompanyPlaceWordsAndValue() {
    Listing cheap = square.offer(joiner, "Oak chairs");
    square.listing(school, Listing.Side.OFFER, "Plastic chairs", 10, 1, 0, 4_000, "75", 1);
    CandidateList list = list();

    for (CandidateFilter filter :
        List.of(
            new CandidateFilter(joiner.company().companyId(), null, null, null),
            new CandidateFilter(null, "31", null, null),
            new CandidateFilter(null, null, "OAK", null),
            new CandidateFilter(null, null, null, 2_000L))) {
      assertThat(filter.applied()).isEqualTo(1);
      assertThat(list.matching(filter)).extracting(Candidate::offerId).containsExactly(cheap.id());
    }
    assertThat(list.matching(CandidateFilter.none())).hasSize(2);
  }

  @Test
  void namesTheCompaniesAndPlacesToChooseFrom() {
    square.offer(joiner, "Oak chairs");
    square.listing(school, Listing.Side.OFFER, "Plastic chairs", 10, 1, 0, 4_000, "75", 1);

    assertThat(list().companies().values()).containsExactly("Joiner", "School");
    assertThat(list().departements())
        .containsOnlyKeys("31", "75")
        .containsEntry("75", "Paris (75)");
  }
}

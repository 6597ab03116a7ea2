package org.ronde.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronde.ids.ListingId;
import org.ronde.matching.Company;
import org.ronde.matching.Market;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Place;
import org.ronde.matching.Reach;
import org.ronde.matching.Verdict;
import org.ronde.matching.Want;

class SnapshotTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Place PLACE = new Place("FR", "76", "31");

  private final Rings ring = Rings.three();

  /** The market of a ring's companies and listings, with all revisions at this number. */
  private Snapshot snapshot(int revision, Want... wants) {
    Map<String, Integer> revisions = new HashMap<>();
    ring.legs()
        .forEach(
            leg -> {
              revisions.put(leg.offerId().toString(), revision);
              revisions.put(leg.needId().toString(), revision);
            });
    return new Snapshot(
        new Market(
            DAY,
            ring.companies().keySet().stream()
                .map(id -> new Company(id.toString(), 4, 5, 0, 0, true, Set.of()))
                .toList(),
            ring.legs().stream().map(SnapshotTest::offer).toList(),
            ring.legs().stream().map(SnapshotTest::need).toList(),
            List.of(wants)),
        revisions);
  }

  private static Offer offer(Cycle.Leg leg) {
    return new Offer(
        leg.offerId().toString(),
        leg.giver().toString(),
        "web-design",
        "HOUR",
        10,
        1,
        5_000,
        PLACE,
        Reach.COUNTRY,
        DAY);
  }

  private static Need need(Cycle.Leg leg) {
    return new Need(
        leg.needId().toString(),
        leg.receiver().toString(),
        "web-design",
        "HOUR",
        10,
        1,
        5_000,
        PLACE,
        Reach.COUNTRY,
        DAY,
        null);
  }

  private static Want want(String receiver, String giver, String title, Verdict verdict) {
    ListingId need = Rings.listing(receiver + " needs " + title);
    ListingId offer = Rings.listing(giver + " offers " + title);
    return new Want(need.toString(), offer.toString(), verdict);
  }

  @Test
  void rulesOutWhatTheRefusingCompanyWouldHaveReceived() {
    var refused = ring.answered("Vidal", false).inState(Cycle.State.REFUSED, "Vidal", null);
    var yes = want("Vidal", "Roux", "Oak_counter", Verdict.WOULD_TAKE);
    var others = want("Sud", "Vidal", "Web_design", Verdict.WOULD_TAKE);

    var market = snapshot(1, yes, others).without(List.of(refused)).market();

    assertThat(market.wants())
        .containsExactlyInAnyOrder(want("Vidal", "Roux", "Oak_counter", Verdict.NEVER), others);
  }

  @Test
  void rulesOutWhatSilentCompaniesWouldHaveReceived() {
    var expired = ring.answered("Vidal", true).inState(Cycle.State.EXPIRED, null, null);

    var market = snapshot(1).without(List.of(expired)).market();

    assertThat(market.wants())
        .containsExactlyInAnyOrder(
            want("Sud", "Vidal", "Web_design", Verdict.NEVER),
            want("Roux", "Sud", "Brochures", Verdict.NEVER));
  }

  @Test
  void asksAgainOnceAListingHasChangedOrIsGone() {
    var refused = ring.answered("Vidal", false).inState(Cycle.State.REFUSED, "Vidal", null);
    var whole = snapshot(1);
    var without =
        new Market(DAY, whole.market().companies(), List.of(), whole.market().needs(), List.of());

    assertThat(snapshot(2).without(List.of(refused)).market().wants()).isEmpty();
    assertThat(new Snapshot(without, whole.revisions()).without(List.of(refused)).market().wants())
        .isEmpty();
  }
}

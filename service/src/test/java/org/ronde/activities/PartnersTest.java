package org.ronde.activities;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.activities.Meadow.fault;
import static org.ronde.activities.Meadow.refused;
import static org.ronde.activities.Meadow.slots;
import static org.ronde.activities.Meadow.town;
import static org.ronde.activities.Slots.Part.AFTERNOON;
import static org.ronde.activities.Slots.Part.EVENING;
import static org.ronde.activities.Slots.Part.MORNING;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.activities.Slots.Slot;
import org.ronde.db.Invariant;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.http.ProblemType;
import org.ronde.http.TestServer;
import org.ronde.ids.ActivityId;
import org.ronde.ids.PartnerRequestId;

@Tag("database")
class PartnersTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Meadow MEADOW = new Meadow(database);
  private static final Activities ACTIVITIES = MEADOW.activities;
  private static final Slots THURSDAY_EVENING = slots(new Slot(THURSDAY, EVENING));
  private static final Slots SATURDAY_MORNING = slots(new Slot(SATURDAY, MORNING));

  private final Actor robin = MEADOW.person("Robin");

  @BeforeEach
  void grow() {
    MEADOW.grow();
  }

  private static List<String> names(Paged<Partner> found) {
    return found.items().stream().map(Partner::name).toList();
  }

  private static ActivityId id(String code) {
    return MEADOW.activity(code).id();
  }

  private PartnerRequestId ask(Actor asked, String code) {
    return ACTIVITIES.requests().ask(robin, asked.memberId(), id(code), "On Thursday?");
  }

  private static void keepsItsInvariants() {
    for (Invariant invariant : Invariant.of("activities")) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  assertThat(handle.createQuery(invariant.sql()).mapToMap().list())
                      .as(invariant.sentence())
                      .isEmpty());
    }
  }

  @Test
  void findsWhoPlaysNearMeOnThursdayEvening() {
    MEADOW.practising("Near", "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING);
    MEADOW.practising("Saturday", "tennis", "Muret", Level.REGULAR, SATURDAY_MORNING);
    MEADOW.practising("Far", "tennis", "Paris", Level.REGULAR, THURSDAY_EVENING);
    MEADOW.practising("Chess", "chess", "Muret", Level.REGULAR, THURSDAY_EVENING);

    assertThat(names(MEADOW.find(robin, "tennis", "Toulouse", 25, THURSDAY_EVENING)))
        .containsExactly("Near");
    assertThat(names(MEADOW.find(robin, "tennis", "Toulouse", 25, Slots.NONE)))
        .containsExactlyInAnyOrder("Near", "Saturday");
    assertThat(
            names(
                MEADOW.find(robin, "tennis", "Toulouse", PartnerSearch.ANYWHERE, THURSDAY_EVENING)))
        .containsExactly("Near", "Far");
  }

  @Test
  void putsTheNearestFirstAndThenTheNearestLevel() {
    MEADOW.put(robin, "tennis", "Toulouse", Level.EXPERIENCED, Slots.NONE, false);
    MEADOW.practising("Muret", "tennis", "Muret", Level.EXPERIENCED, THURSDAY_EVENING);
    MEADOW.practising("Beginner", "tennis", "Toulouse", Level.BEGINNER, THURSDAY_EVENING);
    MEADOW.practising("Equal", "tennis", "Toulouse", Level.EXPERIENCED, THURSDAY_EVENING);
    MEADOW.practising("Blagnac", "tennis", "Blagnac", Level.EXPERT, THURSDAY_EVENING);

    Paged<Partner> found = MEADOW.find(robin, "tennis", "Toulouse", 50, THURSDAY_EVENING);

    assertThat(names(found)).containsExactly("Equal", "Beginner", "Blagnac", "Muret");
    assertThat(found.items().get(3).kilometres()).isBetween(15L, 22L);
  }

  @Test
  void keepsToTheLevelsAskedFor() {
    MEADOW.practising("Beginner", "tennis", "Muret", Level.BEGINNER, THURSDAY_EVENING);
    MEADOW.practising("Expert", "tennis", "Muret", Level.EXPERT, THURSDAY_EVENING);

    Paged<Partner> found =
        ACTIVITIES
            .partners()
            .find(
                robin,
                new PartnerSearch(
                    MEADOW.activity("tennis"),
                    town("Muret"),
                    5,
                    Slots.NONE,
                    Level.EXPERIENCED,
                    Level.EXPERT,
                    1));

    assertThat(names(found)).containsExactly("Expert");
  }

  @Test
  void playsChessAcrossTheOcean() {
    Slots afternoon = slots(new Slot(THURSDAY, AFTERNOON));
    MEADOW.practising("Montréal", "chess", "Montréal", Level.REGULAR, afternoon);
    MEADOW.practising("Evening", "chess", "Montréal", Level.REGULAR, THURSDAY_EVENING);
    MEADOW.practising("Tokyo", "chess", "Tokyo", Level.REGULAR, THURSDAY_EVENING);

    // 18 to 22 in Toulouse is 12 to 16 in Montréal.
    assertThat(
            names(
                MEADOW.find(robin, "chess", "Toulouse", PartnerSearch.ANYWHERE, THURSDAY_EVENING)))
        .containsExactly("Montréal");
  }

  @Test
  void showsNobodyWhoDoesNotWishItAndNeverMyself() {
    Actor shy = MEADOW.person("Shy");
    MEADOW.put(shy, "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING, false);
    MEADOW.put(robin, "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING, true);

    assertThat(names(MEADOW.find(robin, "tennis", "Muret", 5, THURSDAY_EVENING))).isEmpty();
    assertThat(ACTIVITIES.partners().count(id("tennis"), town("Muret"), 50)).isEqualTo(1);
    assertThat(ACTIVITIES.partners().anybodyNear(id("tennis"), town("Muret"), 50)).isTrue();
    assertThat(ACTIVITIES.partners().anybodyNear(id("tennis"), town("Paris"), 50)).isFalse();
    assertThat(refused(() -> ask(shy, "tennis")).type()).isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void showsPagesThatLeaveNobodyOutAndNobodyTwice() {
    List<String> all =
        IntStream.range(0, 45)
            .mapToObj(
                i -> {
                  String town = i % 3 == 0 ? "Muret" : i % 3 == 1 ? "London" : "Toulouse";
                  Slots times =
                      i % 3 == 1
                          ? slots(new Slot(THURSDAY, AFTERNOON), new Slot(THURSDAY, EVENING))
                          : THURSDAY_EVENING;
                  MEADOW.practising("P" + i, "chess", town, Level.of(1 + i % 4), times);
                  return "P" + i;
                })
            .toList();

    List<String> found =
        IntStream.rangeClosed(1, 3)
            .boxed()
            .flatMap(
                page ->
                    names(
                        ACTIVITIES
                            .partners()
                            .find(
                                robin,
                                new PartnerSearch(
                                    MEADOW.activity("chess"),
                                    town("Toulouse"),
                                    PartnerSearch.ANYWHERE,
                                    THURSDAY_EVENING,
                                    Level.BEGINNER,
                                    Level.EXPERT,
                                    page)))
                        .stream())
            .toList();

    assertThat(found).hasSize(45).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void countsExactlyWhateverMembersDoAtOnce() {
    Actor twice = MEADOW.person("Twice");
    List<CompletableFuture<Void>> all =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () -> {
                          Actor one = MEADOW.person("P" + i);
                          MEADOW.put(one, "tennis", "Muret", Level.REGULAR, Slots.NONE, true);
                          MEADOW.put(twice, "tennis", "Muret", Level.EXPERT, Slots.NONE, true);
                          if (i % 3 == 0) {
                            ACTIVITIES.practices().remove(one, id("tennis"));
                          }
                        }))
            .toList();
    all.forEach(CompletableFuture::join);

    assertThat(MEADOW.activity("tennis").members()).isEqualTo(9);
    keepsItsInvariants();
  }

  @Test
  void keepsOnePracticeForEachActivity() {
    MEADOW.put(robin, "tennis", "Muret", Level.BEGINNER, THURSDAY_EVENING, true);
    MEADOW.put(robin, "tennis", "Paris", Level.EXPERT, Slots.NONE, false);

    assertThat(ACTIVITIES.practices().of(robin.memberId()))
        .singleElement()
        .satisfies(
            practice -> {
              assertThat(practice.level()).isEqualTo(Level.EXPERT);
              assertThat(practice.place().name()).isEqualTo("Paris");
              assertThat(practice.slots()).isEqualTo(Slots.NONE);
            });
    assertThat(ACTIVITIES.practices().home(robin.memberId())).contains(town("Paris"));
    assertThat(ACTIVITIES.followers(id("tennis"))).isEmpty();

    ACTIVITIES.practices().remove(robin, id("tennis"));
    ACTIVITIES.practices().remove(robin, id("tennis"));

    assertThat(MEADOW.activity("tennis").members()).isZero();
  }

  @Test
  void knowsWhoFollowsAnActivity() {
    MEADOW.put(robin, "tennis", "Muret", Level.BEGINNER, Slots.NONE, true);

    assertThat(ACTIVITIES.followers(id("tennis"))).containsExactly(robin.memberId());
    assertThat(ACTIVITIES.practised(robin.memberId())).hasSize(1);
  }

  @Test
  void asksForAgeWhereItMatters() {
    PracticeTerms young =
        new PracticeTerms(Level.BEGINNER, town("Muret"), Slots.NONE, true, true, false);

    assertThat(fault(() -> ACTIVITIES.practices().put(robin, id("wine-quiz"), young)))
        .isEqualTo("activities.fault.ofAge");
    ACTIVITIES.practices().put(robin, id("tennis"), young);
    MEADOW.put(robin, "wine-quiz", "Muret", Level.BEGINNER, Slots.NONE, true);
  }

  @Test
  void letsNobodyPractiseEverything() {
    MEADOW.put(robin, "tennis", "Muret", Level.BEGINNER, Slots.NONE, true);
    MEADOW.put(robin, "chess", "Muret", Level.BEGINNER, Slots.NONE, true);
    MEADOW.put(robin, "pillow-fight", "Muret", Level.BEGINNER, Slots.NONE, true);

    assertThat(fault(() -> MEADOW.put(robin, "wine-quiz", "Muret", Level.EXPERT, Slots.NONE, true)))
        .isEqualTo("activities.fault.practices");
    MEADOW.put(robin, "chess", "Muret", Level.EXPERT, Slots.NONE, true);
  }

  @Test
  void tellsBothSidesWithoutShowingAnAddress() {
    Actor zoe = MEADOW.practising("Zoé", "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING);

    PartnerRequestId id = ask(zoe, "tennis");
    PartnerRequest seen = ACTIVITIES.requests().request(zoe, id);
    ACTIVITIES.requests().answer(zoe, id, true, "With pleasure.");

    assertThat(seen.askerName()).isEqualTo("Robin");
    assertThat(seen.word()).isEqualTo("On Thursday?");
    assertThat(MEADOW.told(zoe)).containsExactly("Robin would like to play with you");
    assertThat(MEADOW.told(robin)).containsExactly("Zoé is coming along");
    assertThat(ACTIVITIES.requests().mine(robin).sent())
        .singleElement()
        .satisfies(sent -> assertThat(sent.answer()).isEqualTo("With pleasure."));
    assertThat(seen.toString()).doesNotContain("@private.example");
  }

  @Test
  void letsOnlyTheTwoSeeARequestAndOnlyTheOneAskedAnswer() {
    Actor zoe = MEADOW.practising("Zoé", "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING);
    PartnerRequestId id = ask(zoe, "tennis");
    PartnerRequests requests = ACTIVITIES.requests();

    assertThat(refused(() -> requests.request(MEADOW.person("Eve"), id)).type())
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> requests.answer(robin, id, true, "")).type())
        .isEqualTo(ProblemType.NOT_FOUND);
    requests.answer(zoe, id, false, "");
    assertThat(refused(() -> requests.answer(zoe, id, true, "")).type())
        .isEqualTo(ProblemType.ALREADY_ANSWERED);
    assertThat(fault(() -> requests.answer(zoe, id, true, "x".repeat(501))))
        .isEqualTo("activities.fault.word");
  }

  @Test
  void hidesAMessageThatWasRightlyReportedFromWhoeverGotIt() {
    Actor zoe = MEADOW.practising("Zoé", "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING);
    PartnerRequestId id = ask(zoe, "tennis");
    PartnerRequests requests = ACTIVITIES.requests();

    requests.hide(id, true);

    assertThat(refused(() -> requests.request(zoe, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> requests.answer(zoe, id, true, "")).type())
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(requests.mine(zoe).got()).isEmpty();
    assertThat(requests.request(robin, id).word()).isEqualTo("On Thursday?");
    assertThat(requests.request(TestServer.operator(), id).word()).isEqualTo("On Thursday?");
    requests.hide(id, false);
    assertThat(requests.mine(zoe).got()).hasSize(1);
  }

  @Test
  void leavesPeopleInPeace() {
    Actor zoe = MEADOW.practising("Zoé", "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING);
    PartnerRequestId first = ask(zoe, "tennis");

    assertThat(fault(() -> ask(zoe, "tennis"))).isEqualTo("activities.fault.askedBefore");
    ACTIVITIES.requests().answer(zoe, first, false, "");
    assertThat(fault(() -> ask(zoe, "tennis"))).isEqualTo("activities.fault.declined");
    database.clock().advance(Duration.ofDays(31));
    ask(zoe, "tennis");

    ask(MEADOW.practising("A", "tennis", "Muret", Level.EXPERT, Slots.NONE), "tennis");
    ask(MEADOW.practising("B", "tennis", "Muret", Level.EXPERT, Slots.NONE), "tennis");
    Actor fourth = MEADOW.practising("C", "tennis", "Muret", Level.EXPERT, Slots.NONE);
    assertThat(fault(() -> ask(fourth, "tennis"))).isEqualTo("activities.fault.askedToday");
    database.clock().advance(Duration.ofDays(1).plusMinutes(1));
    ask(fourth, "tennis");

    assertThat(refused(() -> ask(robin, "tennis")).type()).isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void forgetsAMemberAndKeepsTheCountsTrue() {
    Actor zoe = MEADOW.practising("Zoé", "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING);
    ask(zoe, "tennis");
    ACTIVITIES.proposals().propose(zoe, "Tea", "kitchen", "Something to drink.");
    ACTIVITIES.safety().ask(zoe, "cul sec");

    ACTIVITIES.forget(zoe.memberId());

    assertThat(MEADOW.activity("tennis").members()).isZero();
    assertThat(ACTIVITIES.requests().mine(robin).sent()).isEmpty();
    assertThat(ACTIVITIES.proposals().waiting()).isZero();
    assertThat(ACTIVITIES.safety().waiting()).isZero();
    keepsItsInvariants();
  }
}

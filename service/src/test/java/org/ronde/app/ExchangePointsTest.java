package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.exchanges.Exchange;
import org.ronde.exchanges.LegState;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.Ids;
import org.ronde.ids.LegId;
import org.ronde.ids.ListingId;
import org.ronde.ids.MemberId;
import org.ronde.listings.Listing;
import org.ronde.members.CompanyFacts;
import org.ronde.members.Person;
import org.ronde.members.Seeds;
import org.ronde.money.Money;
import org.ronde.points.BoardKey;
import org.ronde.points.Entry;
import org.ronde.points.Progress;

/** What an exchange is worth to the people of its companies. */
@Tag("database")
class ExchangePointsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant CLOSED = Instant.parse("2026-03-05T10:00:00Z");
  private static final LocalDate DUE = LocalDate.parse("2026-03-04");
  private static final Instant IN_TIME = Instant.parse("2026-03-04T23:59:59Z");
  private static final Instant LATE = Instant.parse("2026-03-05T00:00:00Z");

  private final Rooms rooms =
      Rooms.build(new RondeConfiguration(), database.open(), database.clock());
  private final ExchangePoints points =
      new ExchangePoints(rooms.members().companies(), rooms.play().points().points());
  private final Ids ids = Ids.timeOrdered();

  private CompanyId acme = new CompanyId(ids.next());
  private CompanyId bois = acme;
  private CompanyId cafe = acme;

  @BeforeEach
  void found() {
    acme = company("Acme", "900000019", "Anne", "Ali");
    bois = company("Bois", "900000027", "Bruno");
    cafe = company("Café", "900000035", "Chloe");
  }

  private CompanyId company(String name, String siren, String... people) {
    return rooms
        .members()
        .seeds()
        .company(
            Seeds.SeedCompany.approved(
                new CompanyFacts.Entry(name, "FR", siren, "", "31", "Albi"),
                Arrays.stream(people)
                    .map(
                        person ->
                            new Seeds.SeedPerson(
                                person + "@ronde.example", person, Locale.FRENCH, Actor.Role.OWNER))
                    .toArray(Seeds.SeedPerson[]::new)));
  }

  /** What one company gives: when it was sent, and whether the offer came after the need. */
  private record Giving(CompanyId giver, @Nullable Instant sentAt, boolean afterTheNeed) {}

  private static Giving inTime(CompanyId giver) {
    return new Giving(giver, IN_TIME, false);
  }

  private Exchange exchange(Giving... givings) {
    List<Exchange.Leg> legs = new ArrayList<>();
    for (int i = 0; i < givings.length; i++) {
      legs.add(leg(i, givings[i], givings[(i + 1) % givings.length].giver()));
    }
    return new Exchange(
        new ExchangeId(ids.next()),
        new CycleId(ids.next()),
        Exchange.State.CLOSED,
        CLOSED,
        CLOSED,
        legs,
        List.of());
  }

  private Exchange.Leg leg(int position, Giving giving, CompanyId receiver) {
    ListingId earlier = new ListingId(ids.next());
    ListingId later = new ListingId(ids.next());
    return new Exchange.Leg(
        new LegId(ids.next()),
        position,
        giving.afterTheNeed() ? later : earlier,
        1,
        "Chairs",
        giving.afterTheNeed() ? earlier : later,
        1,
        "Chairs wanted",
        Listing.Unit.PIECE,
        giving.giver(),
        receiver,
        1,
        Money.euros(10_000),
        DUE,
        LegState.RECEIVED,
        giving.sentAt(),
        null,
        CLOSED);
  }

  private List<String> causes(String person) {
    return entries(person).stream().map(entry -> entry.cause().kind()).toList();
  }

  private List<Progress.EntryView> entries(String person) {
    return rooms.play().points().progress().entries(actor(person));
  }

  private Actor actor(String person) {
    MemberId member =
        List.of(acme, bois, cafe).stream()
            .flatMap(company -> rooms.members().companies().people(company).stream())
            .filter(one -> one.name().equals(person))
            .map(Person::id)
            .findFirst()
            .orElseThrow();
    return new Actor(member, person, Locale.FRENCH, false, null, "a page's token");
  }

  @Test
  void givesPointsToEverybodyOfEveryCompany() {
    points.closed(exchange(inTime(acme), inTime(bois)));

    for (String person : List.of("Anne", "Ali", "Bruno")) {
      assertThat(causes(person))
          .containsExactlyInAnyOrder("exchange-closed", "leg-on-time", "first-swap-with");
    }
    assertThat(causes("Chloe")).isEmpty();
  }

  @Test
  void givesPointsForDeliveryUpToTheEndOfTheDayItWasDue() {
    points.closed(
        exchange(inTime(acme), new Giving(bois, LATE, false), new Giving(cafe, null, false)));

    assertThat(causes("Anne")).contains("leg-on-time");
    assertThat(causes("Bruno")).doesNotContain("leg-on-time");
    assertThat(causes("Chloe")).as("received and never said to be sent").hasSize(3);
  }

  @Test
  void countsAFirstSwapOnceForEachCompanyOnGivesToOrReceivesFrom() {
    points.closed(exchange(inTime(acme), inTime(bois)));
    points.closed(exchange(inTime(acme), inTime(bois), inTime(cafe)));
    points.closed(exchange(inTime(bois), inTime(acme)));

    assertThat(met("Anne")).containsExactlyInAnyOrder(bois.value(), cafe.value());
    assertThat(met("Chloe")).containsExactlyInAnyOrder(acme.value(), bois.value());
  }

  private List<UUID> met(String person) {
    return entries(person).stream()
        .filter(entry -> entry.cause().kind().equals("first-swap-with"))
        .map(entry -> entry.cause().id())
        .toList();
  }

  @Test
  void countsANeedAnsweredByAnOfferPostedAfterIt() {
    points.closed(exchange(new Giving(acme, IN_TIME, true), inTime(bois)));

    assertThat(causes("Anne")).contains("need-answered");
    assertThat(causes("Bruno")).doesNotContain("need-answered");
  }

  @Test
  void countsANeedOnceHoweverManyExchangesServeIt() {
    Exchange first = exchange(new Giving(acme, IN_TIME, true), inTime(bois));
    Exchange second =
        new Exchange(
            new ExchangeId(ids.next()),
            new CycleId(ids.next()),
            first.state(),
            first.openedAt(),
            first.closedAt(),
            first.legs(),
            first.topUps());

    points.closed(first);
    points.closed(second);

    assertThat(causes("Anne")).filteredOn("need-answered"::equals).hasSize(1);
    assertThat(causes("Anne")).filteredOn("exchange-closed"::equals).hasSize(2);
  }

  @Test
  void givesNothingTwiceWhenItIsToldAgain() {
    Exchange exchange = exchange(new Giving(acme, IN_TIME, true), inTime(bois), inTime(cafe));
    points.closed(exchange);
    List<Progress.EntryView> once = entries("Anne");

    points.closed(exchange);
    points.closed(exchange);

    assertThat(entries("Anne")).isEqualTo(once).hasSize(5);
  }

  @Test
  void countsForNoContestAndYetForTheCareer() {
    points.closed(exchange(new Giving(acme, IN_TIME, true), inTime(bois)));
    rooms.play().points().keeper().keepUp();

    List<Entry> entries =
        entries("Anne").stream()
            .flatMap(entry -> rooms.play().points().points().entries(entry.cause()).stream())
            .toList();

    assertThat(entries).isNotEmpty().noneMatch(Entry::eligible);
    assertThat(rooms.play().points().boards().standing(BoardKey.GLOBAL, actor("Anne").memberId()))
        .isPresent();
    assertThat(TestRooms.broken(rooms)).isEmpty();
  }
}

package org.ronde.app;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronde.cycles.Cycle;
import org.ronde.cycles.Decision;
import org.ronde.cycles.HandLeg;
import org.ronde.exchanges.Exchange;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.listings.ListingDraft;
import org.ronde.matching.ArcKind;
import org.ronde.matching.Verdict;
import org.ronde.members.Companies;
import org.ronde.members.Company;
import org.ronde.members.CompanyFacts;
import org.ronde.members.Person;
import org.ronde.members.Seeds;
import org.ronde.money.Money;
import org.ronde.preferences.Candidates;

/**
 * Brings the demo world to life through the same doors that members use: what it shows has really
 * happened. Fills an empty instance only.
 */
final class DemoWorld {
  private final Rooms rooms;
  private final Actor operator;
  private final DemoPast past;
  private final Map<String, Actor> owners = new HashMap<>();
  private final Map<String, Actor> people = new HashMap<>();
  private final Map<String, CompanyId> companies = new HashMap<>();
  private final Map<String, ListingId> listings = new HashMap<>();

  private DemoWorld(Rooms rooms, Actor operator, DemoPast past) {
    this.rooms = rooms;
    this.operator = operator;
    this.past = past;
  }

  /**
   * Fills an empty instance and says what it did. All of it or nothing: a start that is killed
   * meanwhile leaves an empty instance, which the next one fills.
   */
  static String seed(Rooms rooms) {
    DemoScript script = DemoScript.load();
    return rooms
        .edges()
        .transactions()
        .in(
            () -> {
              if (inUse(rooms.members().companies())) {
                return "This instance is in use: nothing was added.";
              }
              int challenges = fill(rooms, script);
              return "The demo world is here: %d companies, %d listings, %d cycles, %d challenges."
                  .formatted(
                      script.companies().size(),
                      script.listings().size(),
                      script.cycles().size(),
                      challenges);
            });
  }

  /** Whether the instance is one that was filled, so that its people can come in. */
  static boolean livesIn(Rooms rooms) {
    String operator = DemoScript.load().operator().email();
    return rooms.members().companies().operators().stream()
        .anyMatch(person -> operator.equals(person.email()));
  }

  private static boolean inUse(Companies companies) {
    return !companies.operators().isEmpty()
        || !companies.approved().isEmpty()
        || companies.waiting() > 0;
  }

  private static int fill(Rooms rooms, DemoScript script) {
    Person person =
        rooms
            .members()
            .operators()
            .createOperator(script.operator().email(), script.operator().name());
    Actor operator = new Actor(person.id(), person.name(), person.locale(), true, null, null);
    DemoPast past =
        new DemoPast(rooms.edges().jdbi().onDemand(DemoClockDao.class), rooms.edges().clock());
    DemoWorld world = new DemoWorld(rooms, operator, past);
    script.companies().forEach(firm -> past.daysAgo(firm.cameDaysAgo(), () -> world.found(firm)));
    script.companies().forEach(world::setLimits);
    script.listings().forEach(world::list);
    script.wants().forEach(world::tick);
    // Played-out cycles first: their quantities are gone when the open ones are proposed.
    List<DemoScript.Ring> rings = new ArrayList<>(script.cycles());
    rings.sort((one, other) -> other.state().compareTo(one.state()));
    rings.forEach(world::play);
    return world.play();
  }

  /** The second half: the same people dare each other. */
  private int play() {
    rooms.play().activities().catalogue().load();
    int challenges = new DemoPlay(rooms.play(), people, past).fill();
    new DemoContests(rooms, operator, people, past).fill();
    return challenges;
  }

  private void found(DemoScript.Firm firm) {
    Seeds seeds = rooms.members().seeds();
    CompanyId id =
        seeds.company(
            new Seeds.SeedCompany(
                new CompanyFacts.Entry(
                    firm.name(),
                    firm.country(),
                    orEmpty(firm.siren()),
                    orEmpty(firm.vat()),
                    orEmpty(firm.departement()),
                    firm.city()),
                firm.aboutFr(),
                firm.status(),
                "",
                firm.plan(),
                firm.people().stream().map(DemoWorld::person).toList()));
    companies.put(firm.key(), id);
    boolean approved = firm.status() == Company.Status.APPROVED;
    for (Person person : rooms.members().companies().people(id)) {
      DemoScript.Human human =
          firm.people().stream()
              .filter(one -> one.email().equals(person.email()))
              .findFirst()
              .orElseThrow();
      Actor.Role role = Objects.requireNonNull(human.role());
      Actor actor =
          new Actor(
              person.id(),
              person.name(),
              person.locale(),
              false,
              new Actor.Acting(id, firm.name(), role, approved),
              null);
      people.put(Objects.requireNonNull(human.key()), actor);
      if (role == Actor.Role.OWNER) {
        owners.put(firm.key(), actor);
      }
    }
  }

  private static Seeds.SeedPerson person(DemoScript.Human human) {
    return new Seeds.SeedPerson(
        human.email(),
        human.name(),
        Locale.forLanguageTag(human.language()),
        human.role() == null ? Actor.Role.TRADER : human.role());
  }

  private void setLimits(DemoScript.Firm firm) {
    Actor owner = owner(firm.key());
    DemoScript.Bounds bounds = firm.limits();
    rooms
        .preferences()
        .preferences()
        .setLimits(
            owner,
            bounds.cycleLengthMax(),
            bounds.tolerancePercent(),
            bounds.topUpPayMaxCents(),
            bounds.topUpTakeMaxCents(),
            bounds.openCyclesMax());
    firm.excludes()
        .forEach(
            other -> rooms.preferences().preferences().exclude(owner, found(companies, other)));
  }

  private void list(DemoScript.Ad ad) {
    Actor owner = owner(ad.company());
    Listing listing =
        rooms
            .listings()
            .listings()
            .create(
                owner,
                ad.side(),
                new ListingDraft(
                    ad.title(),
                    ad.description(),
                    ad.language(),
                    ad.category(),
                    ad.unit(),
                    ad.quantity(),
                    ad.quantityStep(),
                    Money.euros(ad.unitValueCents()),
                    new BigDecimal(ad.vatPercent()).movePointRight(1).intValueExact(),
                    ad.departement(),
                    ad.reach(),
                    rooms.listings().listings().today().plusDays(ad.endsInDays()),
                    ad.oneOfGroup()));
    listings.put(ad.key(), listing.id());
    if (ad.state() != Listing.State.DRAFT) {
      rooms.listings().listings().publish(owner, listing.id());
    }
    if (ad.state() == Listing.State.PAUSED) {
      rooms.listings().listings().pause(owner, listing.id());
    }
  }

  private void tick(DemoScript.Tick tick) {
    Listing need = rooms.listings().listings().listing(found(listings, tick.need()));
    Listing offer = rooms.listings().listings().listing(found(listings, tick.offer()));
    rooms
        .preferences()
        .candidates()
        .say(
            ownerOf(need.companyId()),
            need.id(),
            List.of(
                new Candidates.Answer(
                    offer.id(),
                    offer.revision(),
                    tick.verdict() == Verdict.NEVER ? ArcKind.NEVER : ArcKind.WOULD_TAKE)));
  }

  private void play(DemoScript.Ring ring) {
    CycleId cycle =
        rooms
            .cycles()
            .proposals()
            .proposeByHand(
                operator,
                rooms.preferences().matcher(),
                ring.legs().stream()
                    .map(
                        leg ->
                            new HandLeg(
                                found(listings, leg.offer()),
                                found(listings, leg.need()),
                                leg.quantity()))
                    .toList(),
                ring.state() == DemoScript.Stage.EXPIRED ? Duration.ofSeconds(1) : null);
    ring.accepted().forEach(key -> decide(key, cycle, new Decision.Accept(false)));
    if (ring.refused() != null) {
      decide(
          ring.refused(),
          cycle,
          new Decision.Refuse(Decision.Reason.TIMING, orEmpty(ring.reason())));
    }
    switch (ring.state()) {
      case EXPIRED -> waitForExpiry(ring.accepted().get(0), cycle);
      case EXCHANGE_PARTLY_SENT, EXCHANGE_CLOSED -> handOver(ring, cycle);
      case PROPOSED, ALL_BUT_ONE, REFUSED, EXCHANGE -> {}
    }
  }

  private void decide(String company, CycleId cycle, Decision decision) {
    rooms.cycles().cycles().decide(owner(company), cycle, decision);
  }

  /** Its second to answer has to pass by the database's clock. */
  private void waitForExpiry(String company, CycleId cycle) {
    while (rooms.cycles().cycles().standpoint(owner(company), cycle).cycle().state()
        == Cycle.State.PROPOSED) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while a demo cycle ran out of time.", e);
      }
      rooms.cycles().cycles().expireDue();
    }
  }

  private void handOver(DemoScript.Ring ring, CycleId cycle) {
    boolean whole = ring.state() == DemoScript.Stage.EXCHANGE_CLOSED;
    String first = ring.accepted().get(0);
    ExchangeId id =
        Objects.requireNonNull(
            rooms.cycles().cycles().standpoint(owner(first), cycle).cycle().exchangeId());
    Exchange exchange = rooms.exchanges().exchanges().exchange(owner(first), id);
    for (Exchange.Leg leg : exchange.legs()) {
      rooms.exchanges().exchanges().send(ownerOf(leg.giver()), id, leg.id(), "");
      if (!whole) {
        return;
      }
      rooms.exchanges().exchanges().receive(ownerOf(leg.receiver()), id, leg.id());
    }
  }

  private Actor owner(String company) {
    return found(owners, company);
  }

  private Actor ownerOf(CompanyId company) {
    return owners.values().stream()
        .filter(owner -> company.equals(owner.companyId()))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T found(Map<String, T> things, String key) {
    T thing = things.get(key);
    if (thing == null) {
      throw new IllegalStateException("The demo world has no '%s'.".formatted(key));
    }
    return thing;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package org.ronde.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronde.app.Rooms;
import org.ronde.cycles.HandLeg;
import org.ronde.http.Actor;
import org.ronde.ids.CycleId;
import org.ronde.ids.ListingId;
import org.ronde.listings.Listing;
import org.ronde.listings.ListingDraft;
import org.ronde.members.Company;
import org.ronde.members.CompanyFacts;
import org.ronde.members.Seeds;
import org.ronde.money.Money;

/** Premium companies that each offer and need hours of the same work, so that any of them fit. */
final class Town {
  private final Rooms rooms;
  private final Actor operator;
  private final List<Trader> traders = new ArrayList<>();

  /** A company's owner, and its two listings. */
  record Trader(Actor owner, ListingId offer, ListingId need) {}

  /** A proposed cycle and its companies in giving order. */
  record Ring(CycleId id, List<Trader> traders) {}

  Town(Rooms rooms, int companies, long hours) {
    this.rooms = rooms;
    var person = rooms.members().operators().createOperator("odile@ronde.example", "Odile");
    this.operator = new Actor(person.id(), person.name(), Locale.ENGLISH, true, null, null);
    for (int i = 0; i < companies; i++) {
      Actor owner = company(i);
      traders.add(
          new Trader(
              owner,
              publish(owner, Listing.Side.OFFER, hours),
              publish(owner, Listing.Side.NEED, hours)));
    }
  }

  List<Trader> traders() {
    return traders;
  }

  Ring propose(List<Trader> ring, long hours, @Nullable Duration window) {
    List<HandLeg> legs = new ArrayList<>();
    for (int i = 0; i < ring.size(); i++) {
      Trader receiver = ring.get((i + 1) % ring.size());
      legs.add(new HandLeg(ring.get(i).offer(), receiver.need(), hours));
    }
    return new Ring(
        rooms
            .cycles()
            .proposals()
            .proposeByHand(operator, rooms.preferences().matcher(), legs, window),
        ring);
  }

  ListingDraft draft(String title, long hours) {
    return new ListingDraft(
        title,
        "",
        "en",
        "web-design",
        Listing.Unit.HOUR,
        hours,
        1L,
        Money.euros(5_000),
        200,
        "31",
        Listing.Reach.COUNTRY,
        rooms.listings().listings().today().plusDays(90),
        null);
  }

  private ListingId publish(Actor owner, Listing.Side side, long hours) {
    var listings = rooms.listings().listings();
    var listing = listings.create(owner, side, draft(side + " of " + owner.companyName(), hours));
    return listings.publish(owner, listing.id()).id();
  }

  private Actor company(int number) {
    String name = "Company " + number;
    var id =
        rooms
            .members()
            .seeds()
            .company(
                new Seeds.SeedCompany(
                    new CompanyFacts.Entry(name, "FR", siren(number), "", "31", "Toulouse"),
                    "",
                    Company.Status.APPROVED,
                    "",
                    Company.Plan.PREMIUM,
                    List.of(
                        new Seeds.SeedPerson(
                            "owner%d@ronde.example".formatted(number),
                            "Owner " + number,
                            Locale.ENGLISH,
                            Actor.Role.OWNER))));
    var person = rooms.members().companies().people(id).get(0);
    return new Actor(
        person.id(),
        person.name(),
        Locale.ENGLISH,
        false,
        new Actor.Acting(id, name, Actor.Role.OWNER, true),
        null);
  }

  /** Nine digits whose last makes Luhn's sum a multiple of ten. */
  private static String siren(int number) {
    String digits = String.format(Locale.ROOT, "9%07d", number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return digits + (10 - sum % 10) % 10;
  }
}

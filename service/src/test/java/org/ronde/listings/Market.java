package org.ronde.listings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.ListingId;
import org.ronde.money.Money;

/** The room on a test's database, with companies that need no members' tables. */
final class Market implements Traders {
  final ListingsSettings settings = new ListingsSettings(3, 90, 365, List.of(14, 3));
  final Categories categories = Categories.load();
  final Places places = Places.load();
  final ListingRules rules = new ListingRules(categories, places, settings);
  final Listings listings;
  final Catalogue catalogue;
  final Expiry expiry;
  private final Map<CompanyId, String> names = new ConcurrentHashMap<>();

  Market(TestDatabase database) {
    listings =
        new Listings(database.jdbi(), database.transactions(), Ids.timeOrdered(), rules, this);
    catalogue = new Catalogue(database.jdbi(), listings, rules, this);
    expiry = new Expiry(database.jdbi(), database.transactions(), listings, settings);
  }

  /** An owner of an approved company. */
  Actor trader(String name) {
    Actor actor = TestServer.trader(name);
    names.put(actor.company().companyId(), name);
    return actor;
  }

  /** Somebody whose company the operator has not looked at yet. */
  static Actor newcomer() {
    CompanyId id = new CompanyId(Ids.timeOrdered().next());
    return TestServer.actor(
        new Actor.Acting(id, "Nouvelle Maison", Actor.Role.OWNER, false), false);
  }

  @Override
  public Set<CompanyId> approved() {
    return Set.copyOf(names.keySet());
  }

  @Override
  public Map<CompanyId, String> names(Collection<CompanyId> ids) {
    Map<CompanyId, String> known = new HashMap<>(names);
    known.keySet().retainAll(ids);
    return known;
  }

  Listing draft(Actor actor, Terms terms) {
    return listings.create(actor, terms.side, terms.draft(listings.today()));
  }

  Listing published(Actor actor, Terms terms) {
    return listings.publish(actor, draft(actor, terms).id());
  }

  static Terms anOffer() {
    return new Terms(Listing.Side.OFFER);
  }

  static Terms aNeed() {
    return new Terms(Listing.Side.NEED);
  }

  static ProblemType refused(Runnable attempt) {
    return refusal(attempt).type();
  }

  static Refusal refusal(Runnable attempt) {
    try {
      attempt.run();
    } catch (Refusal refusal) {
      return refusal;
    }
    throw new AssertionError("Nothing was refused.");
  }

  /** Terms of a web designer's day, but for what a test says otherwise. */
  static final class Terms {
    private final Listing.Side side;
    private String title = "Web design";
    private String description = "Sites for small shops.";
    private String category = "web-design";
    private Listing.@Nullable Unit unit;
    private long quantity = 20;
    private long step = 1;
    private long valueCents = 50_00;
    private String departement = "31";
    private Listing.Reach reach = Listing.Reach.REGION;
    private int days = 90;
    private @Nullable String group;

    Terms(Listing.Side side) {
      this.side = side;
    }

    Terms titled(String title) {
      this.title = title;
      return this;
    }

    Terms described(String description) {
      this.description = description;
      return this;
    }

    Terms of(String category) {
      this.category = category;
      return this;
    }

    Terms in(Listing.Unit unit) {
      this.unit = unit;
      return this;
    }

    Terms times(long quantity) {
      this.quantity = quantity;
      return this;
    }

    Terms step(long step) {
      this.step = step;
      return this;
    }

    Terms worth(long cents) {
      this.valueCents = cents;
      return this;
    }

    Terms at(String departement, Listing.Reach reach) {
      this.departement = departement;
      this.reach = reach;
      return this;
    }

    Terms forDays(int days) {
      this.days = days;
      return this;
    }

    Terms oneOf(String group) {
      this.group = group;
      return this;
    }

    ListingDraft draft(LocalDate today) {
      return new ListingDraft(
          title,
          description,
          "en",
          category,
          unit,
          quantity,
          step,
          Money.euros(valueCents),
          200,
          departement,
          reach,
          today.plusDays(days),
          group);
    }
  }

  /** Remembers what it was told, in order. */
  static final class Ear implements ListingListener {
    final List<String> heard = new ArrayList<>();

    @Override
    public void changed(ListingId id) {
      heard.add("changed " + id);
    }

    @Override
    public void expired(Listing listing) {
      heard.add("expired " + listing.id());
    }

    @Override
    public void expiresSoon(Listing listing, int days) {
      heard.add("expires in " + days + " " + listing.id());
    }

    @Override
    public void pausedByGroup(Listing listing) {
      heard.add("paused by group " + listing.id());
    }

    @Override
    public void groupFree(Listing listing) {
      heard.add("group free " + listing.id());
    }
  }

  static Instant atNoon(LocalDate day) {
    return day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
  }
}

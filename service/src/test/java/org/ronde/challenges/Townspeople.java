package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Words;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.members.Person;
import org.ronde.places.Place;

/** People, activities and towns that need no table. */
class Townspeople implements Folk, Atlas, Towns {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final Place TOULOUSE =
      new Place("toulouse", "Toulouse", "FR", "31", 43.60426, 1.44367, PARIS);
  static final Place BLAGNAC =
      new Place("blagnac", "Blagnac", "FR", "31", 43.63276, 1.39399, PARIS);
  static final Place TOKYO =
      new Place("tokyo", "Tokyo", "JP", "", 35.6895, 139.69171, ZoneId.of("Asia/Tokyo"));

  final Ids ids = Ids.timeOrdered();
  final Activity running =
      activity("Running", "Course à pied", Activity.Measure.DISTANCE, Set.of());
  final Activity plank = activity("Plank", "Gainage", Activity.Measure.DURATION, Set.of());
  final Activity pancakes = activity("Pancakes", "Crêpes", Activity.Measure.NONE, Set.of());
  final Activity throwing =
      activity(
          "Petit-suisse throwing",
          "Lancer de petit-suisse",
          Activity.Measure.NONE,
          Set.of(Activity.Need.PHOTO));

  private final Map<MemberId, Actor> people = new ConcurrentHashMap<>();
  private final Map<MemberId, Set<MemberId>> friends = new ConcurrentHashMap<>();
  private final Map<ActivityId, Activity> activities = new ConcurrentHashMap<>();
  private final Map<ActivityId, Set<MemberId>> followers = new ConcurrentHashMap<>();
  private volatile @Nullable Activity retired;

  Townspeople() {
    List.of(running, plank, pancakes, throwing).forEach(a -> activities.put(a.id(), a));
  }

  private Activity activity(
      String english, String french, Activity.Measure measure, Set<Activity.Need> needs) {
    return new Activity(
        new ActivityId(ids.next()),
        english.toLowerCase(Locale.ROOT).replace(' ', '-'),
        english,
        french,
        "play",
        needs,
        measure,
        true,
        measure == Activity.Measure.DISTANCE
            ? new Activity.Bounds(BigDecimal.ONE, new BigDecimal(300_000))
            : null,
        2,
        false,
        0);
  }

  // People

  /** Somebody with a company of their own. */
  Actor person(String name) {
    return colleague(name, new CompanyId(UUID.randomUUID()));
  }

  Actor colleague(String name, CompanyId company) {
    return put(
        new Actor(
            new MemberId(ids.next()),
            name,
            Words.ENGLISH,
            false,
            new Actor.Acting(company, "Company of " + name, Actor.Role.TRADER, true),
            "csrf-" + UUID.randomUUID()));
  }

  Actor officer(String name) {
    return put(
        new Actor(
            new MemberId(ids.next()),
            name,
            Words.ENGLISH,
            true,
            null,
            "csrf-" + UUID.randomUUID()));
  }

  Actor put(Actor actor) {
    people.put(actor.memberId(), actor);
    return actor;
  }

  void befriend(Actor... all) {
    for (Actor one : all) {
      for (Actor other : all) {
        if (!one.equals(other)) {
          friends.computeIfAbsent(one.memberId(), id -> new HashSet<>()).add(other.memberId());
        }
      }
    }
  }

  void follow(Activity activity, Actor actor) {
    followers.computeIfAbsent(activity.id(), id -> new HashSet<>()).add(actor.memberId());
  }

  // Folk

  @Override
  public Map<MemberId, String> names(Collection<MemberId> members) {
    Map<MemberId, String> names = new HashMap<>();
    members.forEach(
        id -> Optional.ofNullable(people.get(id)).ifPresent(a -> names.put(id, a.memberName())));
    return names;
  }

  @Override
  public Person person(MemberId member) {
    Actor actor = people.get(member);
    if (actor == null) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return new Person(member, actor.memberName(), address(actor), actor.locale(), null);
  }

  static String address(Actor actor) {
    return Typed.folded(actor.memberName()).replaceAll("[^a-z]", "") + "@example.org";
  }

  @Override
  public Set<MemberId> current(Set<MemberId> members) {
    return members;
  }

  @Override
  public Set<CompanyId> companies(MemberId member) {
    return Optional.ofNullable(people.get(member))
        .flatMap(Actor::findActing)
        .map(acting -> Set.of(acting.companyId()))
        .orElse(Set.of());
  }

  @Override
  public List<Person> colleagues(CompanyId company) {
    return people.keySet().stream()
        .filter(id -> companies(id).contains(company))
        .map(this::person)
        .toList();
  }

  @Override
  public Set<MemberId> friends(MemberId member) {
    return friends.getOrDefault(member, Set.of());
  }

  @Override
  public Optional<Person> findByEmail(String address) {
    return people.keySet().stream()
        .map(this::person)
        .filter(person -> person.email().equals(address))
        .findFirst();
  }

  @Override
  public Optional<String> findAddress(String typed) {
    return org.ronde.members.Companies.findAddress(typed);
  }

  @Override
  public List<MemberId> officers() {
    return people.values().stream().filter(Actor::operator).map(Actor::memberId).toList();
  }

  // Atlas

  @Override
  public Activity activity(ActivityId id) {
    Activity found = activities.get(id);
    if (found == null) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return found;
  }

  @Override
  public Map<ActivityId, Activity> known(Collection<ActivityId> ids) {
    Map<ActivityId, Activity> known = new HashMap<>();
    ids.forEach(id -> Optional.ofNullable(activities.get(id)).ifPresent(a -> known.put(id, a)));
    Optional.ofNullable(retired)
        .filter(activity -> ids.contains(activity.id()))
        .ifPresent(activity -> known.put(activity.id(), activity));
    return known;
  }

  /** Takes an activity out of the catalogue. */
  void retire(Activity activity) {
    retired = activities.remove(activity.id());
  }

  @Override
  public List<Activity> search(String text, Locale locale, int max) {
    return activities.values().stream()
        .filter(a -> Typed.folded(a.name(locale)).contains(Typed.folded(text)))
        .limit(max)
        .toList();
  }

  @Override
  public List<Activity> practised(MemberId member) {
    return List.of(running, plank, pancakes, throwing);
  }

  @Override
  public Set<MemberId> followers(ActivityId id) {
    return followers.getOrDefault(id, Set.of());
  }

  @Override
  public List<Activity> followed(MemberId member) {
    return activities.values().stream()
        .filter(activity -> followers(activity.id()).contains(member))
        .toList();
  }

  @Override
  public Set<MemberId> partners(MemberId member) {
    return Set.of();
  }

  @Override
  public void requireSafe(Actor actor, String field, String text) {
    if (text.contains("petrol")) {
      throw Refusal.invalid(Refusal.Fault.of(field, "challenges.fault.choice"));
    }
  }

  // Towns

  @Override
  public Optional<Place> find(String code) {
    return List.of(TOULOUSE, BLAGNAC, TOKYO).stream()
        .filter(place -> place.code().equals(code))
        .findFirst();
  }

  @Override
  public List<Place> search(String text, int max) {
    return List.of(TOULOUSE, BLAGNAC, TOKYO).stream()
        .filter(place -> Typed.folded(place.name()).startsWith(Typed.folded(text)))
        .limit(max)
        .toList();
  }

  @Override
  public int kilometres(Place a, Place b) {
    double east = Math.toRadians(a.longitude() - b.longitude()) * Math.cos(Math.toRadians(43));
    double north = Math.toRadians(a.latitude() - b.latitude());
    return (int) Math.round(6371 * Math.hypot(east, north));
  }
}
